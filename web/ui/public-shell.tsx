// The frame of public and learner pages: a clear letter. One column, our name, and little else.
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { useTranslations } from 'use-intl'
import { Link } from './link.tsx'
import { LocaleSwitch } from './locale-switch.tsx'
import { SkipLink } from './skip-link.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { Wordmark } from './wordmark.tsx'

type Props = {
  children: ReactNode
  /** At the far end of the head: sign in, or who is signed in. */
  aside?: ReactNode
  /** `letter` is a reading column; `wide` leaves room for a certificate or a list. */
  width?: 'letter' | 'wide'
}

const widths = { letter: 'max-w-3xl', wide: 'max-w-5xl' }

export function PublicShell({ children, aside, width = 'letter' }: Props) {
  const t = useTranslations()
  return (
    <div className="flex min-h-dvh flex-col bg-canvas print:block print:min-h-0">
      <SkipLink />
      <header className="border-b border-line bg-surface print:hidden">
        <div className={`mx-auto flex min-h-16 items-center justify-between gap-4 px-4 md:px-6 ${widths[width]}`}>
          <RouterLink to="/" className="rounded-sm py-2 text-lead">
            <Wordmark />
          </RouterLink>
          {aside}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full flex-1 px-4 py-8 text-lead md:px-6 md:py-12 print:max-w-none print:p-0 ${widths[width]}`}
      >
        {children}
      </main>
      <footer className="border-t border-line text-fine text-ink-soft print:hidden">
        <div className={`mx-auto flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-5 md:px-6 ${widths[width]}`}>
          <p>
            {t('shell.footer')}{' '}
            <Link to="/verify" className="whitespace-nowrap">
              {t('shell.verify')}
            </Link>
          </p>
          <div className="flex items-center gap-4">
            <LocaleSwitch />
            <ThemeSwitch />
          </div>
        </div>
      </footer>
    </div>
  )
}
