// The tree cut into tiles of 256 hashes (C2SP tlog-tiles): level 0 holds the leaves, each hash above the root of a whole tile below.
import { leftPart, type Range } from './proof.ts'
import { type Hash, hashLength, rootOfHashes } from './tree-hash.ts'

/** Hashes in a whole tile. */
export const tileWidth = 256

export type TileName = Readonly<{ level: number; number: number; width: number }>
export type Tile = Readonly<{ level: number; number: number; hashes: Uint8Array<ArrayBuffer> }>

/** Answers the tile's hashes one after another: `width` of them, or more. */
export type ReadTile = (tile: TileName) => Promise<Uint8Array>

/** The tile of this level and number as it is in a tree of `size` leaves; `undefined` when that tree has none. */
export function tileIn(size: number, level: number, number: number): TileName | undefined {
  const width = Math.min(tileWidth, Math.floor(size / tileWidth ** level) - number * tileWidth)
  return width > 0 ? { level, number, width } : undefined
}

/** Every tile of a tree of `size` leaves from the one named on, lower levels first. */
export function* tilesIn(size: number, from = { level: 0, number: 0 }): Generator<TileName, undefined> {
  let { level, number } = from
  for (; tileIn(size, level, 0); level += 1, number = 0)
    for (let tile = tileIn(size, level, number); tile; tile = tileIn(size, level, number)) {
      yield tile
      number += 1
    }
  return undefined
}

/** The tiles that change when these leaf hashes are added to a tree of `size`, as they are afterwards. Reads only those that are begun. */
export async function grownTiles(size: number, leaves: readonly Uint8Array[], read: ReadTile): Promise<Tile[]> {
  const changed: Tile[] = []
  let added = leaves
  for (let level = 0, count = size; added.length > 0; level += 1, count = Math.floor(count / tileWidth)) {
    const width = count % tileWidth
    const first = Math.floor(count / tileWidth)
    const begun = width > 0 ? hashesIn(await read({ level, number: first, width })).slice(0, width) : []
    const rows = inTiles([...begun, ...added])
    changed.push(...rows.map((hashes, at) => ({ level, number: first + at, hashes: joined(hashes) })))
    added = rows.filter((hashes) => hashes.length === tileWidth).map(rootOfHashes)
  }
  return changed
}

/** The root of a tree of `size` leaves (RFC 6962, 2.1), read from the tiles at its edge. */
export async function rootIn(size: number, read: ReadTile): Promise<Uint8Array> {
  const [root] = size === 0 ? [rootOfHashes([])] : await hashesAt(size, [{ from: 0, to: size }], read)
  if (!root) throw new RangeError('a tree without a root')
  return root
}

/** The roots of these parts of a tree of `size` leaves; each tile is read once. */
export async function hashesAt(size: number, parts: readonly Range[], read: ReadTile): Promise<Uint8Array[]> {
  const tiles = new Map<string, Promise<Uint8Array[]>>()
  const hashesOf = (level: number, number: number) => {
    const name = `${level}/${number}`
    const tile = tileIn(size, level, number)
    if (!tile) throw new RangeError(`a tree of ${size} has no tile ${name}`)
    const known = tiles.get(name) ?? read(tile).then((bytes) => hashesIn(bytes).slice(0, tile.width))
    tiles.set(name, known)
    return known
  }
  return Promise.all(parts.map((part) => hashOf(part, hashesOf)))
}

type HashesOf = (level: number, number: number) => Promise<Uint8Array[]>

/** A whole subtree lies in one tile; any other part is made of a whole one and the rest. */
async function hashOf({ from, to }: Range, hashesOf: HashesOf): Promise<Uint8Array> {
  const count = to - from
  const left = leftPart(count)
  // whole: a power of two, and so twice its left part
  if (count > 1 && left * 2 !== count) return rootOfHashes(await both({ from, to }, from + left, hashesOf))
  let [level, span] = [0, 1]
  while (span * tileWidth <= count) [level, span] = [level + 1, span * tileWidth]
  const first = from / span
  const hashes = await hashesOf(level, Math.floor(first / tileWidth))
  const inside = hashes.slice(first % tileWidth, (first % tileWidth) + count / span)
  if (inside.length !== count / span) throw new RangeError('a tile is shorter than the tree says')
  return rootOfHashes(inside)
}

const both = ({ from, to }: Range, middle: number, hashesOf: HashesOf) =>
  Promise.all([hashOf({ from, to: middle }, hashesOf), hashOf({ from: middle, to }, hashesOf)])

/** The bytes of a tile as single hashes; what is left over at the end is none. */
export function hashesIn(bytes: Uint8Array): Uint8Array[] {
  const count = Math.floor(bytes.length / hashLength)
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * hashLength, (at + 1) * hashLength))
}

const inTiles = (hashes: readonly Uint8Array[]): (readonly Uint8Array[])[] =>
  Array.from({ length: Math.ceil(hashes.length / tileWidth) }, (_, at) => hashes.slice(at * tileWidth, (at + 1) * tileWidth))

function joined(hashes: readonly Uint8Array[]): Hash {
  const bytes = new Uint8Array(hashes.length * hashLength)
  hashes.forEach((hash, at) => {
    bytes.set(hash, at * hashLength)
  })
  return bytes
}
