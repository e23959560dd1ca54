// Something to know before going on. One a page is read; five are wallpaper.
import type { ReactNode } from 'react'
import { StateIcon } from './state-tag.tsx'
import type { State } from './states.ts'

export type CalloutTone = 'info' | 'passed' | 'warned' | 'failed' | 'unknown'

const looks: Record<CalloutTone, { state: State; box: string; ink: string }> = {
  info: { state: 'in_review', box: 'bg-under-way-soft border-under-way', ink: 'text-under-way' },
  passed: { state: 'passed', box: 'bg-passed-soft border-passed', ink: 'text-passed' },
  warned: { state: 'warned', box: 'bg-warned-soft border-warned', ink: 'text-warned' },
  failed: { state: 'failed', box: 'bg-failed-soft border-failed', ink: 'text-failed' },
  unknown: { state: 'not_run', box: 'bg-unknown-soft border-unknown', ink: 'text-unknown' },
}

export function Callout({ tone, title, children }: { tone: CalloutTone; title: ReactNode; children?: ReactNode }) {
  const { state, box, ink } = looks[tone]
  return (
    <div className={`flex items-start gap-3 rounded-md border-s-4 px-4 py-3 ${box}`}>
      <span className="mt-0.5">
        <StateIcon state={state} />
      </span>
      <div className="min-w-0 flex-1">
        <p className={`font-semibold ${ink}`}>{title}</p>
        {children && <div className="measure mt-1 text-ink">{children}</div>}
      </div>
    </div>
  )
}
