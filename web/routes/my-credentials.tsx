// What was issued to somebody, from every organisation here; or what has to be done before it can be shown.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { orProblem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { Letter } from '../parts/account/letter.tsx'
import { ConfirmAddress } from '../parts/holder/confirm-address.tsx'
import { HeldList } from '../parts/holder/held-list.tsx'
import { NothingHeld } from '../parts/holder/nothing-held.tsx'
import type { Route } from './+types/my-credentials.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { email, emailConfirmed } = signedIn(context, url)
  const after = url.searchParams.get('after')?.slice(0, 100) || undefined
  return { ...(await api(context).issuing.listHeld({ limit: 50, after })), email, confirmed: emailConfirmed !== undefined }
}

export async function action({ context, url }: Route.ActionArgs) {
  const { email } = signedIn(context, url)
  const { problem } = await orProblem(api(context).people.askEmailConfirmation({}))
  return problem
    ? data({ problem }, { status: problem.status })
    : redirectSaying('/my/credentials', { tone: 'info', key: 'holder.confirm.sent', values: { email } })
}

export default function MyCredentialsScreen({ loaderData, actionData }: Route.ComponentProps) {
  const { items, next, email, confirmed } = loaderData
  const t = useTranslations('holder')
  return (
    <Letter title={t('title')} lead={<p>{t('lead')}</p>} measure="wide">
      {!confirmed && <ConfirmAddress email={email} problem={actionData?.problem} />}
      {items.length > 0 && <HeldList items={items} next={next} />}
      {confirmed && items.length === 0 && <NothingHeld email={email} />}
    </Letter>
  )
}
