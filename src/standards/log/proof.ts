// Inclusion and consistency proofs (RFC 6962, sections 2.1.1 and 2.1.2): which parts of the tree prove it, and whether they do.
import { sameBytes } from '#kernel/bytes.ts'
import { nodeHash } from './tree-hash.ts'

/** The leaves from `from` up to, but without, `to`. */
export type Range = Readonly<{ from: number; to: number }>

export type TreeHead = Readonly<{ size: number; root: Uint8Array }>

/** The parts whose roots prove that leaf `index` is in a tree of `size` leaves, from the leaf upwards. Throws a RangeError outside of it. */
export function inclusionPath(index: number, size: number): Range[] {
  if (!isSize(size) || !isSize(index) || index >= size) throw new RangeError(`there is no leaf ${index} among ${size}`)
  return pathTo(index, { from: 0, to: size })
}

/** The parts whose roots prove that a tree of `first` leaves has only grown to `second`. Throws a RangeError when it has shrunk. */
export function consistencyPath(first: number, second: number): Range[] {
  if (!isSize(first) || !isSize(second) || first > second) throw new RangeError(`${second} leaves are not grown from ${first}`)
  // from nothing, everything has grown
  return first === 0 ? [] : pathFrom(first, { from: 0, to: second }, true)
}

/** Whether `hashes`, as `inclusionPath` names them, lead from the leaf to the root. Believes nothing that it is given. */
export function provesInclusion(
  { index, leaf, hashes }: Readonly<{ index: number; leaf: Uint8Array; hashes: readonly Uint8Array[] }>,
  { size, root }: TreeHead,
): boolean {
  if (!isSize(size) || !isSize(index) || index >= size) return false
  const path = inclusionPath(index, size)
  if (path.length !== hashes.length) return false
  const led = hashes.reduce((hash, beside, at) => {
    const isLeft = (path[at]?.from ?? 0) < index
    return isLeft ? nodeHash(beside, hash) : nodeHash(hash, beside)
  }, leaf)
  return sameBytes(led, root)
}

/** Whether `hashes`, as `consistencyPath` names them, show that the later tree begins with the earlier one. */
export function provesConsistency(earlier: TreeHead, later: TreeHead, hashes: readonly Uint8Array[]): boolean {
  if (!isSize(earlier.size) || !isSize(later.size) || earlier.size > later.size) return false
  const path = consistencyPath(earlier.size, later.size)
  if (path.length !== hashes.length) return false
  if (earlier.size === 0) return true
  const both = rootsFrom(earlier, path, hashes)
  return both !== undefined && sameBytes(both.first, earlier.root) && sameBytes(both.second, later.root)
}

/** The roots of both trees as these hashes make them; where the earlier tree is a whole subtree, its own root is the beginning. */
function rootsFrom({ size, root }: TreeHead, path: readonly Range[], hashes: readonly Uint8Array[]) {
  const begins = path.length === 0 || path[0]?.from === size
  const start = begins ? root : hashes[0]
  if (!start) return undefined
  let [first, second] = [start, start]
  for (let at = begins ? 0 : 1; at < hashes.length; at += 1) {
    const beside = hashes[at]
    if (!beside) return undefined
    // what lies before belongs to both trees, what lies behind to the later one alone
    if ((path[at]?.to ?? 0) <= size) [first, second] = [nodeHash(beside, first), nodeHash(beside, second)]
    else second = nodeHash(second, beside)
  }
  return { first, second }
}

const isSize = (value: number) => Number.isSafeInteger(value) && value >= 0

function pathTo(index: number, { from, to }: Range): Range[] {
  if (to - from === 1) return []
  const middle = from + leftPart(to - from)
  return index < middle
    ? [...pathTo(index, { from, to: middle }), { from: middle, to }]
    : [...pathTo(index, { from: middle, to }), { from, to: middle }]
}

/** `isFirst`: this part is the earlier tree itself, whose root whoever checks already has. */
function pathFrom(first: number, { from, to }: Range, isFirst: boolean): Range[] {
  if (first === to) return isFirst ? [] : [{ from, to }]
  const middle = from + leftPart(to - from)
  return first <= middle
    ? [...pathFrom(first, { from, to: middle }, isFirst), { from: middle, to }]
    : [...pathFrom(first, { from: middle, to }, false), { from, to: middle }]
}

/** The largest power of two smaller than `count`: so many leaves are in the left part. */
export function leftPart(count: number): number {
  let left = 1
  while (left * 2 < count) left *= 2
  return left
}
