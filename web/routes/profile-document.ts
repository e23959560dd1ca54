// A mapping profile as a file to take along: exactly what the editor of another organisation reads.
import { api } from '../lib/api.ts'
import { signedIn } from '../lib/signed-in.ts'
import { profileText } from '../parts/intake/profile-text.ts'
import type { Route } from './+types/profile-document.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug, document } = await api(context, params.organisation).intake.readProfile({ slug: params.profile })
  return new Response(`${profileText(document)}\n`, {
    headers: { 'content-type': 'application/json', 'content-disposition': `attachment; filename="${slug}.json"` },
  })
}
