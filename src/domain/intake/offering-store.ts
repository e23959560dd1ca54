// The SQL of offerings and their line items.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { own } from './import-store.ts'

type Sought = { search?: string | undefined; microCredential?: Id<'mc'> | undefined }

const offerings = (ctx: Ctx, { search, microCredential }: Sought) =>
  ctx.db
    .selectFrom('offering')
    .where('organisation', '=', own(ctx))
    .$if(search !== undefined, (query) =>
      query.where(sql<boolean>`position(lower(${search}) in lower(key || ' ' || course || ' ' || title)) > 0`),
    )
    .$if(microCredential !== undefined, (query) => query.where(sql<boolean>`micro_credential = ${microCredential}`))

export const listOfferingRows = (ctx: Ctx, { limit, after, ...sought }: Sought & { limit: number; after?: string | undefined }) =>
  offerings(ctx, sought)
    .select(['id', 'key', 'course', 'title', 'starts_on', 'ends_on', 'micro_credential'])
    .select(sql<number>`(select count(*) from enrolment e where e.offering = offering.id)`.as('enrolments'))
    .select(sql<number>`(select count(*) from line_item i where i.offering = offering.id)`.as('line_items'))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`id < ${after}`))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

export async function countOfferings(ctx: Ctx, sought: Sought): Promise<number> {
  const row = await offerings(ctx, sought)
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

export const listByIds = (ctx: Ctx, ids: readonly Id<'off'>[]) =>
  ctx.db
    .selectFrom('offering')
    .select(['id', 'key', 'course', 'title', 'starts_on', 'ends_on', 'micro_credential'])
    .where('organisation', '=', own(ctx))
    .where(sql<boolean>`id = any(${ids}::text[])`)
    .orderBy('id')
    .execute()

export const listLinked = (ctx: Ctx, microCredentials: readonly Id<'mc'>[]) =>
  ctx.db
    .selectFrom('offering')
    .select(['id', 'key', 'course', 'title', 'starts_on', 'ends_on', 'micro_credential'])
    .where('organisation', '=', own(ctx))
    .where(sql<boolean>`micro_credential = any(${microCredentials}::text[])`)
    .orderBy('id')
    .execute()

/** Those named, or all that lead nowhere yet. */
export const listToLink = (ctx: Ctx, named: readonly Id<'off'>[] | undefined) =>
  ctx.db
    .selectFrom('offering')
    .select(['id', 'course'])
    .where('organisation', '=', own(ctx))
    .where(named ? sql<boolean>`id = any(${named}::text[])` : sql<boolean>`micro_credential is null`)
    .execute()

/** The offerings that led elsewhere before. */
export const updateLink = (ctx: Ctx, offerings: readonly Id<'off'>[], to: Id<'mc'> | null) =>
  ctx.db
    .updateTable('offering')
    .set({ micro_credential: to })
    .where('organisation', '=', own(ctx))
    .where(sql<boolean>`id = any(${offerings}::text[])`)
    .where(sql<boolean>`micro_credential is distinct from ${to}`)
    .returning('id')
    .execute()

export const listLineItemRows = (ctx: Ctx, offerings: readonly Id<'off'>[]) =>
  ctx.db
    .selectFrom('line_item')
    .select(['id', 'offering', 'key', 'title', 'category', 'weight', 'maximum', 'due_on'])
    .where('organisation', '=', own(ctx))
    .where(sql<boolean>`offering = any(${offerings}::text[])`)
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('key')
    .execute()
