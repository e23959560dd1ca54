// The hashes of a Merkle tree (RFC 6962, section 2.1): SHA-256, leaves and nodes kept apart by a first byte.
import { sha256 } from '@noble/hashes/sha2.js'

export type Hash = Uint8Array<ArrayBuffer>

/** In bytes. */
export const hashLength = 32

/** SHA-256(0x00 ‖ entry). */
export const leafHash = (entry: Uint8Array): Hash => sha256(prefixed(0, entry))

/** SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Hash => sha256(prefixed(1, left, right))

/** The root over these leaf hashes: pairs, level by level; one that is left over goes up as it is. Of none: SHA-256 of nothing. */
export function rootOfHashes(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1) row = paired(row)
  return row[0] ?? sha256(new Uint8Array())
}

function paired(row: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = []
  for (let at = 0; at < row.length; at += 2) {
    const [left, right] = [row[at], row[at + 1]]
    if (left) above.push(right ? nodeHash(left, right) : left)
  }
  return above
}

function prefixed(first: number, one: Uint8Array, other: Uint8Array = new Uint8Array()): Uint8Array {
  const bytes = new Uint8Array(1 + one.length + other.length)
  bytes[0] = first
  bytes.set(one, 1)
  bytes.set(other, 1 + one.length)
  return bytes
}
