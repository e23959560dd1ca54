// Statements that find rows by the source's own keys, kept on one plan.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

/** From so many staged facts on, a wrong guess of the planner costs minutes, and reading whole tables once costs seconds. */
const many = 2_000

/**
 * Runs the statement, inside a transaction. Rows that the same transaction has just written have no statistics, so the planner takes
 * them for a handful and compares all with all. Of many facts, each join is therefore a hash join, in the order in which it is written.
 */
export async function runByKeys(ctx: Ctx, id: Id<'imp'>, statement: RawBuilder<unknown>): Promise<void> {
  await sql`select set_config('join_collapse_limit', '1', true), set_config('from_collapse_limit', '1', true),
      set_config('enable_nestloop', case when count(*) > ${many} then 'off' else 'on' end, true)
    from (select from import_fact where import = ${id} limit ${many + 1}) f`.execute(ctx.db)
  await statement.execute(ctx.db)
  await sql`select set_config('join_collapse_limit', '8', true), set_config('from_collapse_limit', '8', true),
    set_config('enable_nestloop', 'on', true)`.execute(ctx.db)
}

export const offered = sql`join offering o on o.organisation = f.organisation and o.key = f.offering_key`

export const enrolled = sql`${offered} join learner l on l.organisation = f.organisation and l.key = f.learner_key
  join enrolment e on e.offering = o.id and e.learner = l.id`

export const ofLineItem = sql`join line_item i on i.offering = o.id and i.key = f.line_item_key`
