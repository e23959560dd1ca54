// Accepting an invitation: signed in already, with the password of an account that is there, or by opening one.
import { Form as RouterForm } from 'react-router'
import { useTranslations } from 'use-intl'
import type { peopleApi } from '#domain/people/people.api.ts'
import type { Outputs } from '#kernel/endpoint.ts'
import type { Person } from '../../lib/context.ts'
import type { Problem } from '../../lib/problem.ts'
import { Callout } from '../../ui/callout.tsx'
import { Form, type Values } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { useFieldLabels } from './field-labels.ts'
import { NameField, NewPasswordField, PasswordField } from './secret-fields.tsx'

type Invitation = Outputs<typeof peopleApi>['readInvitation']

type Props = {
  invitation: Invitation
  person: Person | undefined
  answer: { problem: Problem; values: Values } | undefined
}

export function AcceptForm({ invitation: { organisation, email, hasAccount }, person, answer }: Props) {
  const t = useTranslations()
  const way = person ? 'here' : hasAccount ? 'known' : 'open'
  const Fields = fields[way]
  return (
    <Form problem={answer?.problem} values={answer?.values} labels={useFieldLabels()}>
      <p className="measure">
        {way === 'here' ? t('account.invitation.here', { name: person?.name ?? '', email }) : t(`account.invitation.${way}`)}
      </p>
      {/* for password managers, which note the account that a password belongs to */}
      {!person && <input type="hidden" name="username" value={email} autoComplete="username" />}
      <Fields />
      <div>
        <SubmitButton size="large">{t(`account.invitation.${way}Action`, { organisation: organisation.name })}</SubmitButton>
      </div>
    </Form>
  )
}

const fields = {
  here: () => null,
  known() {
    const t = useTranslations()
    return (
      <>
        <PasswordField />
        <p className="text-body">
          <Link to="/password">{t('account.invitation.forgotten')}</Link>
        </p>
      </>
    )
  },
  open() {
    const t = useTranslations()
    return (
      <>
        <NameField />
        <NewPasswordField label={t('account.password')} />
      </>
    )
  },
}

export function InvitedAsAnother({ email, invited, returnTo }: { email: string; invited: string; returnTo: string }) {
  const t = useTranslations()
  return (
    <>
      <Callout tone="warned" title={t('account.invitation.another', { email, invited })}>
        {t('account.invitation.anotherNext')}
      </Callout>
      <RouterForm method="post" action="/sign-out">
        <input type="hidden" name="returnTo" value={returnTo} />
        <SubmitButton>{t('shell.signOut')}</SubmitButton>
      </RouterForm>
    </>
  )
}
