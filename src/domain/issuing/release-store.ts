// The SQL of releases; that of their lines is in line-store.ts.
import { sql } from 'kysely'
import { keyset } from '#db/keyset.ts'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { releaseSorts } from './issuing.api.ts'
import type { ReleaseState } from './rules.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // the door lets nobody in here without one

/** What a release is about, frozen when it is prepared. */
export type Asks = Readonly<{
  microCredentials: readonly {
    id: Id<'mc'>
    key: string
    title: string
    rule: Id<'rule'>
    ruleVersion: number
    version: Id<'dv'>
    designVersion: number
  }[]
  offerings?: readonly Id<'off'>[]
}>

export type Progress = Readonly<{ done: number; total: number; since: string; at: string }>

export const insertRelease = (ctx: Ctx, { id, title, asks }: { id: Id<'rel'>; title: string; asks: Asks }) =>
  ctx.db
    .insertInto('release')
    .values({
      id,
      organisation: own(ctx),
      title,
      state: 'preparing',
      created: ctx.now,
      created_by: ctx.actor.id,
      asks: JSON.stringify(asks),
    })
    .execute()

export const findRelease = (ctx: Ctx, id: Id<'rel'>) =>
  ctx.db.selectFrom('release').selectAll().where('organisation', '=', own(ctx)).where('id', '=', id).executeTakeFirst()

export const lockRelease = (ctx: Ctx, id: Id<'rel'>) =>
  ctx.db
    .selectFrom('release')
    .selectAll()
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

const sorted = {
  title: sql`lower(title)`,
  state: sql`state`,
  created: sql`created`,
  // not yet is later than any day
  released: sql`coalesce(released, 'infinity')`,
}

type Paged = Readonly<{ after?: string | undefined; limit: number; sort?: (typeof releaseSorts)[number] | undefined }>

export function listReleaseRows(ctx: Ctx, { after, limit, sort }: Paged) {
  const releases = ctx.db.selectFrom('release').where('organisation', '=', own(ctx))
  const { order, beyond } = keyset({
    ...{ sort, after, id: sql`id`, columns: sorted },
    rowOf: (by, after) => releases.select([by.as('by'), 'id']).where('id', '=', after as Id<'rel'>),
  })
  const query = releases
    .selectAll()
    .orderBy(order)
    .limit(limit + 1)
  return (beyond ? query.where(beyond) : query).execute()
}

type ReleaseChange = Partial<{
  released: Date
  released_by: string
  finished: Date
  cancelled: Date
  cancelled_by: string
  progress: string
  failure: string
}>

/** Answers whether the release was still in the state that was read. */
export async function updateReleaseState(
  ctx: Ctx,
  id: Id<'rel'>,
  from: ReleaseState,
  to: ReleaseState,
  change: ReleaseChange = {},
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('release')
    .set({ state: to, ...change })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const updateProgress = (ctx: Ctx, id: Id<'rel'>, progress: Progress) =>
  ctx.db
    .updateTable('release')
    .set({ progress: JSON.stringify(progress) })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .execute()

/** Preparing begins anew after an interruption; an earlier run that still lives finds that it is not meant any more. False when there is nothing left to prepare. */
export const beginAttempt = (ctx: Ctx, id: Id<'rel'>, attempt: string): Promise<boolean> =>
  ctx.atomically(async (ctx) => {
    const { numUpdatedRows } = await ctx.db
      .updateTable('release')
      .set({ attempt })
      .where('organisation', '=', own(ctx))
      .where('id', '=', id)
      .where('state', '=', 'preparing')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await deleteLines(ctx, id)
    return true
  })

async function deleteLines(ctx: Ctx, id: Id<'rel'>): Promise<void> {
  await sql`with gone as (delete from release_line where organisation = ${own(ctx)} and release = ${id} returning decision)
    delete from decision where organisation = ${own(ctx)} and id in (select decision from gone)`.execute(ctx.db)
}

/** Why a release does not get on; nothing when it does. */
export const updateFailure = (ctx: Ctx, id: Id<'rel'>, failure: object | null) =>
  ctx.db
    .updateTable('release')
    .set({ failure: failure && JSON.stringify(failure) })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .execute()

/** The origin goes into every credential, so the first issue freezes it. Answers the origin that is frozen. */
export async function freezeOrigin(ctx: Ctx): Promise<string> {
  await sql`update installation set origin = ${ctx.origin} where origin is null`.execute(ctx.db)
  const { rows } = await sql<{ origin: string }>`select origin from installation`.execute(ctx.db)
  return rows[0]?.origin ?? ctx.origin
}
