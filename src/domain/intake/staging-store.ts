// The SQL of what an import has staged: facts as they were understood, and rows that were refused.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Copy, Ctx } from '#ports/ctx.ts'
import type { RowRefusal } from '#standards/csv/refusals.ts'
import { own } from './import-store.ts'

export type StagedFact = Readonly<{
  kind: string
  offeringKey: string
  learnerKey: string
  lineItemKey: string
  fact: Readonly<Record<string, unknown>>
  digest: string
  file: string
  line: number
  target: string
}>

export type Numbered<T> = Readonly<{ number: number; row: T }>

/** Facts and refusals of an import, so far. */
export async function copyStaged(
  copy: Copy,
  id: Id<'imp'>,
  { facts, refusals }: { facts: readonly Numbered<StagedFact>[]; refusals: readonly Numbered<RowRefusal>[] },
): Promise<void> {
  const columns = [
    'import',
    'number',
    'kind',
    'offering_key',
    'learner_key',
    'line_item_key',
    'fact',
    'digest',
    'file',
    'line',
    'target',
  ]
  if (facts.length > 0) await copy('import_fact', columns, factRows(id, facts))
  if (refusals.length > 0)
    await copy('import_refusal', ['import', 'number', 'file', 'line', 'column', 'code', 'values'], refusalRows(id, refusals))
}

function* factRows(id: Id<'imp'>, facts: readonly Numbered<StagedFact>[]) {
  for (const { number, row } of facts)
    yield [
      id,
      number,
      row.kind,
      row.offeringKey,
      row.learnerKey,
      row.lineItemKey,
      row.fact,
      row.digest,
      row.file,
      row.line,
      row.target,
    ]
}

// line 0 is the file as a whole
function* refusalRows(id: Id<'imp'>, refusals: readonly Numbered<RowRefusal>[]) {
  for (const { number, row } of refusals) yield [id, number, row.file, row.line ?? 0, row.column ?? '', row.code, row.values]
}

export async function deleteStaged(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  await ctx.db.deleteFrom('import_fact').where('organisation', '=', own(ctx)).where('import', '=', id).execute()
}

export async function deleteRefusals(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  await ctx.db.deleteFrom('import_refusal').where('organisation', '=', own(ctx)).where('import', '=', id).execute()
}

/** Fresh tables have no statistics, and without them the planner joins them row by row. */
export const analyse = (ctx: Ctx) => sql`select analyse_intake()`.execute(ctx.db)

type Page = { limit: number; after: number }

export const listFacts = (
  ctx: Ctx,
  id: Id<'imp'>,
  { kind, effect, settled, limit, after }: Page & { kind: string; effect?: string | undefined; settled?: 'yes' | undefined },
) =>
  ctx.db
    .selectFrom('import_fact')
    .select(['number', 'kind', 'effect', 'file', 'line', 'fact'])
    .where('organisation', '=', own(ctx))
    .where('import', '=', id)
    .where('kind', '=', kind)
    .where('number', '>', after)
    .$if(effect !== undefined, (query) => query.where('effect', '=', effect ?? ''))
    .$if(settled !== undefined, (query) => query.where(onSettled))
    .orderBy('number')
    .limit(limit)
    .execute()

const onSettled = sql<boolean>`exists (select from enrolment e join offering o on o.id = e.offering join learner l on l.id = e.learner
  where e.settled is not null and o.organisation = import_fact.organisation and o.key = import_fact.offering_key
    and l.organisation = import_fact.organisation and l.key = import_fact.learner_key)`

export const listRefusals = (ctx: Ctx, id: Id<'imp'>, { limit, after }: Page) =>
  ctx.db
    .selectFrom('import_refusal')
    .select(['number', 'file', 'line', 'column', 'code', 'values'])
    .where('organisation', '=', own(ctx))
    .where('import', '=', id)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()

export type SealedFact = { number: number; stored: string; sealed: string; wrapped: string; held: Uint8Array }

/** Learners whose names were sealed with a key that is not (any more) the one they have. */
export async function listSealedWithAnotherKey(ctx: Ctx, id: Id<'imp'>): Promise<SealedFact[]> {
  const { rows } = await sql<SealedFact>`
    select f.number, f.stored, f.fact ->> 'sealed' as sealed, f.fact ->> 'wrapped' as wrapped, k.wrapped as held
    from import_fact f join learner_key k on k.learner = f.stored and k.organisation = f.organisation
    where f.organisation = ${own(ctx)} and f.import = ${id} and f.kind = 'learner' and f.effect = 'changed'
      and k.wrapped <> decode(f.fact ->> 'wrapped', 'base64')`.execute(ctx.db)
  return rows
}

export async function updateSealed(ctx: Ctx, id: Id<'imp'>, number: number, sealed: string, wrapped: string): Promise<void> {
  await sql`update import_fact set fact = fact || jsonb_build_object('sealed', ${sealed}::text, 'wrapped', ${wrapped}::text)
    where organisation = ${own(ctx)} and import = ${id} and kind = 'learner' and number = ${number}`.execute(ctx.db)
}

/** kind → effect → how many. */
export async function countEffects(
  ctx: Ctx,
  id: Id<'imp'>,
): Promise<Record<string, { new: number; changed: number; unchanged: number }>> {
  const rows = await ctx.db
    .selectFrom('import_fact')
    .select(['kind', (is) => is.fn.countAll<number>().as('all')])
    .select(sql<number>`count(*) filter (where effect = 'new')`.as('fresh'))
    .select(sql<number>`count(*) filter (where effect = 'changed')`.as('changed'))
    .where('organisation', '=', own(ctx))
    .where('import', '=', id)
    .groupBy('kind')
    .execute()
  return Object.fromEntries(
    rows.map(({ kind, all, fresh, changed }) => [kind, { new: fresh, changed, unchanged: all - fresh - changed }]),
  )
}
