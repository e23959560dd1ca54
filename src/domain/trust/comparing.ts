// The audit of an organisation, a page at a time: what its rows say now against what was recorded when they came to be.
import type { Ctx } from '#ports/ctx.ts'
import { aboutOf, type Statement, type StatementKind } from '#standards/log/statement.ts'
import { committed } from './recording.ts'
import { disagreements, type Recorded } from './rules.ts'
import { listRecordsAfter, listRecordsOf } from './store.ts'
import type { AuditFinding, AuditPage } from './trust.api.ts'

/** Ids after one, up to and with another where one is given, in their order; at most `limit`. */
export type Stretch = Readonly<{ after: string; upTo?: string; limit: number }>

/** A statement made anew; `body` where what it is about is not, or cannot be seen to be, what the row says of it. */
export type Told = Readonly<{ statement: Statement; body?: 'altered' | 'unreadable' }>

/**
 * `toldIn` makes the statements of a stretch anew, from the rows as they are. What is recorded is read first: a row that comes
 * meanwhile is then found unrecorded, and looked up again; none can seem to be gone.
 */
export async function compareWithLog(
  ctx: Ctx,
  { kind, after = '', limit }: { kind: StatementKind; after?: string | undefined; limit: number },
  toldIn: (stretch: Stretch) => Promise<readonly Told[]>,
): Promise<AuditPage> {
  const records = await listRecordsAfter(ctx, kind, after, limit)
  const lastRecord = records.length === limit ? records.at(-1)?.about : undefined
  const told = await toldIn({ after, ...(lastRecord === undefined ? {} : { upTo: lastRecord }), limit })
  const rows = await Promise.all(told.map(({ statement }) => committed(ctx, statement)))
  const end = rows.length === limit ? rows.at(-1)?.about : lastRecord
  const within = end === undefined ? records : records.filter(({ about }) => about <= end)
  const known = new Set(within.map(({ about }) => about))
  const again = rows.filter(({ about }) => !known.has(about)).map(({ about }) => about)
  const late: readonly Recorded[] = again.length > 0 ? await listRecordsOf(ctx, kind, again) : []
  return {
    checked: new Set([...known, ...rows.map(({ about }) => about)]).size,
    findings: [...disagreements(kind, rows, [...within, ...late]), ...told.flatMap(aboutBody)],
    ...(end === undefined ? {} : { next: end }),
  }
}

const aboutBody = ({ statement, body }: Told): AuditFinding[] =>
  body ? [{ code: `body_${body}`, kind: statement.kind, about: aboutOf(statement) }] : []
