// The front page: what this is, and the two things a visitor comes for, checking a credential and signing in.
import { BadgeCheck, FileSearch, Layers3, LayoutDashboard, LogIn, PackageOpen } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { sessionOf } from '../lib/context.ts'
import { usePage } from '../lib/page.ts'
import { OneClickPeople } from '../parts/account/one-click-people.tsx'
import { WhoIsHere } from '../parts/account/who-is-here.tsx'
import { guilloche } from '../ui/guilloche.ts'
import { ButtonLink, Link } from '../ui/link.tsx'
import { PublicShell } from '../ui/public-shell.tsx'
import type { Route } from './+types/home.ts'

/** In the demonstration as many of its people as a glance can take in. */
const mostPeople = 6

export async function loader({ context }: Route.LoaderArgs) {
  const { demo, person } = sessionOf(context)
  return { cast: demo && !person ? (await api(context).people.demonstrationPeople({})).items.slice(0, mostPeople) : [] }
}

export default function HomeScreen({ loaderData: { cast } }: Route.ComponentProps) {
  const t = useTranslations()
  return (
    <PublicShell width="wide" aside={<WhoIsHere />}>
      <title>{`${t('home.title')} · ${t('shell.testamur')}`}</title>
      <meta name="description" content={t('home.description')} />
      <div className="relative isolate">
        <Seal />
        <h1 className="max-w-2xl text-head font-bold tracking-tight md:text-display">{t('home.title')}</h1>
        <p className="mt-5 max-w-xl text-ink-soft">{t('home.lead')}</p>
      </div>
      <div className="mt-10 grid gap-x-12 gap-y-10 md:grid-cols-2">
        <section className="border-t-2 border-accent pt-5">
          <h2 className="text-title font-bold">{t('home.verify.title')}</h2>
          <p className="mt-2 mb-5">{t('home.verify.text')}</p>
          <ButtonLink to="/verify" tone="primary" size="large" icon={FileSearch}>
            {t('home.verify.action')}
          </ButtonLink>
        </section>
        <section className="border-t-2 border-line pt-5">
          <h2 className="text-title font-bold">{t('home.signIn.title')}</h2>
          <p className="mt-2 mb-5">{t('home.signIn.text')}</p>
          <Enter />
        </section>
      </div>
      {cast.length > 0 && (
        <section className="mt-14 border-t-2 border-line pt-5">
          <h2 className="text-title font-bold">{t('home.people')}</h2>
          <p className="mt-1 mb-5 text-body text-ink-soft">{t('account.demo.about')}</p>
          <OneClickPeople people={cast} />
          <p className="mt-4 text-body">
            <Link to="/sign-in">{t('account.demo.more')}</Link>
          </p>
        </section>
      )}
      <h2 className="mt-16 text-title font-bold">{t('home.how.title')}</h2>
      <dl className="mt-5 grid gap-x-12 gap-y-7 text-body md:grid-cols-3">
        {qualities.map(({ key, icon: Icon }) => (
          <div key={key}>
            <dt className="flex items-center gap-2.5 text-lead font-semibold">
              <Icon size={20} aria-hidden className="shrink-0 text-accent-ink" />
              {t(`home.how.${key}.title`)}
            </dt>
            <dd className="mt-1.5 text-ink-soft">{t(`home.how.${key}.text`)}</dd>
          </div>
        ))}
      </dl>
    </PublicShell>
  )
}

/** The line work of our certificates, as an ornament; drawn from our own name. */
const Seal = () => (
  <svg
    viewBox="0 0 1000 1000"
    aria-hidden="true"
    className="absolute -top-10 end-0 -z-10 size-68 text-accent-ink opacity-30 max-lg:hidden"
  >
    {guilloche('Testamur').map((path) => (
      <path key={path} d={path} fill="none" stroke="currentColor" strokeWidth="1.6" />
    ))}
    <path
      d="M400 515l75 75 140-160"
      fill="none"
      stroke="currentColor"
      strokeWidth="34"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)

const qualities = [
  { key: 'evidence', icon: Layers3 },
  { key: 'answers', icon: BadgeCheck },
  { key: 'open', icon: PackageOpen },
] as const

function Enter() {
  const t = useTranslations()
  const session = usePage()?.session
  // the console is for those who work there
  const organisations = session?.organisations.filter(({ roles }) => roles.some((role) => role !== 'learner')).slice(0, 4) ?? []
  if (session?.person)
    return (
      <ul className="grid justify-items-start gap-3">
        {organisations.map(({ id, slug, name }) => (
          <li key={id}>
            <ButtonLink to={`/o/${slug}`} size="large" icon={LayoutDashboard}>
              {t('home.signIn.console', { organisation: name })}
            </ButtonLink>
          </li>
        ))}
        <li>
          <ButtonLink to="/my/credentials" size="large" icon={BadgeCheck}>
            {t('account.page.toCredentials')}
          </ButtonLink>
        </li>
      </ul>
    )
  return (
    <ButtonLink to="/sign-in" size="large" icon={LogIn} className="[&_svg]:flips">
      {t('home.signIn.action')}
    </ButtonLink>
  )
}
