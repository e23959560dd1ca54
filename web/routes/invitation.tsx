// An invitation: what it is, and the way in for whoever holds its link, with or without an account.
import { data, isRouteErrorResponse } from 'react-router'
import { useTranslations } from 'use-intl'
import { sameEmail } from '#domain/people/rules.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { usePage } from '../lib/page.ts'
import { orProblem, problemOf } from '../lib/problem.ts'
import { AcceptForm, InvitedAsAnother } from '../parts/account/accept-invitation.tsx'
import { Letter } from '../parts/account/letter.tsx'
import { useRoleNames } from '../parts/account/role-names.tsx'
import { sentFields } from '../parts/account/sent-fields.ts'
import { useDateInWords } from '../ui/date-text.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { ButtonLink } from '../ui/link.tsx'
import type { Route } from './+types/invitation.ts'

export const loader = ({ params: { token }, context }: Route.LoaderArgs) => api(context).people.readInvitation({ token })

export async function action({ request, params: { token }, context }: Route.ActionArgs) {
  const { name, password } = await sentFields(request)
  const { people } = api(context)
  const { organisation } = await people.readInvitation({ token })
  const { problem } = await orProblem(
    people.acceptInvitation({ token, ...(name ? { name } : {}), ...(password ? { password } : {}) }),
  )
  if (problem) return data({ problem, values: { name } }, { status: problem.status })
  return redirectSaying(`/o/${organisation.slug}`, {
    tone: 'done',
    key: 'account.invitation.joined',
    values: { organisation: organisation.name },
  })
}

export default function InvitationScreen({ loaderData: invitation, actionData, params: { token } }: Route.ComponentProps) {
  const t = useTranslations()
  const inWords = useDateInWords()
  const roles = useRoleNames()(invitation.roles)
  const person = usePage()?.session.person
  const { organisation, email, expires } = invitation
  const asAnother = person && !sameEmail(person.email, email)
  return (
    <Letter
      title={t('account.invitation.title', { organisation: organisation.name })}
      lead={
        <>
          <p>{t('account.invitation.what', { organisation: organisation.name, roles })}</p>
          <p className="mt-2 text-body text-ink-soft">
            {t('account.invitation.for', { email, date: inWords(expires, 'longDate') })}
          </p>
        </>
      }
    >
      {asAnother ? (
        <InvitedAsAnother email={person.email} invited={email} returnTo={`/invitations/${token}`} />
      ) : (
        <AcceptForm invitation={invitation} person={person} answer={actionData} />
      )}
    </Letter>
  )
}

const ends: Readonly<Record<string, 'unknown' | 'accepted'>> = {
  invitation_unknown: 'unknown',
  invitation_accepted: 'accepted',
  misfit: 'unknown',
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const t = useTranslations()
  const end = isRouteErrorResponse(error) ? ends[problemOf(error)?.type ?? ''] : undefined
  if (!end) return <ErrorPage error={error} />
  return (
    <Letter title={t(`account.invitation.${end}.title`)} lead={<p>{t(`account.invitation.${end}.what`)}</p>}>
      <p className="measure">{t(`account.invitation.${end}.next`)}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/sign-in" tone={end === 'accepted' ? 'primary' : 'quiet'}>
          {t('shell.signIn')}
        </ButtonLink>
        <ButtonLink to="/">{t('error.home')}</ButtonLink>
      </div>
    </Letter>
  )
}
