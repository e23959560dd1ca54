// Somebody's account: who they are, where they belong, and their password.
import { Plus } from 'lucide-react'
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { sessionOf } from '../lib/context.ts'
import { redirectSaying } from '../lib/flash.ts'
import { orProblem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { useFieldLabels } from '../parts/account/field-labels.ts'
import { Letter } from '../parts/account/letter.tsx'
import { RoleNames } from '../parts/account/role-names.tsx'
import { NewPasswordField, PasswordField } from '../parts/account/secret-fields.tsx'
import { sentFields } from '../parts/account/sent-fields.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Facts } from '../ui/facts.tsx'
import { Form } from '../ui/form.tsx'
import { ButtonLink, Link } from '../ui/link.tsx'
import { Panel } from '../ui/panel.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { Route } from './+types/account.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const person = signedIn(context, url)
  const { organisations, demo } = sessionOf(context)
  return { person, organisations, demo }
}

export async function action({ request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const { current = '', password = '' } = await sentFields(request)
  const { problem } = await orProblem(api(context).people.changePassword({ current, password }))
  return problem
    ? data({ problem }, { status: problem.status })
    : redirectSaying('/account', { tone: 'done', key: 'account.page.changed' })
}

export default function AccountScreen({ loaderData: { person, organisations, demo }, actionData }: Route.ComponentProps) {
  const t = useTranslations()
  const labels = useFieldLabels()
  return (
    <Letter title={t('account.page.title')}>
      <Panel title={t('account.page.organisations')}>
        <Organisations organisations={organisations} />
      </Panel>
      <Panel title={t('account.page.who')} about={<span className="text-body">{t('account.page.whoAbout')}</span>}>
        <div className="text-body">
          <Facts
            facts={[
              [t('account.name'), <bdi key="name">{person.name}</bdi>],
              [t('account.email'), <bdi key="email">{person.email}</bdi>],
            ]}
          />
        </div>
      </Panel>
      <Panel title={t('account.page.password')} about={<span className="text-body">{t('account.page.passwordAbout')}</span>}>
        {demo && <p className="mb-4 text-body">{t('account.page.demoPassword')}</p>}
        <Form problem={actionData?.problem} labels={{ ...labels, password: t('account.newPassword') }}>
          <input type="hidden" name="username" value={person.email} autoComplete="username" />
          <PasswordField name="current" label={t('account.page.current')} />
          <NewPasswordField />
          <div>
            <SubmitButton tone="quiet">{t('account.page.change')}</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Letter>
  )
}

function Organisations({ organisations }: Pick<Route.ComponentProps['loaderData'], 'organisations'>) {
  const t = useTranslations()
  return (
    <>
      {organisations.length === 0 && <p className="measure mb-4">{t('account.page.none')}</p>}
      <ul className="mb-4 divide-y divide-line">
        {organisations.map(({ id, slug, name, roles }) => (
          <li key={id} className="flex items-center gap-3 py-3">
            <Avatar name={name} square />
            <span className="min-w-0">
              <Link to={`/o/${slug}`} className="font-semibold">
                <bdi>{name}</bdi>
              </Link>
              <span className="block text-fine text-ink-soft">
                <RoleNames roles={roles} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      <ButtonLink to="/organisations/new" icon={Plus} tone={organisations.length === 0 ? 'primary' : 'quiet'}>
        {t('account.page.found')}
      </ButtonLink>
    </>
  )
}
