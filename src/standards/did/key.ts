// Public keys as text: Multikey and its forerunners, and did:key, which is its own document (Controlled Identifiers 1.0, 2.2.2; did:key Method 1.0).
import { readRsaKey } from '#standards/jose/rsa-key.ts'
import { pointOf } from '#standards/vc/curve-point.ts'
import { fromMultibase, toBase58btc } from '#standards/vc/multibase.ts'

export type KeyKind = keyof typeof kinds
/** `bytes` are those that stand behind the kind's multicodec: raw, a point in its short form, or DER for RSA. */
export type PublicKey = Readonly<{ kind: KeyKind; bytes: Uint8Array }>

type Fits = (bytes: Uint8Array) => boolean
const ofLength =
  (length: number): Fits =>
  (bytes) =>
    bytes.length === length

/** Kind → the two bytes of its multicodec, and what makes the bytes after them a key. The kinds that we cannot use are told apart too. */
const kinds = {
  Ed25519: { codec: [0xed, 0x01], fits: ofLength(32) },
  X25519: { codec: [0xec, 0x01], fits: ofLength(32) },
  secp256k1: { codec: [0xe7, 0x01], fits: ofLength(33) },
  'P-256': { codec: [0x80, 0x24], fits: (bytes: Uint8Array) => pointOf('P-256', bytes) !== undefined },
  'P-384': { codec: [0x81, 0x24], fits: (bytes: Uint8Array) => pointOf('P-384', bytes) !== undefined },
  'P-521': { codec: [0x82, 0x24], fits: ofLength(67) },
  RSA: { codec: [0x85, 0x24], fits: (bytes: Uint8Array) => readRsaKey(bytes) !== undefined },
  'BLS12-381-G2': { codec: [0xeb, 0x01], fits: ofLength(96) },
} as const satisfies Record<string, Readonly<{ codec: readonly number[]; fits: Fits }>>

/** `z6Mk…`, or the same with `u` → the key; `undefined` when the kind is unknown or the bytes are not a key of that kind. */
export function readMultikey(text: string): PublicKey | undefined {
  const bytes = fromMultibase(text)
  for (const kind of Object.keys(kinds) as KeyKind[]) {
    const { codec, fits } = kinds[kind]
    if (bytes?.[0] !== codec[0] || bytes?.[1] !== codec[1]) continue
    const key = bytes.slice(2)
    return fits(key) ? { kind, bytes: key } : undefined
  }
  return undefined
}

/** `publicKeyBase58` of 2018: an Ed25519 key without any sign of its kind. */
export function readBase58Key(text: string): PublicKey | undefined {
  const bytes = fromMultibase(`z${text}`)
  return bytes && kinds.Ed25519.fits(bytes) ? { kind: 'Ed25519', bytes } : undefined
}

/** A public key, Ed25519 unless said otherwise → `z6Mk…`. Throws a RangeError for bytes that are not a key of the kind. */
export function multikeyOf(publicKey: Uint8Array, kind: KeyKind = 'Ed25519'): string {
  const { codec, fits } = kinds[kind]
  if (!fits(publicKey)) throw new RangeError(`${publicKey.length} bytes are not a key of the kind ${kind}`)
  return toBase58btc(Uint8Array.from([...codec, ...publicKey]))
}

/** A public key, Ed25519 unless said otherwise → its `did:key`. */
export const didKeyOf = (publicKey: Uint8Array, kind: KeyKind = 'Ed25519'): string => `did:key:${multikeyOf(publicKey, kind)}`

/** The key that a `did:key` is, bare or with its own fragment; `undefined` when it is none or the fragment names another. */
export function readDidKey(method: string): PublicKey | undefined {
  const [, key = '', fragment] = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)(?:#(.*))?$/.exec(method) ?? []
  return fragment === undefined || fragment === key ? readMultikey(key) : undefined
}
