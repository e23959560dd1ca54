// The SQL of what stands beside staged rows: the row that each would change, and what its keys are the keys of.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { FactKind } from '#standards/csv/facts.ts'
import { own } from './import-store.ts'

export type Sealed = { sealed: Uint8Array<ArrayBuffer> | null; wrapped: Uint8Array<ArrayBuffer> | null }

export type Beside = Sealed & {
  number: number
  /** Of a changed row: what is stored now, by the names of the fact's fields; of a learner it is sealed. */
  before: Readonly<Record<string, unknown>> | null
  enrolment: Id<'enr'> | null
  settled: boolean
  /** As the same files say it; otherwise `sealed` and `wrapped` hold what is stored. */
  learner: Readonly<Record<string, unknown>> | null
  lineItem: string | null
  maximum: number | null
}

/** field of the fact → column of the stored row */
const storedAs: Readonly<Record<FactKind, Readonly<Record<string, string>>>> = {
  learner: {},
  offering: { course: 'course', title: 'title', startsOn: 'starts_on', endsOn: 'ends_on' },
  line_item: { title: 'title', category: 'category', weight: 'weight', maximum: 'maximum', dueOn: 'due_on' },
  enrolment: { status: 'status', startsOn: 'starts_on', endsOn: 'ends_on' },
  result: { score: 'score', submittedOn: 'submitted_on', carriedOver: 'carried_over' },
  outcome: { value: 'outcome', says: 'says', on: 'submitted_on' },
}

/** The rows as they are now: a result that another import has corrected meanwhile is found where it is told now. */
const storedRow: Readonly<Record<FactKind, ReturnType<typeof sql>>> = {
  learner: sql`left join learner b on b.id = f.stored`,
  offering: sql`left join offering b on b.id = f.stored`,
  line_item: sql`left join line_item b on b.id = f.stored`,
  enrolment: sql`left join enrolment b on b.id = f.stored`,
  result: sql`left join result b on b.enrolment = e.id and b.line_item = i.id and b.superseded_by is null`,
  outcome: sql`left join result b on b.enrolment = e.id and b.line_item is null and b.superseded_by is null`,
}

export async function listBeside(ctx: Ctx, id: Id<'imp'>, kind: FactKind, numbers: readonly number[]): Promise<Beside[]> {
  const fields = Object.entries(storedAs[kind]).map(([field, column]) => sql`${sql.lit(field)}, ${sql.ref(`b.${column}`)}`)
  const said = (alias: string, of: FactKind) => sql`${sql.ref(`${alias}.organisation`)} = f.organisation
    and ${sql.ref(`${alias}.import`)} = f.import and ${sql.ref(`${alias}.kind`)} = ${sql.lit(of)}`
  const { rows } = await sql<Beside>`
    select f.number, case when f.effect = 'changed' then jsonb_build_object(${sql.join(fields)}) end as before,
      e.id as enrolment, e.settled is not null as settled, sl.fact as learner, l.sealed, k.wrapped,
      coalesce(si.fact ->> 'title', i.title) as "lineItem", coalesce((si.fact ->> 'maximum')::double precision, i.maximum) as maximum
    from import_fact f
      left join offering o on o.organisation = f.organisation and o.key = f.offering_key
      left join learner l on l.organisation = f.organisation and l.key = f.learner_key
      left join learner_key k on k.learner = l.id
      left join enrolment e on e.offering = o.id and e.learner = l.id
      left join line_item i on i.offering = o.id and i.key = f.line_item_key
      left join import_fact si on ${said('si', 'line_item')} and si.offering_key = f.offering_key and si.line_item_key = f.line_item_key
        and f.line_item_key <> ''
      left join import_fact sl on ${said('sl', 'learner')} and sl.learner_key = f.learner_key and f.learner_key <> ''
      ${storedRow[kind]}
    where f.organisation = ${own(ctx)} and f.import = ${id} and f.kind = ${kind} and f.number = any(${numbers}::int[])`.execute(
    ctx.db,
  )
  return rows
}
