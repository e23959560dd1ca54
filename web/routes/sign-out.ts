// Signing out: a form's action and nothing to see.
import { redirect } from 'react-router'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { localPath } from '../lib/local-path.ts'
import type { Route } from './+types/sign-out.ts'

export const loader = () => redirect('/')

export async function action({ request, context }: Route.ActionArgs) {
  const returnTo = (await request.formData()).get('returnTo')
  await api(context).people.signOut({})
  return redirectSaying(localPath(returnTo), { tone: 'done', key: 'account.signOut.done' })
}
