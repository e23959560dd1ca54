// A new e-mail address for one's account: asked for here, and changed by opening the link that goes there.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { sessionOf } from '../lib/context.ts'
import { redirectSaying } from '../lib/flash.ts'
import { orProblem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { Letter } from '../parts/account/letter.tsx'
import { EmailField, PasswordField } from '../parts/account/secret-fields.tsx'
import { sentFields } from '../parts/account/sent-fields.ts'
import { Form } from '../ui/form.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { Route } from './+types/change-email.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  return { demo: sessionOf(context).demo }
}

export async function action({ request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const { email = '', password = '' } = await sentFields(request)
  const { problem } = await orProblem(api(context).people.changeEmail({ email, password }))
  return problem
    ? data({ problem, values: { email } }, { status: problem.status })
    : redirectSaying('/account', { tone: 'info', key: 'account.address.sent', values: { email } })
}

export default function ChangeEmailScreen({ loaderData: { demo }, actionData }: Route.ComponentProps) {
  const t = useTranslations()
  const labels = { email: t('account.address.new'), password: t('account.password') }
  return (
    <Letter title={t('account.address.title')} lead={<p>{t('account.address.lead')}</p>}>
      {demo && <p className="text-body">{t('account.page.demoPassword')}</p>}
      <Form problem={actionData?.problem} values={actionData?.values} labels={labels}>
        <EmailField label={labels.email} autoComplete="email" />
        <PasswordField label={labels.password} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t('account.address.action')}</SubmitButton>
          <ButtonLink to="/account" tone="plain">
            {t('common.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </Letter>
  )
}
