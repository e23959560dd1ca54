// Opening an account, where that is open to everybody, or nobody is here yet.
import { data, redirect } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { orProblem } from '../lib/problem.ts'
import { useFieldLabels } from '../parts/account/field-labels.ts'
import { Letter } from '../parts/account/letter.tsx'
import { EmailField, NameField, NewPasswordField } from '../parts/account/secret-fields.tsx'
import { sentFields } from '../parts/account/sent-fields.ts'
import { Form } from '../ui/form.tsx'
import { ButtonLink, Link } from '../ui/link.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { Route } from './+types/sign-up.ts'

export const loader = async ({ context }: Route.LoaderArgs) => ({ signUp: (await api(context).people.session({})).signUp })

export async function action({ request, context }: Route.ActionArgs) {
  const { name = '', email = '', password = '' } = await sentFields(request)
  const { problem } = await orProblem(api(context).people.signUp({ name, email, password }))
  return problem ? data({ problem, values: { name, email } }, { status: problem.status }) : redirect('/organisations/new')
}

export default function SignUpScreen({ loaderData: { signUp }, actionData }: Route.ComponentProps) {
  const t = useTranslations()
  const labels = useFieldLabels()
  if (signUp === 'closed')
    return (
      <Letter title={t('account.signUp.closedTitle')} lead={<p>{t('account.signUp.closed')}</p>}>
        <div>
          <ButtonLink to="/sign-in" tone="primary">
            {t('shell.signIn')}
          </ButtonLink>
        </div>
      </Letter>
    )
  return (
    <Letter title={t('account.signUp.title')} lead={signUp === 'first' && <p>{t('account.signUp.first')}</p>}>
      <Form problem={actionData?.problem} values={actionData?.values} labels={labels}>
        <NameField />
        <EmailField />
        <NewPasswordField label={t('account.password')} />
        <div>
          <SubmitButton>{t('account.signUp.action')}</SubmitButton>
        </div>
      </Form>
      <p className="text-body">
        {t('account.signUp.haveOne')} <Link to="/sign-in">{t('shell.signIn')}</Link>
      </p>
    </Letter>
  )
}
