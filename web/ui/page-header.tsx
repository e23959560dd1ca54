// The head of a screen: one title, one primary action, and where you are when that is deep.
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from './link.tsx'

export type Crumb = Readonly<{ to: string; label: string }>

type Props = {
  title: string
  /** The line under the title: a state, a date, a count. */
  about?: ReactNode
  action?: ReactNode
  /** Quiet ones, before the primary. */
  secondary?: ReactNode
  crumbs?: readonly Crumb[]
}

export function PageHeader({ title, about, action, secondary, crumbs = [] }: Props) {
  const t = useTranslations()
  return (
    <header className="mb-6">
      <title>{`${title} · ${t('shell.testamur')}`}</title>
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-title font-bold">{title}</h1>
          {about && <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">{about}</div>}
        </div>
        {(action || secondary) && (
          <div className="flex flex-wrap items-center gap-2">
            {secondary}
            {action}
          </div>
        )}
      </div>
    </header>
  )
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations()
  return (
    <nav aria-label={t('shell.breadcrumbs')} className="mb-1.5 text-fine text-ink-soft print:hidden">
      <ol className="flex flex-wrap items-center gap-1">
        {crumbs.map(({ to, label }) => (
          <li key={to} className="inline-flex items-center gap-1">
            <Link to={to} quiet>
              {label}
            </Link>
            <ChevronRight size={14} aria-hidden className="flips" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
