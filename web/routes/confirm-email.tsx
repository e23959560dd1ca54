// Where the link of a confirming mail leads: one button, so that nothing happens to whoever only looks at the link.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { orProblem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { Letter } from '../parts/account/letter.tsx'
import { Form } from '../ui/form.tsx'
import { Link } from '../ui/link.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { Route } from './+types/confirm-email.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  return { name: signedIn(context, url).name }
}

export async function action({ params: { token }, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const { ok, problem } = await orProblem(api(context).people.confirmEmail({ token }))
  if (problem) return data({ problem }, { status: problem.status })
  return redirectSaying('/my/credentials', { tone: 'done', key: 'account.address.confirmed', values: { email: ok.email } })
}

export default function ConfirmEmailScreen({ loaderData: { name }, actionData }: Route.ComponentProps) {
  const t = useTranslations('account.address')
  return (
    <Letter title={t('confirmTitle')} lead={<p>{t('confirmWhat', { name })}</p>}>
      <Form problem={actionData?.problem}>
        <div>
          <SubmitButton size="large">{t('confirmAction')}</SubmitButton>
        </div>
      </Form>
      {actionData?.problem && (
        <p>
          <Link to="/account">{t('again')}</Link>
        </p>
      )}
    </Letter>
  )
}
