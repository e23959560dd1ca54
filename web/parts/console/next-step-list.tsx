// What waits for somebody, each a link to where it is done.
import { BadgeCheck, ChevronRight, FileInput, type LucideIcon, Stamp, TriangleAlert } from 'lucide-react'
import { Link as RouterLink } from 'react-router'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import type { NextStep, NextStepCode } from './next-steps.ts'

const icons: Readonly<Record<NextStepCode, LucideIcon>> = {
  import_open: FileInput,
  import_previewed: FileInput,
  import_busy: FileInput,
  import_failed: TriangleAlert,
  release_prepared: BadgeCheck,
  release_busy: BadgeCheck,
  release_failed: TriangleAlert,
  design_incomplete: Stamp,
  design_complete: Stamp,
  design_changed: Stamp,
}

export function NextStepList({ steps, base }: { steps: readonly NextStep[]; base: string }) {
  const t = useTranslations('console.home')
  if (steps.length === 0) return <p className="text-ink-soft">{t('nothingNext')}</p>
  return (
    <ul className="-mx-3 grid">
      {steps.map(({ key, code, values, to, since }) => {
        const Icon = icons[code]
        return (
          <li key={key}>
            <RouterLink
              to={`${base}/${to}`}
              className="group/step flex min-h-12 items-center gap-3 rounded-md px-3 py-2 hover:bg-hover"
            >
              <Icon size={18} aria-hidden className={`shrink-0 ${code.endsWith('failed') ? 'text-failed' : 'text-accent-ink'}`} />
              <span className="min-w-0 flex-1 font-semibold group-hover/step:underline">
                {t(`todo.${code}`, { ...values, title: `\u2068${values.title}\u2069` })}
              </span>
              <span className="text-fine text-ink-soft max-sm:hidden">
                <DateText at={since} />
              </span>
              <ChevronRight size={16} aria-hidden className="flips shrink-0 text-ink-soft" />
            </RouterLink>
          </li>
        )
      })}
    </ul>
  )
}
