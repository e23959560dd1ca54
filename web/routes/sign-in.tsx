// Signing in: with e-mail address and password; in the demonstration also with one click, as one of its people.
import { LogIn } from 'lucide-react'
import { data, redirect } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Id } from '#kernel/id.ts'
import { api } from '../lib/api.ts'
import { sessionOf } from '../lib/context.ts'
import { localPath } from '../lib/local-path.ts'
import { usePage } from '../lib/page.ts'
import { orProblem } from '../lib/problem.ts'
import { afterSignIn } from '../parts/account/after-sign-in.ts'
import { useFieldLabels } from '../parts/account/field-labels.ts'
import { Letter } from '../parts/account/letter.tsx'
import { OneClickPeople } from '../parts/account/one-click-people.tsx'
import { EmailField, PasswordField } from '../parts/account/secret-fields.tsx'
import { sentFields } from '../parts/account/sent-fields.ts'
import { Form } from '../ui/form.tsx'
import { ButtonLink, Link } from '../ui/link.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { Route } from './+types/sign-in.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const { people } = api(context)
  const wanted = url.searchParams.get('returnTo')
  return {
    returnTo: wanted === null ? undefined : localPath(wanted),
    signUp: (await people.session({})).signUp,
    cast: sessionOf(context).demo ? (await people.demonstrationPeople({})).items : undefined,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { email = '', password = '', person, returnTo } = await sentFields(request)
  const { people } = api(context)
  const { ok, problem } = await orProblem(
    // the door looks whether it is an id, and of whom
    person ? people.demonstrationSignIn({ person: person as Id<'per'> }) : people.signIn({ email, password }),
  )
  if (problem) return data({ problem, values: { email } }, { status: problem.status })
  return redirect(afterSignIn(ok, returnTo))
}

export default function SignInScreen({ loaderData: { cast, returnTo, signUp }, actionData }: Route.ComponentProps) {
  const t = useTranslations()
  if (!cast)
    return (
      <Letter title={t('account.signIn.title')} lead={<Already returnTo={returnTo} />}>
        <PasswordForm returnTo={returnTo} answer={actionData} />
        <NewHere signUp={signUp} />
      </Letter>
    )
  return (
    <Letter title={t('account.signIn.title')} lead={<Already returnTo={returnTo} />}>
      <section className="grid gap-5" aria-labelledby="cast">
        <div>
          <h2 id="cast" className="font-bold">
            {t('account.demo.title')}
          </h2>
          <p className="text-body text-ink-soft">{t('account.demo.about')}</p>
        </div>
        {cast.length > 0 ? (
          <OneClickPeople people={cast} returnTo={returnTo} />
        ) : (
          <p className="text-body">{t('account.demo.empty')}</p>
        )}
        <p className="text-body">
          <Link to="/demonstration/mails">{t('account.demo.mails')}</Link>
        </p>
      </section>
      <section className="grid gap-5 border-t border-line pt-6" aria-labelledby="by-password">
        <h2 id="by-password" className="font-bold">
          {t('account.signIn.withPassword')}
        </h2>
        <PasswordForm returnTo={returnTo} answer={actionData} />
        <NewHere signUp={signUp} />
      </section>
    </Letter>
  )
}

function Already({ returnTo }: { returnTo: string | undefined }) {
  const t = useTranslations()
  const { person, organisations = [] } = usePage()?.session ?? {}
  if (!person) return null
  return (
    <p>
      {t('account.signIn.already', { name: person.name })}{' '}
      <Link to={afterSignIn({ organisations }, returnTo)}>{t('account.signIn.goOn')}</Link>
    </p>
  )
}

type FormProps = { returnTo: string | undefined; answer: Route.ComponentProps['actionData'] }

function PasswordForm({ returnTo, answer }: FormProps) {
  const t = useTranslations()
  return (
    <Form action="/sign-in" problem={answer?.problem} values={answer?.values} labels={useFieldLabels()}>
      {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
      <EmailField />
      <PasswordField />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <SubmitButton icon={LogIn} className="[&_svg]:flips">
          {t('account.signIn.action')}
        </SubmitButton>
        <Link to="/password" className="text-body">
          {t('account.signIn.forgotten')}
        </Link>
      </div>
    </Form>
  )
}

function NewHere({ signUp }: Pick<Route.ComponentProps['loaderData'], 'signUp'>) {
  const t = useTranslations()
  if (signUp === 'closed') return <p className="measure text-body text-ink-soft">{t('account.signIn.closed')}</p>
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-body">
      {t('account.signIn.noAccount')}
      <ButtonLink to="/sign-up">{t('account.signIn.openOne')}</ButtonLink>
    </p>
  )
}
