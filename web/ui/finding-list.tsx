// Findings, one a row: what was asked, how it went, and the technical detail for those who want it.
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { StateTag } from './state-tag.tsx'

export type ShownFinding = Readonly<{
  id: string
  outcome: 'passed' | 'warned' | 'failed' | 'not_run'
  /** One plain sentence. */
  says: ReactNode
  technical?: ReactNode
}>

export const FindingList = ({ findings }: { findings: readonly ShownFinding[] }) => (
  <ul className="divide-y divide-line px-5">
    {findings.map((finding) => (
      <li key={finding.id} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[11rem_1fr]">
        <div>
          <StateTag state={finding.outcome} bare />
        </div>
        <div className="min-w-0">
          <p className="measure">{finding.says}</p>
          {finding.technical && <Technical>{finding.technical}</Technical>}
        </div>
      </li>
    ))}
  </ul>
)

function Technical({ children }: { children: ReactNode }) {
  const t = useTranslations()
  return (
    <details className="group/technical mt-1">
      <summary className="inline-flex min-h-6 items-center gap-1 rounded-sm text-fine text-ink-soft hover:text-ink">
        {t('ui.verdict.technical')}
        <ChevronDown size={14} aria-hidden className="transition-transform group-open/technical:rotate-180" />
      </summary>
      <div dir="ltr" className="mt-1 overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-fine whitespace-pre-wrap">
        {children}
      </div>
    </details>
  )
}
