// Public keys as text: Multikey, and did:key, which is its own document (Controlled Identifiers 1.0, 2.2.2; did:key Method 1.0).
import { fromMultibase, toBase58btc } from '#standards/vc/multibase.ts'

export type KeyKind = keyof typeof kinds
export type PublicKey = Readonly<{ kind: KeyKind; bytes: Uint8Array }>

/** Kind → the two bytes of its multicodec and the length of the key after them, in bytes. */
const kinds = {
  Ed25519: { codec: [0xed, 0x01], length: 32 },
  X25519: { codec: [0xec, 0x01], length: 32 },
  secp256k1: { codec: [0xe7, 0x01], length: 33 },
  'P-256': { codec: [0x80, 0x24], length: 33 },
  'P-384': { codec: [0x81, 0x24], length: 49 },
  'BLS12-381-G2': { codec: [0xeb, 0x01], length: 96 },
} as const

/** `z6Mk…` → the key; `undefined` when the kind is unknown or the length is not the kind's. */
export function readMultikey(text: string): PublicKey | undefined {
  const bytes = text.startsWith('z') ? fromMultibase(text) : undefined
  for (const kind of Object.keys(kinds) as KeyKind[]) {
    const { codec, length } = kinds[kind]
    if (bytes?.[0] === codec[0] && bytes[1] === codec[1] && bytes.length === length + 2) return { kind, bytes: bytes.slice(2) }
  }
  return undefined
}

/** Raw Ed25519 public key of 32 bytes → `z6Mk…`. Throws a RangeError for another length. */
export function multikeyOf(publicKey: Uint8Array): string {
  const { codec, length } = kinds.Ed25519
  if (publicKey.length !== length) throw new RangeError(`an Ed25519 key has ${length} bytes, not ${publicKey.length}`)
  return toBase58btc(Uint8Array.from([...codec, ...publicKey]))
}

/** Raw Ed25519 public key of 32 bytes → its `did:key`. */
export const didKeyOf = (publicKey: Uint8Array): string => `did:key:${multikeyOf(publicKey)}`

/** The key that a `did:key` is, bare or with its own fragment; `undefined` when it is none or the fragment names another. */
export function readDidKey(method: string): PublicKey | undefined {
  const [, key = '', fragment] = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)(?:#(.*))?$/.exec(method) ?? []
  return fragment === undefined || fragment === key ? readMultikey(key) : undefined
}
