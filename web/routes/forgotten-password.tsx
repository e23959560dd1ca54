// Asking for a link with which to choose a new password. The answer is the same whether or not the address is known.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { usePage } from '../lib/page.ts'
import { orProblem } from '../lib/problem.ts'
import { useFieldLabels } from '../parts/account/field-labels.ts'
import { Letter } from '../parts/account/letter.tsx'
import { EmailField } from '../parts/account/secret-fields.tsx'
import { sentFields } from '../parts/account/sent-fields.ts'
import { Form } from '../ui/form.tsx'
import { Link } from '../ui/link.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { Route } from './+types/forgotten-password.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const { email = '' } = await sentFields(request)
  const { problem } = await orProblem(api(context).people.askPasswordReset({ email }))
  return problem ? data({ problem, values: { email } }, { status: problem.status }) : { sentTo: email }
}

export default function ForgottenPasswordScreen({ actionData }: Route.ComponentProps) {
  const t = useTranslations()
  const labels = useFieldLabels()
  if (actionData && 'sentTo' in actionData) return <Sent to={actionData.sentTo} />
  return (
    <Letter title={t('account.reset.title')} lead={<p>{t('account.reset.what')}</p>}>
      <Form problem={actionData?.problem} values={actionData?.values} labels={labels}>
        <EmailField />
        <div>
          <SubmitButton>{t('account.reset.action')}</SubmitButton>
        </div>
      </Form>
    </Letter>
  )
}

function Sent({ to }: { to: string }) {
  const t = useTranslations()
  const demo = usePage()?.session.demo
  return (
    <Letter title={t('account.reset.sentTitle')} lead={<p role="status">{t('account.reset.sent', { email: to })}</p>}>
      <p className="measure text-body text-ink-soft">
        {t('account.reset.notThere')} <Link to="/password">{t('account.reset.again')}</Link>
      </p>
      {demo && (
        <p className="text-body">
          <Link to="/demonstration/mails">{t('account.demo.mails')}</Link>
        </p>
      )}
    </Letter>
  )
}
