// The SQL of what was recorded: entries that wait for their place, and those that have one.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Copy, Ctx } from '#ports/ctx.ts'
import type { StatementKind } from '#standards/log/statement.ts'
import type { Recorded } from './rules.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // only organisations record

export type Entry = Readonly<{ kind: StatementKind; about: string; commitment: Uint8Array }>

export const insertWaiting = (ctx: Ctx, entries: readonly Entry[]) =>
  ctx.db
    .insertInto('log_waiting')
    .values(entries.map(({ kind, about, commitment }) => ({ organisation: own(ctx), kind, about, commitment })))
    .execute()

export const copyWaiting = (copy: Copy, entries: readonly Entry[]) =>
  copy(
    'log_waiting',
    ['kind', 'about', 'commitment'],
    entries.map(({ kind, about, commitment }) => [kind, about, commitment]),
  )

export async function isAnythingWaiting(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ waiting: boolean }>`select exists (select from log_waiting) as waiting`.execute(ctx.db)
  return rows[0]?.waiting === true
}

/**
 * Gives up to `most` of what waits its places, densely from `first`, and answers their commitments in that order. What the log has
 * already is dropped. One statement, so that nothing committed meanwhile is taken away without a place.
 */
export async function placeWaiting(ctx: Ctx, first: number, most: number): Promise<{ taken: number; commitments: Uint8Array[] }> {
  const { rows } = await sql<{ taken: number; commitment: Uint8Array | null }>`
    with taken as (
      delete from log_waiting where ctid = any (array(select ctid from log_waiting limit ${most}))
      returning organisation, kind, about, commitment
    ), fresh as (
      select distinct on (about, kind) * from taken t
      where not exists (select from log_leaf l where l.about = t.about and l.kind = t.kind)
      order by about, kind
    ), placed as (
      insert into log_leaf (position, organisation, kind, about, commitment)
      select ${first}::bigint + row_number() over (order by about, kind) - 1, organisation, kind, about, commitment from fresh
      returning position, commitment
    )
    select counted.taken, placed.commitment
    from (select count(*)::int as taken from taken) counted left join placed on true order by placed.position`.execute(ctx.db)
  return { taken: rows[0]?.taken ?? 0, commitments: rows.flatMap(({ commitment }) => (commitment ? [commitment] : [])) }
}

/** What the log holds about these things of the own organisation, placed or waiting. */
export async function listRecordsOf(ctx: Ctx, kind: StatementKind, abouts: readonly string[]): Promise<Recorded[]> {
  const { rows } = await sql<Recorded>`
    select position, about, commitment from log_leaf
    where organisation = ${own(ctx)} and kind = ${kind} and about = any(${[...abouts]})
    union all
    select null, about, commitment from log_waiting
    where organisation = ${own(ctx)} and kind = ${kind} and about = any(${[...abouts]})`.execute(ctx.db)
  return rows
}

/** The same for everything of a kind after one id, in the order of ids. */
export async function listRecordsAfter(ctx: Ctx, kind: StatementKind, after: string, limit: number): Promise<Recorded[]> {
  const { rows } = await sql<Recorded>`
    (select position, about, commitment from log_leaf
     where organisation = ${own(ctx)} and kind = ${kind} and about > ${after} order by about limit ${limit})
    union all
    (select null, about, commitment from log_waiting
     where organisation = ${own(ctx)} and kind = ${kind} and about > ${after} order by about limit ${limit})
    order by about limit ${limit}`.execute(ctx.db)
  return rows
}

/** For everybody, and for the check: the entries of these places, as many as are there. In the installation's scope. */
export const listEntries = (ctx: Ctx, from: number, to: number) =>
  ctx.db
    .selectFrom('log_leaf')
    .select(['position', 'about', 'commitment'])
    .where('position', '>=', from)
    .where('position', '<', to)
    .orderBy('position')
    .execute()
