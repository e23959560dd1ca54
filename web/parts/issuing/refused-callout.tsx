// What the door refused, above the list it concerns; in the reader's words where the catalogue has them.
import { useTranslations } from 'use-intl'
import type { Problem } from '../../lib/problem.ts'
import { Callout } from '../../ui/callout.tsx'

export function RefusedCallout({ problem }: { problem: Problem | undefined }) {
  const t = useTranslations()
  if (!problem) return null
  const key = `refusal.${problem.type}` as 'refusal.not_found'
  return (
    <div role="alert" className="mb-4">
      <Callout tone="failed" title={t.has(key) ? t(key, problem.values as never) : problem.title}>
        {problem.issues?.[0]?.message}
      </Callout>
    </div>
  )
}
