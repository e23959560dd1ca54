// The log as everybody sees it: its checkpoint, its tiles, the entries themselves, and the key that it is signed with.
import { found, Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { verifierKey } from '#standards/log/signed-note.ts'
import { packEntries, type TileAddress } from '#standards/log/tile-path.ts'
import { tileIn, tileWidth } from '#standards/log/tiles.ts'
import { hashLength } from '#standards/log/tree-hash.ts'
import { logOrigin } from './extending.ts'
import { listEntries } from './store.ts'
import { findHead, findKey, findTile } from './tree-store.ts'

/** The last signed checkpoint, a note. Refuses `not_found` while nothing was ever recorded. */
export async function checkpointNote(ctx: Ctx): Promise<string> {
  return found((await findHead(ctx)).checkpoint ?? undefined, 'the log is empty')
}

/** The verifier key, in the format of notes. Refuses `not_found` while nothing was ever signed. */
export async function logKey(ctx: Ctx): Promise<string> {
  const { public_key: publicKey } = found(await findKey(ctx.within('installation')), 'the log is empty')
  return verifierKey({ name: await logOrigin(ctx), publicKey })
}

/** The bytes of a tile or of a bundle of entries. Refuses `not_found` for more than the tree holds. */
export async function tileBytes(ctx: Ctx, { level, number, width }: TileAddress): Promise<Uint8Array<ArrayBuffer>> {
  const { size } = await findHead(ctx)
  const there = tileIn(size, level === 'entries' ? 0 : level, number)
  if (!there || there.width < width) throw new Refusal('not_found')
  if (level === 'entries') return bundle(ctx.within('installation'), number * tileWidth, width)
  return found(await findTile(ctx, level, number)).hashes.slice(0, width * hashLength)
}

async function bundle(ctx: Ctx, from: number, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const entries = await listEntries(ctx, from, from + width)
  if (entries.length !== width) throw new Error(`entries from ${from} are missing; testamur log verify names them`)
  return packEntries(entries.map(({ commitment }) => commitment))
}
