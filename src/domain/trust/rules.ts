// What rows that an organisation has now, and what the log holds about them, say about each other.
import { sameBytes } from '#kernel/bytes.ts'
import type { StatementKind } from '#standards/log/statement.ts'
import type { AuditFinding } from './trust.api.ts'

/** Of a row as it is now: what its statement would be committed to. */
export type Committed = Readonly<{ about: string; commitment: Uint8Array }>

/** Of the log; `position` is missing while it waits for one. */
export type Recorded = Committed & Readonly<{ position: number | null }>

/** Everything that does not agree: rows that changed or came without being recorded, and records whose row is gone. */
export function disagreements(kind: StatementKind, rows: readonly Committed[], records: readonly Recorded[]): AuditFinding[] {
  const byAbout = new Map(records.map((record) => [record.about, record]))
  const there = new Set(rows.map(({ about }) => about))
  const of = ({ about }: Committed, code: AuditFinding['code'], record?: Recorded): AuditFinding => ({
    code,
    kind,
    about,
    ...(record && record.position !== null ? { index: record.position } : {}),
  })
  return [
    ...rows.flatMap((row) => {
      const record = byAbout.get(row.about)
      if (!record) return [of(row, 'unrecorded')]
      return sameBytes(row.commitment, record.commitment) ? [] : [of(row, 'altered', record)]
    }),
    ...records.filter(({ about }) => !there.has(about)).map((record) => of(record, 'removed', record)),
  ]
}
