// The files of a shared credential: the signed document, the picture that carries it, and the badge alone.
import { api } from '../lib/api.ts'
import { publicly } from '../parts/credential/public-answer.ts'
import type { Route } from './+types/shared-file.ts'

const formats = { 'credential.json': 'json', 'credential.png': 'png', 'badge.png': 'badge' } as const

export async function loader({ params: { token, file }, context }: Route.LoaderArgs) {
  const format = Object.hasOwn(formats, file) ? formats[file as keyof typeof formats] : undefined
  if (!format) throw new Response(null, { status: 404 })
  return publicly(await api(context).issuing.downloadShared({ token, format }))
}
