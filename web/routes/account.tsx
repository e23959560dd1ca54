// Somebody's account: what they hold, where they belong, who they are, and their password.
import { BadgeCheck, Plus } from 'lucide-react'
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { type Person, sessionOf } from '../lib/context.ts'
import { redirectSaying } from '../lib/flash.ts'
import { orProblem, type Problem } from '../lib/problem.ts'
import { signedIn } from '../lib/signed-in.ts'
import { useFieldLabels } from '../parts/account/field-labels.ts'
import { Letter } from '../parts/account/letter.tsx'
import { RoleNames } from '../parts/account/role-names.tsx'
import { NewPasswordField, PasswordField } from '../parts/account/secret-fields.tsx'
import { sentFields } from '../parts/account/sent-fields.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useDateInWords } from '../ui/date-text.tsx'
import { Form, type Values } from '../ui/form.tsx'
import { ButtonLink, Link } from '../ui/link.tsx'
import { Panel } from '../ui/panel.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Route } from './+types/account.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  const person = signedIn(context, url)
  const { organisations, demo } = sessionOf(context)
  return { person, organisations, demo }
}

/** By the button that was pressed; answers what to say. */
const acts: Readonly<Record<string, (client: Client, sent: Readonly<Record<string, string>>) => Promise<string>>> = {
  name: async ({ people }, { name = '' }) => {
    await people.changeName({ name })
    return 'account.page.nameSaved'
  },
  password: async ({ people }, { current = '', password = '' }) => {
    await people.changePassword({ current, password })
    return 'account.page.changed'
  },
}

export async function action({ request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const { intent = '', ...sent } = await sentFields(request)
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined
  if (!act) throw data(null, { status: 400 })
  const { ok, problem } = await orProblem(act(api(context), sent))
  if (problem) return data({ intent, problem, values: { name: sent.name } }, { status: problem.status })
  return redirectSaying('/account', { tone: 'done', key: ok })
}

export default function AccountScreen({ loaderData: { person, organisations, demo }, actionData }: Route.ComponentProps) {
  const t = useTranslations()
  const answered = (intent: string) => (actionData?.intent === intent ? actionData : undefined)
  return (
    <Letter title={t('account.page.title')}>
      <Panel
        title={t('account.page.credentials')}
        about={<span className="text-body">{t('account.page.credentialsAbout')}</span>}
      >
        <ButtonLink to="/my/credentials" icon={BadgeCheck}>
          {t('account.page.toCredentials')}
        </ButtonLink>
      </Panel>
      <Panel title={t('account.page.organisations')}>
        <Organisations organisations={organisations} />
      </Panel>
      <Panel title={t('account.page.who')} about={<span className="text-body">{t('account.page.whoAbout')}</span>}>
        <NameForm name={person.name} answer={answered('name')} />
        <Address person={person} />
      </Panel>
      <Panel title={t('account.page.password')} about={<span className="text-body">{t('account.page.passwordAbout')}</span>}>
        {demo && <p className="mb-4 text-body">{t('account.page.demoPassword')}</p>}
        <PasswordForm email={person.email} answer={answered('password')} />
      </Panel>
    </Letter>
  )
}

type Answered = { problem: Problem; values: Values } | undefined

function NameForm({ name, answer }: { name: string; answer: Answered }) {
  const t = useTranslations()
  return (
    <Form problem={answer?.problem} values={answer?.values} labels={useFieldLabels()}>
      <TextField
        name="name"
        label={t('account.name')}
        autoComplete="name"
        dir="auto"
        maxLength={200}
        required
        defaultValue={name}
      />
      <div>
        <SubmitButton name="intent" value="name" tone="quiet">
          {t('account.page.saveName')}
        </SubmitButton>
      </div>
    </Form>
  )
}

function Address({ person: { email, emailConfirmed } }: { person: Person }) {
  const t = useTranslations()
  const inWords = useDateInWords()
  return (
    <div className="mt-8 text-body">
      <p className="text-lead font-semibold">{t('account.email')}</p>
      <p className="mt-1">
        <bdi>{email}</bdi>{' '}
        <span className="text-ink-soft">
          (
          {emailConfirmed
            ? t('account.page.confirmedOn', { date: inWords(emailConfirmed, 'longDate') })
            : t('account.page.notConfirmed')}
          )
        </span>
      </p>
      <ButtonLink to="/account/email" className="mt-3">
        {t('account.page.changeEmail')}
      </ButtonLink>
    </div>
  )
}

function PasswordForm({ email, answer }: { email: string; answer: Answered }) {
  const t = useTranslations()
  return (
    <Form problem={answer?.problem} labels={{ ...useFieldLabels(), password: t('account.newPassword') }}>
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <PasswordField name="current" label={t('account.page.current')} />
      <NewPasswordField />
      <div>
        <SubmitButton name="intent" value="password" tone="quiet">
          {t('account.page.change')}
        </SubmitButton>
      </div>
    </Form>
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
