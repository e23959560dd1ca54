// Trees, their proofs and their tiles: against the published vectors, and against the definition for every size up to 300.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { toHex } from '#kernel/bytes.ts'
import { consistencyPath, inclusionPath, provesConsistency, provesInclusion, type Range } from './proof.ts'
import { grownTiles, hashesAt, type ReadTile, rootIn, tileIn, tilesIn } from './tiles.ts'
import { hashLength, leafHash, nodeHash, rootOfHashes } from './tree-hash.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

// the entries and hashes that implementations of Certificate Transparency publish (RFC 6962)
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(hex)
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const b = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const cd = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const e = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const gh = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const ef = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'
const efgh = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const [, a = '', ab = '', , abcd = ''] = roots

const inclusions: readonly [index: number, size: number, hashes: readonly string[]][] = [
  [0, 1, []],
  [0, 8, [b, cd, efgh]],
  [5, 8, [e, gh, abcd]],
  [2, 3, [ab]],
  [1, 5, [a, cd, e]],
]
const consistencies: readonly [first: number, second: number, hashes: readonly string[]][] = [
  [1, 1, []],
  [1, 8, [b, cd, efgh]],
  [6, 8, [ef, gh, abcd]],
  [2, 5, [cd, e]],
]

const published = entries.map(leafHash)

test('roots are those that Certificate Transparency publishes', () => {
  roots.forEach((root, size) => {
    assert.equal(toHex(rootOfHashes(published.slice(0, size))), root, `${size} entries`)
  })
})

test('inclusion proofs are those that Certificate Transparency publishes', async () => {
  const read = await tilesOf(published)
  for (const [index, size, hashes] of inclusions) {
    const proof = await hashesAt(size, inclusionPath(index, size), read)
    assert.deepEqual(proof.map(toHex), hashes, `${index} of ${size}`)
    const leaf = published[index] ?? new Uint8Array()
    assert.ok(provesInclusion({ index, leaf, hashes: hashes.map(hex) }, { size, root: hex(roots[size] ?? '') }))
  }
})

test('consistency proofs are those that Certificate Transparency publishes', async () => {
  const read = await tilesOf(published)
  const head = (size: number) => ({ size, root: hex(roots[size] ?? '') })
  for (const [first, second, hashes] of consistencies) {
    const proof = await hashesAt(second, consistencyPath(first, second), read)
    assert.deepEqual(proof.map(toHex), hashes, `${first} to ${second}`)
    assert.ok(provesConsistency(head(first), head(second), hashes.map(hex)))
  }
})

const most = 300
const leaves = Array.from({ length: most }, (_, at) => leafHash(Uint8Array.of(at >> 8, at & 255)))

/** As RFC 6962, 2.1, defines it, word for word. */
function defined(from: number, to: number): Uint8Array {
  const known = memory.get(`${from} ${to}`)
  if (known) return known
  const middle = from + 2 ** (Math.ceil(Math.log2(to - from)) - 1)
  const hash = to - from === 1 ? (leaves[from] ?? new Uint8Array()) : nodeHash(defined(from, middle), defined(middle, to))
  memory.set(`${from} ${to}`, hash)
  return hash
}
const memory = new Map<string, Uint8Array>()
const headOf = (size: number) => ({ size, root: size === 0 ? rootOfHashes([]) : defined(0, size) })

const parts = (ranges: readonly Range[]) => ranges.map(({ from, to }) => defined(from, to))

test('in a tree of any size up to 300 each leaf has a proof, and it proves no other leaf and no other tree', async () => {
  const read = await tilesOf(leaves)
  for (let size = 1; size <= most; size += 1) {
    assert.deepEqual(await rootIn(size, read), headOf(size).root)
    for (let index = 0; index < size; index += 1) {
      const [leaf, hashes] = [defined(index, index + 1), parts(inclusionPath(index, size))]
      assert.ok(provesInclusion({ index, leaf, hashes }, headOf(size)), `${index} of ${size}`)
      // the rest takes longer, and is asked of every size but not of every leaf
      if ((index + size) % 23 > 0) continue
      assert.deepEqual(await hashesAt(size, inclusionPath(index, size), read), hashes)
      const other = (index + 1) % size
      if (other !== index) assert.ok(!provesInclusion({ index: other, leaf, hashes }, headOf(size)), `${other} of ${size}`)
      if (size < most) assert.ok(!provesInclusion({ index, leaf, hashes }, headOf(size + 1)), `${index} of ${size + 1}`)
    }
  }
})

test('a tree of any size up to 300 is shown to have grown from every smaller one', async () => {
  const read = await tilesOf(leaves)
  for (let second = 1; second <= most; second += 1)
    for (let first = 0; first <= second; first += 1) {
      const hashes = parts(consistencyPath(first, second))
      assert.ok(provesConsistency(headOf(first), headOf(second), hashes), `${first} to ${second}`)
      if (first === 0 || first === second || (first + second) % 23 > 0) continue
      assert.deepEqual(await hashesAt(second, consistencyPath(first, second), read), hashes)
      assert.ok(
        !provesConsistency({ size: first, root: headOf(first - 1).root }, headOf(second), hashes),
        `${first} to ${second}`,
      )
      assert.ok(
        !provesConsistency(headOf(first), { size: second, root: headOf(second - 1).root }, hashes),
        `${first} to ${second}`,
      )
    }
})

test('one changed bit anywhere, one hash more or fewer, and nothing is proven', async () => {
  const read = await tilesOf(leaves)
  const sizes = fc.integer({ min: 2, max: most }).chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size), fc.nat()))
  await fc.assert(
    fc.asyncProperty(sizes, async ([index, size, bit]) => {
      const hashes = await hashesAt(size, inclusionPath(index, size), read)
      const leaf = leaves[index] ?? new Uint8Array()
      const flip = bitFlipped([...hashes, leaf, headOf(size).root], bit)
      const [root, flippedLeaf] = [flip.at(-1) ?? leaf, flip.at(-2) ?? leaf]
      assert.ok(!provesInclusion({ index, leaf: flippedLeaf, hashes: flip.slice(0, -2) }, { size, root }))
      assert.ok(!provesInclusion({ index, leaf, hashes: hashes.slice(1) }, headOf(size)))
      assert.ok(!provesInclusion({ index, leaf, hashes: [...hashes, leaf] }, headOf(size)))
      const grown = await hashesAt(size, consistencyPath(index, size), read)
      if (index === 0) return
      const changed = bitFlipped([...grown, headOf(index).root, headOf(size).root], bit)
      const [second, first] = [changed.at(-1) ?? root, changed.at(-2) ?? root]
      assert.ok(!provesConsistency({ size: index, root: first }, { size, root: second }, changed.slice(0, -2)))
      assert.ok(!provesConsistency(headOf(index), headOf(size), [...grown, root]))
    }),
  )
})

test('sizes that no tree has prove nothing', () => {
  const leaf = leaves[0] ?? new Uint8Array()
  for (const size of [0, -1, 1.5, Number.NaN, 2 ** 60]) {
    assert.ok(!provesInclusion({ index: 0, leaf, hashes: [] }, { size, root: leaf }), String(size))
    if (size !== 0) assert.ok(!provesConsistency({ size, root: leaf }, { size, root: leaf }, []), String(size))
  }
  assert.ok(!provesConsistency(headOf(5), headOf(4), []))
})

test('however a tree has grown, its tiles are the same', async () => {
  const many = Array.from({ length: 66_000 }, (_, at) => createHash('sha256').update(`${at}`).digest()).map((hash) =>
    Uint8Array.from(hash),
  )
  const [atOnce, step] = [memoryTiles(), memoryTiles()]
  await atOnce.add(many)
  for (let at = 0, by = 1; at < many.length; at += by, by = (by * 7 + 3) % 5000) await step.add(many.slice(at, at + by))
  assert.deepEqual([...step.tiles].sort(), [...atOnce.tiles].sort())
  assert.deepEqual(
    [...tilesIn(many.length)].map(({ level, number, width }) => [`${level}/${number}`, width * hashLength]).sort(),
    [...atOnce.tiles].map(([name, bytes]) => [name, bytes.length]).sort(),
  )
  assert.deepEqual(await rootIn(many.length, atOnce.read), rootOfHashes(many))
})

test('a tile that the tree does not have is none', () => {
  assert.deepEqual(tileIn(70_000, 0, 273), { level: 0, number: 273, width: 112 })
  assert.deepEqual(tileIn(70_000, 2, 0), { level: 2, number: 0, width: 1 })
  assert.equal(tileIn(70_000, 0, 274), undefined)
  assert.equal(tileIn(70_000, 3, 0), undefined)
  assert.equal(tileIn(0, 0, 0), undefined)
})

async function tilesOf(hashes: readonly Uint8Array[]): Promise<ReadTile> {
  const { add, read } = memoryTiles()
  await add(hashes)
  return read
}

function memoryTiles() {
  const tiles = new Map<string, Uint8Array>()
  let size = 0
  const read: ReadTile = async ({ level, number, width }) => {
    const bytes = tiles.get(`${level}/${number}`)
    assert.ok(bytes && bytes.length >= width * hashLength, `tile ${level}/${number}`)
    return bytes
  }
  const add = async (hashes: readonly Uint8Array[]) => {
    for (const tile of await grownTiles(size, hashes, read)) tiles.set(`${tile.level}/${tile.number}`, tile.hashes)
    size += hashes.length
  }
  return { tiles, read, add }
}

function bitFlipped(hashes: readonly Uint8Array[], bit: number): Uint8Array[] {
  const at = bit % (hashes.length * 256)
  return hashes.map((hash, which) =>
    which === Math.floor(at / 256)
      ? hash.map((byte, place) => (place === Math.floor((at % 256) / 8) ? byte ^ (1 << (at % 8)) : byte))
      : hash,
  )
}
