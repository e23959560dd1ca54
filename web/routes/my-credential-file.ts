// The files of a credential that somebody holds: the signed document, the picture that carries it, and the badge alone.
import { api } from '../lib/api.ts'
import { idIn } from '../lib/id-in.ts'
import { signedIn } from '../lib/signed-in.ts'
import type { Route } from './+types/my-credential-file.ts'

const formats = { 'credential.json': 'json', 'credential.png': 'png', 'badge.png': 'badge' } as const

export async function loader({ params: { credential, file }, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const format = Object.hasOwn(formats, file) ? formats[file as keyof typeof formats] : undefined
  if (!format) throw new Response(null, { status: 404 })
  return api(context).issuing.downloadHeld({ id: idIn('cred', credential), format })
}
