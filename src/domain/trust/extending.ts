// Extending the log: what was recorded gets its place, the tree grows over it, and its head is signed.
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { checkpointText } from '#standards/log/checkpoint.ts'
import { signNote } from '#standards/log/signed-note.ts'
import { grownTiles, type ReadTile, rootIn, type Tile } from '#standards/log/tiles.ts'
import { leafHash } from '#standards/log/tree-hash.ts'
import { isAnythingWaiting, placeWaiting } from './store.ts'
import {
  findFrozenOrigin,
  findHead,
  findKey,
  findTile,
  insertKey,
  lockLog,
  updateCheckpoint,
  updateHead,
  upsertTiles,
} from './tree-store.ts'

// as many as fit well into memory: 2 MB of hashes
const most = 65_536
// of 8 KB each in one statement
const tilesAtOnce = 64

/**
 * Places everything recorded before the call and signs the tree over it; answers how many entries it has grown by. In the
 * installation's scope. Several at once take turns. Killed anywhere, the next call goes on: a place and its tiles come to be together,
 * and a tree that was not signed yet is signed then.
 */
export async function extendLog(ctx: Ctx): Promise<number> {
  let grown = 0
  if (await isAnythingWaiting(ctx)) {
    let taken = most
    while (taken === most) {
      const batch = await ctx.later().atomically(growOnce)
      taken = batch.taken
      grown += batch.grown
    }
  }
  await signHead(ctx.later())
  return grown
}

async function growOnce(ctx: Ctx): Promise<{ taken: number; grown: number }> {
  await lockLog(ctx)
  const { size } = await findHead(ctx)
  const { taken, commitments } = await placeWaiting(ctx, size, most)
  if (commitments.length === 0) return { taken, grown: 0 }
  const grown = size + commitments.length
  const tiles = await grownTiles(size, commitments.map(leafHash), storedTile(ctx))
  for (let at = 0; at < tiles.length; at += tilesAtOnce) await upsertTiles(ctx, tiles.slice(at, at + tilesAtOnce))
  await updateHead(ctx, { size: grown, root: await rootIn(grown, freshTile(ctx, tiles)) })
  return { taken, grown: commitments.length }
}

/** Outside of any transaction: a key may live elsewhere and take its time. Whoever signs a smaller tree later than another a larger one is ignored. */
async function signHead(ctx: Ctx): Promise<void> {
  const { size, root, signed_size } = await findHead(ctx)
  if (signed_size === size) return
  const origin = await logOrigin(ctx)
  const { public_key: publicKey, wrapped } = (await findKey(ctx)) ?? (await firstKey(ctx))
  const sign = await ctx.keys.signer(wrapped)
  const note = await signNote(checkpointText({ origin, size, root }), { name: origin, publicKey }, sign)
  await updateCheckpoint(ctx, size, note)
}

async function firstKey(ctx: Ctx) {
  await insertKey(ctx, await ctx.keys.newSigningKey())
  return found(await findKey(ctx), 'the key of the log')
}

/** The name of the log (C2SP tlog-checkpoint): its address without scheme, under the origin that credentials carry. */
export async function logOrigin(ctx: Ctx): Promise<string> {
  const { host, pathname } = new URL('/log', (await findFrozenOrigin(ctx)) ?? ctx.origin)
  return `${host}${pathname}`
}

export const storedTile =
  (ctx: Ctx): ReadTile =>
  async ({ level, number }) =>
    found(await findTile(ctx, level, number), `tile ${level}/${number}`).hashes

/** The tiles just made, without asking for them again. */
function freshTile(ctx: Ctx, tiles: readonly Tile[]): ReadTile {
  const fresh = new Map(tiles.map(({ level, number, hashes }) => [`${level}/${number}`, hashes]))
  return async (tile) => fresh.get(`${tile.level}/${tile.number}`) ?? storedTile(ctx)(tile)
}
