// The badge of a draft as a picture: for designs with an uploaded image, and to download.
import { api } from '../lib/api.ts'
import { idIn } from '../lib/id-in.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import type { Route } from './+types/micro-credential-badge.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug } = membership(context, params.organisation)
  return api(context, slug).design.badge({ id: idIn('mc', params.id), format: 'png', width: 1024 })
}
