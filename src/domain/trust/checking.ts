// The check of the tree against itself: entries against the leaves, tiles against those above them, and all of it against its head.
import { sameBytes } from '#kernel/bytes.ts'
import type { Inputs, Outputs } from '#kernel/endpoint.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { hashesIn, rootIn, type TileName, tilesIn, tileWidth } from '#standards/log/tiles.ts'
import { leafHash, rootOfHashes } from '#standards/log/tree-hash.ts'
import { storedTile } from './extending.ts'
import { listEntries } from './store.ts'
import { findHead, findTile } from './tree-store.ts'
import type { TreeFinding, trustApi } from './trust.api.ts'

type In = Inputs<typeof trustApi>
type Out = Outputs<typeof trustApi>

// a tile above the leaves is made of 256 others, so few are enough for one call
const tilesAtOnce = 16

/** For the operator. What the log has grown by since the first call is checked along with the rest. */
export async function checkLog(ctx: Ctx, from: In['checkLog']): Promise<Out['checkLog']> {
  if (ctx.scope !== 'installation') throw new Refusal('operator_only')
  const { size, root } = await findHead(ctx)
  const tiles = tilesIn(size, from).take(tilesAtOnce).toArray()
  const next = tilesIn(size, from).drop(tilesAtOnce).next().value
  const findings = (await Promise.all(tiles.map((tile) => checkTile(ctx, tile)))).flat()
  const checked = tiles.filter(({ level }) => level === 0).reduce((sum, { width }) => sum + width, 0)
  if (next) return { size, checked, findings, next: { level: next.level, number: next.number } }
  return { size, checked, findings: [...findings, ...(await checkRoot(ctx, size, root))] }
}

async function checkTile(ctx: Ctx, tile: TileName): Promise<TreeFinding[]> {
  const { level, number, width } = tile
  const named = { tile: { level, number } }
  const stored = await findTile(ctx, level, number)
  const hashes = hashesIn(stored?.hashes ?? new Uint8Array())
  if (hashes.length < width) return [{ code: 'tile_missing', ...named }]
  return level === 0 ? checkEntries(ctx, tile, hashes) : checkBelow(ctx, tile, hashes)
}

async function checkEntries(ctx: Ctx, { number, width }: TileName, leaves: readonly Uint8Array[]): Promise<TreeFinding[]> {
  const first = number * tileWidth
  const entries = new Map((await listEntries(ctx, first, first + width)).map((entry) => [entry.position, entry]))
  return leaves.slice(0, width).flatMap((leaf, at): TreeFinding[] => {
    const entry = entries.get(first + at)
    if (!entry) return [{ code: 'entry_missing', index: first + at }]
    return sameBytes(leafHash(entry.commitment), leaf) ? [] : [{ code: 'entry_altered', index: first + at, about: entry.about }]
  })
}

/** Each hash is the root of a whole tile below. A tile that is missing there is named for itself. */
async function checkBelow(ctx: Ctx, { level, number, width }: TileName, hashes: readonly Uint8Array[]): Promise<TreeFinding[]> {
  const findings: TreeFinding[] = []
  for (let at = 0; at < width; at += 1) {
    const below = { level: level - 1, number: number * tileWidth + at }
    const stored = await findTile(ctx, below.level, below.number)
    const hash = hashes[at]
    if (stored && hash && !sameBytes(rootOfHashes(hashesIn(stored.hashes)), hash))
      findings.push({ code: 'tile_altered', tile: below })
  }
  return findings
}

async function checkRoot(ctx: Ctx, size: number, root: Uint8Array): Promise<TreeFinding[]> {
  const made = await rootIn(size, storedTile(ctx)).catch(() => undefined)
  return made && sameBytes(made, root) ? [] : [{ code: 'root_altered' }]
}
