// The frame of the staff console: organisations and capabilities at the side, the work in the middle. A drawer on a phone.
import { BadgeCheck, ChevronsUpDown, CircleUserRound, LogOut, type LucideIcon, Menu as MenuIcon, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { Form, NavLink, Link as RouterLink } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Membership, Person } from '../lib/context.ts'
import { usePage } from '../lib/page.ts'
import { Accented } from './accented.tsx'
import { Avatar } from './avatar.tsx'
import { CommandPalette, PaletteButton } from './command-palette.tsx'
import { LocaleSwitch } from './locale-switch.tsx'
import type { SearchRecords } from './palette-search.tsx'
import { Popout } from './popout.tsx'
import { SkipLink } from './skip-link.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

export type NavItem = Readonly<{ to: string; label: string; icon: LucideIcon; end?: boolean }>
export type NavGroup = Readonly<{ label?: string; items: readonly NavItem[] }>

type Props = {
  organisation: Membership
  organisations: readonly Membership[]
  person: Person
  /** Only what this person may open. */
  navigation: readonly NavGroup[]
  search?: SearchRecords
  children: ReactNode
}

export function ConsoleShell({ children, search, ...side }: Props) {
  const t = useTranslations()
  const screens = side.navigation.flatMap(({ items }) => items.map(({ to, label }) => ({ to, label })))
  return (
    <Accented accent={side.organisation.accent}>
      <div className="min-h-dvh bg-canvas md:flex print:block">
        <SkipLink />
        <CommandPalette screens={screens} search={search} />
        <header className="sticky top-0 z-30 h-dvh w-60 shrink-0 border-e border-line bg-sunken max-md:hidden print:hidden">
          <Side {...side} />
        </header>
        <header className="sticky top-0 z-30 border-b border-line bg-surface md:hidden print:hidden">
          <Popout
            className="flex min-h-14 items-center gap-3 px-4 font-semibold"
            summary={
              <>
                <MenuIcon size={20} aria-hidden />
                <span className="heard">{t('shell.menu')}</span>
                <span className="truncate">{side.organisation.name}</span>
              </>
            }
          >
            <Side {...side} />
          </Popout>
        </header>
        <main id="main" tabIndex={-1} className="mx-auto w-full min-w-0 max-w-[90rem] flex-1 px-4 py-6 md:px-8 print:p-0">
          {children}
        </main>
      </div>
    </Accented>
  )
}

function Side({ organisation, organisations, person, navigation }: Omit<Props, 'children' | 'search'>) {
  const t = useTranslations()
  return (
    <div className="flex h-full flex-col gap-3 md:p-3">
      <OrganisationSwitch organisation={organisation} organisations={organisations} />
      <PaletteButton />
      <nav aria-label={t('shell.navigation')} className="-mx-1 flex-1 overflow-y-auto px-1">
        {navigation.map((group, at) => (
          <div key={group.label ?? at} className={at > 0 ? 'mt-4' : ''}>
            {group.label && <p className="px-2.5 pb-1 text-fine text-ink-soft">{group.label}</p>}
            <ul className="grid gap-px">
              {group.items.map((item) => (
                <li key={item.to}>
                  <Entry {...item} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <Account person={person} />
    </div>
  )
}

const Entry = ({ to, label, icon: Icon, end = false }: NavItem) => (
  <NavLink
    to={to}
    end={end}
    className="group/nav flex min-h-9 items-center gap-2.5 rounded-md px-2.5 text-ink-soft hover:bg-hover hover:text-ink max-md:min-h-11 aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-low"
  >
    <Icon size={17} aria-hidden className="shrink-0 group-aria-[current]/nav:text-accent-ink" />
    {label}
  </NavLink>
)

function OrganisationSwitch({ organisation, organisations }: Pick<Props, 'organisation' | 'organisations'>) {
  const t = useTranslations()
  const name = (
    <>
      <Avatar name={organisation.name} square />
      <span className="min-w-0 flex-1 truncate font-semibold">{organisation.name}</span>
    </>
  )
  if (organisations.length < 2) return <p className="flex items-center gap-2.5 px-1 py-1">{name}</p>
  return (
    <Popout
      className="flex items-center gap-2.5 rounded-md px-1 py-1 hover:bg-hover"
      summary={
        <>
          {name}
          <ChevronsUpDown size={15} aria-hidden className="text-ink-soft" />
          <span className="heard">{t('shell.switchOrganisation')}</span>
        </>
      }
    >
      <ul>
        {organisations.map(({ id, slug, name }) => (
          <li key={id}>
            <RouterLink
              to={`/o/${slug}`}
              aria-current={id === organisation.id || undefined}
              className="flex min-h-10 items-center gap-2.5 rounded-md px-2 hover:bg-hover aria-[current]:font-semibold"
            >
              <Avatar name={name} square />
              {name}
            </RouterLink>
          </li>
        ))}
      </ul>
    </Popout>
  )
}

function Account({ person }: { person: Person }) {
  const t = useTranslations()
  return (
    <Popout
      up
      className="flex items-center gap-2.5 rounded-md px-1 py-1 hover:bg-hover"
      summary={
        <>
          <Avatar name={person.name} />
          <span className="min-w-0 flex-1 truncate">{person.name}</span>
          <span className="heard">{t('shell.account')}</span>
        </>
      }
    >
      <p className="text-fine text-ink-soft">{person.email}</p>
      <div className="my-2 flex items-center justify-between gap-3">
        <LocaleSwitch />
        <ThemeSwitch />
      </div>
      <RouterLink to="/my/credentials" className="flex min-h-10 items-center gap-2.5 rounded-md px-2 hover:bg-hover">
        <BadgeCheck size={16} aria-hidden />
        {t('account.page.credentials')}
      </RouterLink>
      <RouterLink to="/account" className="flex min-h-10 items-center gap-2.5 rounded-md px-2 hover:bg-hover">
        <CircleUserRound size={16} aria-hidden />
        {t('shell.account')}
      </RouterLink>
      {usePage()?.session.demo && (
        <RouterLink to="/sign-in" className="flex min-h-10 items-center gap-2.5 rounded-md px-2 hover:bg-hover">
          <UsersRound size={16} aria-hidden />
          {t('account.demo.switch')}
        </RouterLink>
      )}
      <Form method="post" action="/sign-out">
        <button type="submit" className="flex min-h-10 w-full items-center gap-2.5 rounded-md px-2 hover:bg-hover">
          <LogOut size={16} aria-hidden className="flips" />
          {t('shell.signOut')}
        </button>
      </Form>
    </Popout>
  )
}
