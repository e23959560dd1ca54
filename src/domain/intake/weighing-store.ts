// Weighing, in sets: what the staged facts of an import say twice, what points nowhere, and what each would do to what is stored.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { enrolled, offered, ofLineItem, runByKeys } from './by-keys-store.ts'
import type { FieldColumns } from './columns.ts'
import { own } from './import-store.ts'
import { mostRefusalsKept } from './row-refusals.ts'

/** `columns` point at the file; `refused` is how many rows were refused before. */
export type Weighing = Readonly<{ id: Id<'imp'>; columns: FieldColumns; refused: number }>

/** Answers how many rows are refused now. */
export async function refuseMisfits(ctx: Ctx, { id, columns, refused }: Weighing): Promise<number> {
  let count = refused
  await deleteBareLearners(ctx, id)
  await deleteRepeated(ctx, id)
  for (const misfit of [saidDifferently(ctx, id), ...pointingNowhere(ctx, id)])
    count += await refuse(ctx, id, columns, count, misfit)
  return count
}

/** Sets effect and stored row of every staged fact that finds one; all are new before. */
export async function updateEffects(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  const now = sql`r.superseded_by is null`
  const finds: Readonly<Record<string, { joins: RawBuilder<unknown>; row: string }>> = {
    learner: { joins: sql`join learner l on l.organisation = f.organisation and l.key = f.learner_key`, row: 'l' },
    offering: { joins: offered, row: 'o' },
    line_item: { joins: sql`${offered} ${ofLineItem}`, row: 'i' },
    enrolment: { joins: enrolled, row: 'e' },
    result: {
      joins: sql`${enrolled} ${ofLineItem} join result r on r.enrolment = e.id and r.line_item = i.id and ${now}`,
      row: 'r',
    },
    outcome: { joins: sql`${enrolled} join result r on r.enrolment = e.id and r.line_item is null and ${now}`, row: 'r' },
  }
  for (const [kind, { joins, row }] of Object.entries(finds)) {
    const staged = (
      alias: string,
    ) => sql`${sql.ref(`${alias}.organisation`)} = ${own(ctx)} and ${sql.ref(`${alias}.import`)} = ${id}
      and ${sql.ref(`${alias}.kind`)} = ${kind}`
    // a learner of whom the file says only the key, and so has no digest, keeps the name that is there
    await runByKeys(
      ctx,
      id,
      sql`update import_fact t set stored = found.id,
          effect = case when t.digest = found.digest or t.digest = '' then 'unchanged' else 'changed' end
        from (select f.number, ${sql.ref(`${row}.id`)}, ${sql.ref(`${row}.digest`)} from import_fact f ${joins} where ${staged('f')}) found
        where ${staged('t')} and t.number = found.number`,
    )
  }
}

/** Before weighing again: what was compared with rows that may have changed since. */
export const resetEffects = (ctx: Ctx, id: Id<'imp'>) =>
  ctx.db
    .updateTable('import_fact')
    .set({ effect: 'new', stored: null })
    .where('organisation', '=', own(ctx))
    .where('import', '=', id)
    .where('effect', '<>', 'new')
    .execute()

/** A row that names a learner by key alone contradicts no row that says more. */
const deleteBareLearners = (ctx: Ctx, id: Id<'imp'>) =>
  sql`delete from import_fact f where f.organisation = ${own(ctx)} and f.import = ${id} and f.kind = 'learner' and f.digest = ''
    and exists (select from import_fact o where o.organisation = ${own(ctx)} and o.import = ${id} and o.kind = 'learner'
      and o.learner_key = f.learner_key and o.digest <> '')`.execute(ctx.db)

const key = sql`kind, offering_key, learner_key, line_item_key`

/** Said twice in the same words is said once: the first row stays. */
const deleteRepeated = (ctx: Ctx, id: Id<'imp'>) =>
  sql`with repeated as (
      select ${key}, digest, min(number) as first from import_fact where organisation = ${own(ctx)} and import = ${id}
      group by ${key}, digest having count(*) > 1)
    delete from import_fact f using repeated r where f.organisation = ${own(ctx)} and f.import = ${id} and f.kind = r.kind
      and f.offering_key = r.offering_key and f.learner_key = r.learner_key and f.line_item_key = r.line_item_key
      and f.digest = r.digest and f.number > r.first`.execute(ctx.db)

/** `gone` deletes the facts and returns kind, file, line and the refusal's values. */
type Misfit = Readonly<{ code: string; field: string; gone: RawBuilder<unknown> }>

function saidDifferently(ctx: Ctx, id: Id<'imp'>): Misfit {
  const org = own(ctx)
  const gone = sql`
    with said as (
      select ${key}, array_agg(number order by number) as numbers from import_fact
      where organisation = ${org} and import = ${id} group by ${key} having count(*) > 1)
    delete from import_fact f using said s, import_fact other
    where f.organisation = ${org} and f.import = ${id} and f.kind = s.kind
      and f.offering_key = s.offering_key and f.learner_key = s.learner_key and f.line_item_key = s.line_item_key
      and other.organisation = ${org} and other.import = ${id} and other.kind = s.kind
      and other.number = case when f.number = s.numbers[1] then s.numbers[2] else s.numbers[1] end
    returning f.kind, f.file, f.line, jsonb_build_object('otherFile', other.file, 'otherLine', other.line) as "values"`
  return { code: 'said_differently', field: '', gone }
}

function pointingNowhere(ctx: Ctx, id: Id<'imp'>): Misfit[] {
  const org = own(ctx)
  const among = (kind: string, same: RawBuilder<unknown>) =>
    sql`exists (select from import_fact k where k.organisation = ${org} and k.import = ${id} and k.kind = ${kind} and ${same})`
  const remove = (kinds: readonly string[], seen: string, staged: RawBuilder<unknown>, stored: RawBuilder<unknown>) =>
    sql`delete from import_fact f where f.organisation = ${org} and f.import = ${id} and f.kind = any(${kinds})
      and not ${staged} and not exists (${stored})
      returning f.kind, f.file, f.line, jsonb_build_object('seen', ${sql.ref(`f.${seen}`)}) as "values"`
  const offering = sql`k.offering_key = f.offering_key`
  const learner = sql`k.learner_key = f.learner_key`
  return [
    {
      code: 'offering_unknown',
      field: 'offering',
      gone: remove(
        ['line_item', 'enrolment', 'result', 'outcome'],
        'offering_key',
        among('offering', offering),
        sql`select from offering o where o.organisation = ${org} and o.key = f.offering_key`,
      ),
    },
    {
      code: 'learner_unknown',
      field: 'learner',
      gone: remove(
        ['enrolment'],
        'learner_key',
        among('learner', learner),
        sql`select from learner l where l.organisation = ${org} and l.key = f.learner_key`,
      ),
    },
    {
      code: 'enrolment_unknown',
      field: 'learner',
      gone: remove(
        ['result', 'outcome'],
        'learner_key',
        among('enrolment', sql`${offering} and ${learner}`),
        sql`select from enrolment e join offering o on o.id = e.offering join learner l on l.id = e.learner
          where e.organisation = ${org} and o.key = f.offering_key and l.key = f.learner_key`,
      ),
    },
    {
      code: 'line_item_unknown',
      field: 'lineItem',
      gone: remove(
        ['result'],
        'line_item_key',
        among('line_item', sql`${offering} and k.line_item_key = f.line_item_key`),
        sql`select from line_item i join offering o on o.id = i.offering
          where i.organisation = ${org} and o.key = f.offering_key and i.key = f.line_item_key`,
      ),
    },
  ]
}

async function refuse(
  ctx: Ctx,
  id: Id<'imp'>,
  columns: FieldColumns,
  before: number,
  { code, field, gone }: Misfit,
): Promise<number> {
  const { rows } = await sql<{ refused: number }>`
    with gone as (${gone}),
    numbered as (select gone.*, ${before}::int + row_number() over (order by file, line) as number from gone),
    kept as (insert into import_refusal (import, number, organisation, file, line, "column", code, "values")
      select ${id}, number, ${own(ctx)}, file, line, coalesce(${JSON.stringify(columns)}::jsonb #>> array[file, kind, ${field}], ''), ${code}, "values"
      from numbered where number <= ${mostRefusalsKept})
    select count(*) as refused from gone`.execute(ctx.db)
  return rows[0]?.refused ?? 0
}
