// The SQL of the tree over the entries: its tiles, its head, and the key that signs it.
import { sql } from 'kysely'
import type { Ctx } from '#ports/ctx.ts'
import type { Tile } from '#standards/log/tiles.ts'

/** One at a time extends the log; held until the transaction ends. A statement of its own, so that the next sees what the last has written. */
export const lockLog = (ctx: Ctx) => sql`select pg_advisory_xact_lock(7362)`.execute(ctx.db)

export const findHead = (ctx: Ctx) => ctx.db.selectFrom('log_head').selectAll().executeTakeFirstOrThrow()

export const updateHead = (ctx: Ctx, { size, root }: { size: number; root: Uint8Array }) =>
  ctx.db.updateTable('log_head').set({ size, root }).execute()

/** A checkpoint only replaces that of a smaller tree. */
export const updateCheckpoint = (ctx: Ctx, size: number, checkpoint: string) =>
  ctx.db
    .updateTable('log_head')
    .set({ signed_size: size, checkpoint })
    .where('signed_size', '<', size)
    .where('size', '>=', size)
    .execute()

export const findTile = (ctx: Ctx, level: number, number: number) =>
  ctx.db.selectFrom('log_tile').select('hashes').where('level', '=', level).where('number', '=', number).executeTakeFirst()

export const upsertTiles = (ctx: Ctx, tiles: readonly Tile[]) =>
  ctx.db
    .insertInto('log_tile')
    .values(tiles.map(({ level, number, hashes }) => ({ level, number, hashes })))
    .onConflict((conflict) => conflict.columns(['level', 'number']).doUpdateSet((e) => ({ hashes: e.ref('excluded.hashes') })))
    .execute()

export const findKey = (ctx: Ctx) => ctx.db.selectFrom('log_key').select(['public_key', 'wrapped']).executeTakeFirst()

/** Where two first needs meet, the first one's key is taken. */
export const insertKey = (ctx: Ctx, { publicKey, wrapped }: { publicKey: Uint8Array; wrapped: Uint8Array }) =>
  ctx.db
    .insertInto('log_key')
    .values({ public_key: publicKey, wrapped, created: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** The origin that credentials carry, once the first was issued. */
export async function findFrozenOrigin(ctx: Ctx): Promise<string | null> {
  const row = await ctx.db.selectFrom('installation').select('origin').executeTakeFirst()
  return row?.origin ?? null
}
