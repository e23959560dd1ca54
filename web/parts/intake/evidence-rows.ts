// The rows that decided, out of the record they stand in: what was said, and where it was read.
import type { Enrolment } from '#domain/intake/intake.api.ts'

export type EvidenceRow = Readonly<{
  id: string
  /** The line item's title; missing for a final outcome. */
  title?: string
  score?: number
  maximum?: number
  outcome?: string
  says?: string
  from: Enrolment['from']
  superseded: boolean
}>

export function evidenceRows(enrolment: Enrolment, ids: readonly string[]): EvidenceRow[] {
  const wanted = new Set(ids)
  return allRows(enrolment).filter(({ id }) => wanted.has(id))
}

const allRows = ({ lineItems, outcomes }: Enrolment): EvidenceRow[] => [
  ...outcomes.map(({ id, value, says, from, supersededBy }) => ({
    id,
    outcome: value,
    says,
    from,
    superseded: supersededBy !== undefined,
  })),
  ...lineItems.flatMap(({ title, maximum, results }) =>
    results.map(({ id, score, from, supersededBy }) => ({
      id,
      title,
      ...(score === undefined ? {} : { score }),
      ...(maximum === undefined ? {} : { maximum }),
      from,
      superseded: supersededBy !== undefined,
    })),
  ),
]
