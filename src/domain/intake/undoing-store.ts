// Undoing an import, in sets: what stands on it, and how its rows go and the ones before come back. Run inside one transaction.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { own } from './import-store.ts'

/** Locks every enrolment that the import made, changed or brought results for, so that nothing is issued on it meanwhile; whether something was before. */
export async function lockEnrolments(ctx: Ctx, id: Id<'imp'>): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean | null }>`
    with touched as materialized (
      select e.settled from enrolment e where e.organisation = ${own(ctx)} and e.id in (
        select id from enrolment where organisation = ${own(ctx)} and import = ${id}
        union select target from import_change where organisation = ${own(ctx)} and import = ${id}
        union select enrolment from result where organisation = ${own(ctx)} and import = ${id})
      order by e.id for update of e)
    select bool_or(settled is not null) as settled from touched`.execute(ctx.db)
  return rows[0]?.settled ?? false
}

/** Whether another import has superseded its results, changed its rows, or hung rows of its own on those it made. */
export async function findOverlay(ctx: Ctx, id: Id<'imp'>): Promise<boolean> {
  const org = own(ctx)
  const made = (table: 'learner' | 'offering' | 'line_item' | 'enrolment') =>
    sql`(select m.id from ${sql.table(table)} m where m.organisation = ${org} and m.import = ${id}
      and not exists (select from import_change c where c.import = ${id} and c.target = m.id))`
  const of = (table: 'line_item' | 'enrolment' | 'result') =>
    sql`from ${sql.table(table)} x where x.organisation = ${org} and x.import <> ${id}`
  const { rows } = await sql<{ overlaid: boolean }>`
    select exists (select from result r where r.organisation = ${org} and r.import = ${id} and r.superseded_by is not null)
      or exists (select from import_change c where c.organisation = ${org} and c.before ->> 'import' = ${id})
      or exists (select ${of('line_item')} and x.offering in ${made('offering')})
      or exists (select ${of('enrolment')} and (x.offering in ${made('offering')} or x.learner in ${made('learner')}))
      or exists (select ${of('result')} and (x.enrolment in ${made('enrolment')} or x.line_item in ${made('line_item')})) as overlaid`.execute(
    ctx.db,
  )
  return rows[0]?.overlaid ?? false
}

/** Results first, then rows as they were, then what is left of this import: the rows that it made. */
export async function revert(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  const org = own(ctx)
  const mine = sql`organisation = ${org} and import = ${id}`
  const statements = [
    sql`delete from result where ${mine}`,
    sql`update result r set superseded_by = null where r.organisation = ${org} and r.superseded_by is not null
      and not exists (select from result n where n.id = r.superseded_by)`,
    ...restored.map(
      ([
        table,
        columns,
      ]) => sql`update ${sql.table(table)} t set ${sql.raw(columns.map((name) => `${name} = b.${name}`).join(', '))}
        from import_change c, jsonb_populate_record(null::${sql.table(table)}, c.before) b
        where c.organisation = ${org} and c.import = ${id} and t.id = c.target and t.organisation = ${org}`,
    ),
    sql`delete from enrolment where ${mine}`,
    sql`delete from line_item where ${mine}`,
    sql`delete from learner_key k using learner l where l.id = k.learner and l.organisation = ${org} and l.import = ${id}`,
    sql`delete from learner where ${mine}`,
    sql`delete from offering where ${mine}`,
    sql`delete from import_change where ${mine}`,
  ]
  for (const statement of statements) await statement.execute(ctx.db)
}

const place = ['digest', 'import', 'file', 'line'] as const

/** What an import may change of each table; the rest (an offering's link, what was settled) is not its own to restore. */
const restored = [
  ['learner', ['sealed', 'search_hashes', ...place]],
  ['offering', ['course', 'title', 'starts_on', 'ends_on', ...place]],
  ['line_item', ['title', 'category', 'weight', 'maximum', 'due_on', ...place]],
  ['enrolment', ['status', 'starts_on', 'ends_on', ...place]],
] as const
