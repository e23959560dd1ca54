// Choosing a new password with the link from the mail.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { orProblem } from '../lib/problem.ts'
import { afterSignIn } from '../parts/account/after-sign-in.ts'
import { useFieldLabels } from '../parts/account/field-labels.ts'
import { Letter } from '../parts/account/letter.tsx'
import { NewPasswordField } from '../parts/account/secret-fields.tsx'
import { sentFields } from '../parts/account/sent-fields.ts'
import { Form } from '../ui/form.tsx'
import { Link } from '../ui/link.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { Route } from './+types/new-password.ts'

export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  const { password = '' } = await sentFields(request)
  const { ok, problem } = await orProblem(api(context).people.resetPassword({ token, password }))
  if (problem) return data({ problem }, { status: problem.status })
  return redirectSaying(afterSignIn(ok), { tone: 'done', key: 'account.reset.done' })
}

export default function NewPasswordScreen({ actionData }: Route.ComponentProps) {
  const t = useTranslations()
  return (
    <Letter title={t('account.reset.newTitle')} lead={<p>{t('account.reset.newWhat')}</p>}>
      <Form problem={actionData?.problem} labels={useFieldLabels()}>
        <NewPasswordField />
        <div>
          <SubmitButton>{t('account.reset.newAction')}</SubmitButton>
        </div>
      </Form>
      {actionData?.problem.type === 'link_expired' && (
        <p>
          <Link to="/password">{t('account.reset.askAgain')}</Link>
        </p>
      )}
    </Letter>
  )
}
