// Inviting somebody: an address and roles; then the link, which is shown this once.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Role } from '#domain/people/roles.ts'
import { api } from '../lib/api.ts'
import { orProblem } from '../lib/problem.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { RoleChoice, rolesIn } from '../parts/people/role-choice.tsx'
import { Callout } from '../ui/callout.tsx'
import { Copyable } from '../ui/copyable.tsx'
import { Form } from '../ui/form.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Route } from './+types/invite.ts'

export function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug, acts, roles } = membership(context, params.organisation)
  if (!acts.includes('member:invite')) throw data(null, { status: 403 })
  return { people: `/o/${slug}/people`, held: roles as readonly Role[] } // as the door gave them
}

export async function action({ request, params, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const form = await request.formData()
  const email = String(form.get('email') ?? '')
  const roles = rolesIn(form)
  const { ok, problem } = await orProblem(api(context, params.organisation).people.invite({ email, roles }))
  if (problem) return data({ problem, email, roles, sent: undefined }, { status: problem.status })
  // answered and not redirected: the link is shown this once, and stands nowhere else
  return data({ sent: { email: ok.email, link: ok.link }, problem: undefined, email: '', roles: [] })
}

export default function Invite({ loaderData: { people, held }, actionData }: Route.ComponentProps) {
  const t = useTranslations('people')
  const common = useTranslations('common')
  const head = <PageHeader title={t('inviting.title')} about={t('inviting.about')} crumbs={[{ to: people, label: t('title') }]} />
  if (actionData?.sent)
    return (
      <>
        {head}
        <Sent {...actionData.sent} people={people} />
      </>
    )
  return (
    <>
      {head}
      <Form
        problem={actionData?.problem}
        labels={{ email: t('inviting.email'), roles: t('inviting.roles') }}
        className="max-w-2xl"
      >
        <TextField
          name="email"
          label={t('inviting.email')}
          help={t('inviting.emailHelp')}
          type="email"
          required
          width="medium"
          dir="ltr"
          autoComplete="off"
          defaultValue={actionData?.email}
        />
        <RoleChoice label={t('inviting.roles')} help={t('inviting.rolesHelp')} chosen={actionData?.roles ?? []} held={held} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t('inviting.send')}</SubmitButton>
          <ButtonLink to={people} tone="plain">
            {common('cancel')}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}

function Sent({ email, link, people }: { email: string; link: string; people: string }) {
  const t = useTranslations('people.inviting')
  return (
    <div className="max-w-2xl">
      <div role="status">
        <Callout tone="passed" title={t('sent', { email })}>
          <p>{t('sentText')}</p>
          <p className="mt-3">
            <Copyable text={link} label={t('link')} />
          </p>
        </Callout>
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink to={`${people}/invitations`} tone="primary">
          {t('back')}
        </ButtonLink>
        <ButtonLink to={`${people}/invite`}>{t('another')}</ButtonLink>
      </div>
    </div>
  )
}
