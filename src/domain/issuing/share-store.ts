// The SQL of links to credentials.
import { sql } from 'kysely'
import { toHex } from '#kernel/bytes.ts'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // the door lets nobody in here without one

export const insertShare = (
  ctx: Ctx,
  share: { id: Id<'shr'>; credential: Id<'cred'>; tokenHash: Uint8Array; expires: Date | null },
) =>
  ctx.db
    .insertInto('share')
    .values({
      id: share.id,
      organisation: own(ctx),
      credential: share.credential,
      token_hash: share.tokenHash,
      created: ctx.now,
      created_by: ctx.actor.id,
      expires: share.expires,
    })
    .execute()

export const findShare = (ctx: Ctx, id: Id<'shr'>) =>
  ctx.db.selectFrom('share').selectAll().where('organisation', '=', own(ctx)).where('id', '=', id).executeTakeFirst()

/** For strangers: row-level security shows the link whose token's hash is presented in this transaction, and no other. */
export const findPresented = (ctx: Ctx, tokenHash: Uint8Array<ArrayBuffer>) =>
  ctx.atomically(async (ctx) => {
    await sql`select set_config('app.share', ${toHex(tokenHash)}, true)`.execute(ctx.db)
    return ctx.db.selectFrom('share').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  })

export const listShares = (ctx: Ctx, credential: Id<'cred'>) =>
  ctx.db
    .selectFrom('share')
    .selectAll()
    .where('organisation', '=', own(ctx))
    .where('credential', '=', credential)
    .orderBy('id', 'desc')
    .execute()

/** Answers whether it was still open. */
export async function updateEnded(ctx: Ctx, id: Id<'shr'>): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('share')
    .set({ ended: ctx.now, ended_by: ctx.actor.id })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
