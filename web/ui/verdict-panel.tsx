// The answer to "can I rely on this?": one of three, in plain words, with each question asked and the technical detail one click away.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FindingList, type ShownFinding } from './finding-list.tsx'
import { StateIcon } from './state-tag.tsx'
import { inkOf, states, tintOf } from './states.ts'

export type Verdict = 'passed' | 'failed' | 'not_run'

type Props = {
  verdict: Verdict
  /** Said instead of the general sentence, where more is known: suspended, expired. */
  title?: string
  /** The reason and what to do. */
  children?: ReactNode
  findings: readonly ShownFinding[]
}

export function VerdictPanel({ verdict, title, children, findings }: Props) {
  const t = useTranslations()
  const { hue } = states[verdict]
  return (
    <section className="overflow-hidden rounded-lg border border-line bg-surface text-body">
      <div role="status" className={`flex items-start gap-4 px-5 py-5 ${tintOf[hue]}`}>
        <StateIcon state={verdict} size={36} />
        <div>
          <h2 className={`text-title font-bold ${inkOf[hue]}`}>{title ?? t(`ui.verdict.${verdict}`)}</h2>
          {children && <div className="measure mt-1 text-lead text-ink">{children}</div>}
        </div>
      </div>
      <h3 className="px-5 pt-4 pb-1 font-semibold text-ink-soft">{t('ui.verdict.findings')}</h3>
      <FindingList findings={findings} />
    </section>
  )
}
