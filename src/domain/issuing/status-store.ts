// The SQL of status lists.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // the door lets nobody in here without one

export const findOpenList = (ctx: Ctx, purpose: string) =>
  ctx.db
    .selectFrom('status_list as list')
    .innerJoin('status_list_key as key', 'key.status_list', 'list.id')
    .select(['list.id', 'list.length', 'list.next', 'key.permutation_key'])
    .where('list.organisation', '=', own(ctx))
    .where('list.purpose', '=', purpose)
    .where('list.full_since', 'is', null)
    .forUpdate('list')
    .executeTakeFirst()

export async function insertList(
  ctx: Ctx,
  list: { id: Id<'sl'>; purpose: string; length: number; key: Uint8Array; bits: Uint8Array },
): Promise<void> {
  const inserted = await ctx.db
    .insertInto('status_list')
    .values({
      id: list.id,
      organisation: own(ctx),
      purpose: list.purpose,
      length: list.length,
      bits: list.bits,
      created: ctx.now,
      changed: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['organisation', 'purpose']).where('full_since', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return
  await ctx.db
    .insertInto('status_list_key')
    .values({ status_list: list.id, organisation: own(ctx), permutation_key: list.key })
    .execute()
}

/** The first of `count` places, or nothing when the list has not that many left. */
export async function takePlaces(ctx: Ctx, id: Id<'sl'>, count: number): Promise<number | undefined> {
  const row = await ctx.db
    .updateTable('status_list')
    .set({ next: sql<number>`next + ${count}::int` })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .where(sql<boolean>`next + ${count}::int <= length`)
    .returning('next')
    .executeTakeFirst()
  return row && row.next - count
}

export const closeList = (ctx: Ctx, id: Id<'sl'>) =>
  ctx.db
    .updateTable('status_list')
    .set({ full_since: ctx.now })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .execute()

/** Bit 0 is the left-most of the first byte; PostgreSQL's set_bit counts from the other end of each byte. */
export const updateBit = (ctx: Ctx, id: Id<'sl'>, index: number, value: boolean) => {
  const bit = (index & ~7) + (7 - (index & 7))
  return ctx.db
    .updateTable('status_list')
    .set({
      bits: sql<Uint8Array>`set_bit(bits, ${bit}::bigint, ${value ? 1 : 0})`,
      changed: sql<Date>`greatest(clock_timestamp(), changed + interval '1 millisecond')`,
    })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .execute()
}

/** For the public: whose it is, and the document last signed. */
export const findSignedList = (ctx: Ctx, id: Id<'sl'>) =>
  ctx.db
    .selectFrom('status_list')
    .select(['organisation', 'changed', 'document', 'document_signed', 'document_of'])
    .where('id', '=', id)
    .executeTakeFirst()

export const findList = (ctx: Ctx, id: Id<'sl'>) =>
  ctx.db
    .selectFrom('status_list')
    .select(['purpose', 'bits', 'changed'])
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .executeTakeFirst()

export const updateDocument = (ctx: Ctx, id: Id<'sl'>, document: string, documentOf: Date) =>
  ctx.db
    .updateTable('status_list')
    .set({ document, document_signed: ctx.now, document_of: documentOf })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .execute()
