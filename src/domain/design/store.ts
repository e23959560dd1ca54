// The SQL of designs.
import { type SqlBool, sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

type Org = Id<'org'>
// organisation-scoped by the door; row-level security stands behind it
const own = (ctx: Ctx) => ctx.scope as Org

export const findMicroCredential = (ctx: Ctx, id: Id<'mc'>) =>
  ctx.db.selectFrom('micro_credential').selectAll().where('organisation', '=', own(ctx)).where('id', '=', id).executeTakeFirst()

/** Keeps two people from publishing or retiring at the same moment. */
export const lockMicroCredential = (ctx: Ctx, id: Id<'mc'>) =>
  ctx.db
    .selectFrom('micro_credential')
    .select('id')
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()

export const listDraftSteps = (ctx: Ctx, ids: readonly Id<'mc'>[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom('design_draft')
        .selectAll()
        .where('organisation', '=', own(ctx))
        .where('micro_credential', 'in', ids)
        .execute()

export const listVersions = (ctx: Ctx, ids: readonly Id<'mc'>[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom('design_version')
        .select(['id', 'micro_credential', 'number', 'digest', 'published', 'published_by'])
        .where('organisation', '=', own(ctx))
        .where('micro_credential', 'in', ids)
        .orderBy('number', 'desc')
        .execute()

export const findVersion = (ctx: Ctx, id: Id<'dv'>) =>
  ctx.db
    .selectFrom('design_version')
    .innerJoin('micro_credential', 'micro_credential.id', 'design_version.micro_credential')
    .selectAll('design_version')
    .select('micro_credential.key')
    .where('design_version.organisation', '=', own(ctx))
    .where('design_version.id', '=', id)
    .executeTakeFirst()

/** After one id, up to another where one is given, in the order of ids. */
export const listVersionsIn = (ctx: Ctx, { after, upTo, limit }: { after: string; upTo?: string; limit: number }) =>
  ctx.db
    .selectFrom('design_version')
    .select(['id', 'document', 'digest'])
    .where('organisation', '=', own(ctx))
    .where('id', '>', after as Id<'dv'>)
    .$if(upTo !== undefined, (query) => query.where('id', '<=', upTo as Id<'dv'>))
    .orderBy('id')
    .limit(limit)
    .execute()

/** For the public: whose version it is. */
export const findVersionOwner = (ctx: Ctx, id: Id<'dv'>) =>
  ctx.db.selectFrom('design_version').select('organisation').where('id', '=', id).executeTakeFirst()

export const listNewestVersions = (ctx: Ctx, ids: readonly Id<'mc'>[] | undefined) => {
  let query = ctx.db
    .selectFrom('design_version')
    .innerJoin('micro_credential', 'micro_credential.id', 'design_version.micro_credential')
    .distinctOn('design_version.micro_credential')
    .selectAll('design_version')
    .select('micro_credential.key')
    .where('design_version.organisation', '=', own(ctx))
    .where('micro_credential.retired', 'is', null)
    .orderBy('design_version.micro_credential')
    .orderBy('design_version.number', 'desc')
  if (ids) query = query.where('design_version.micro_credential', 'in', [...ids, '' as Id<'mc'>])
  return query.execute()
}

export type Search = { search?: string | undefined; state?: string | undefined; after?: string | undefined; limit: number }

/** State and title are worked out in SQL so that they can be searched and paged. */
const listed = (ctx: Ctx, { search, state }: Search) => {
  const title = sql<string>`coalesce(draft.document ->> 'title', '')`
  const number = sql<number | null>`(select max(number) from design_version v where v.micro_credential = mc.id)`
  const changed = sql<Date>`(select max(changed) from design_draft d where d.micro_credential = mc.id)`
  const last = sql<Uint8Array>`(select digest from design_version v where v.micro_credential = mc.id order by number desc limit 1)`
  const standing = sql<string>`case when mc.retired is not null then 'retired' when ${number} is null then 'draft'
    when mc.draft_digest is distinct from ${last} then 'changed' else 'published' end`
  let query = ctx.db
    .selectFrom('micro_credential as mc')
    .leftJoin('design_draft as draft', (join) =>
      join.onRef('draft.micro_credential', '=', 'mc.id').on('draft.step', '=', 'overview'),
    )
    .where('mc.organisation', '=', own(ctx))
  if (search) query = query.where(sql<SqlBool>`(mc.key || ' ' || ${title}) ilike ${`%${search.replaceAll(/[\\%_]/g, '\\$&')}%`}`)
  if (state) query = query.where(standing, '=', state)
  return { query, columns: { title, number, changed, standing } }
}

export function listMicroCredentials(ctx: Ctx, asked: Search) {
  const { query, columns } = listed(ctx, asked)
  let page = query
    .select([
      'mc.id',
      'mc.key',
      columns.title.as('title'),
      columns.number.as('version'),
      columns.changed.as('changed'),
      columns.standing.as('state'),
    ])
    .orderBy('mc.id', 'desc')
    .limit(asked.limit + 1)
  if (asked.after) page = page.where('mc.id', '<', asked.after as Id<'mc'>)
  return page.execute()
}

export async function countMicroCredentials(ctx: Ctx, asked: Search): Promise<number> {
  const { query } = listed(ctx, asked)
  const { count } = await query.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

export const listByKeys = (ctx: Ctx, keys: readonly string[]) =>
  keys.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom('micro_credential')
        .select(['id', 'key'])
        .where('organisation', '=', own(ctx))
        .where('key', 'in', keys)
        .where('retired', 'is', null)
        .execute()

/** Answers whether it was new. */
export async function insertMicroCredential(ctx: Ctx, id: Id<'mc'>, key: string): Promise<boolean> {
  const inserted = await ctx.db
    .insertInto('micro_credential')
    .values({ id, organisation: own(ctx), key, created: ctx.now, created_by: ctx.actor.id })
    .onConflict((conflict) => conflict.columns(['organisation', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const insertDraftSteps = (ctx: Ctx, id: Id<'mc'>, documents: Readonly<Record<string, unknown>>) =>
  ctx.db
    .insertInto('design_draft')
    .values(
      Object.entries(documents).map(([step, document]) => ({
        micro_credential: id,
        step,
        organisation: own(ctx),
        document: JSON.stringify(document),
        changed: ctx.now,
        changed_by: ctx.actor.id,
      })),
    )
    .execute()

/** Compare-and-set on the revision that was read; answers whether it was still that one. */
export async function updateDraftStep(
  ctx: Ctx,
  id: Id<'mc'>,
  step: string,
  revision: number,
  document: unknown,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('design_draft')
    .set({ document: JSON.stringify(document), revision: revision + 1, changed: ctx.now, changed_by: ctx.actor.id })
    .where('organisation', '=', own(ctx))
    .where('micro_credential', '=', id)
    .where('step', '=', step)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Run in the transaction that changed the draft. */
export const updateDraftDigest = (ctx: Ctx, id: Id<'mc'>, digest: Uint8Array) =>
  ctx.db
    .updateTable('micro_credential')
    .set({ draft_digest: digest })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .execute()

export type NewVersion = {
  id: Id<'dv'>
  microCredential: Id<'mc'>
  number: number
  schemaVersion: number
  text: string
  digest: Uint8Array
}

export async function insertVersion(
  ctx: Ctx,
  version: NewVersion,
  outcomes: readonly { id: string; text: string }[],
): Promise<void> {
  await ctx.db
    .insertInto('design_version')
    .values({
      id: version.id,
      organisation: own(ctx),
      micro_credential: version.microCredential,
      number: version.number,
      schema_version: version.schemaVersion,
      document: version.text,
      digest: version.digest,
      published: ctx.now,
      published_by: ctx.actor.id,
    })
    .execute()
  if (outcomes.length === 0) return
  await ctx.db
    .insertInto('design_outcome')
    .values(
      outcomes.map(({ id, text }, position) => ({
        design_version: version.id,
        outcome: id,
        organisation: own(ctx),
        position,
        text,
      })),
    )
    .execute()
}

export const updateRetired = (ctx: Ctx, id: Id<'mc'>) =>
  ctx.db
    .updateTable('micro_credential')
    .set({ retired: ctx.now, retired_by: ctx.actor.id })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .where('retired', 'is', null)
    .execute()

export const insertImage = (
  ctx: Ctx,
  image: { id: Id<'img'>; digest: Uint8Array; width: number; height: number; bytes: Uint8Array },
) =>
  ctx.db
    .insertInto('image')
    .values({ ...image, organisation: own(ctx), created: ctx.now, created_by: ctx.actor.id })
    .execute()

export const findImage = (ctx: Ctx, id: Id<'img'>) =>
  ctx.db.selectFrom('image').selectAll().where('organisation', '=', own(ctx)).where('id', '=', id).executeTakeFirst()
