// Signatures with the platform's own cryptography, for every kind of key that a Data Integrity proof may be made with.
import type { KeyKind, PublicKey } from '#standards/did/key.ts'
import { type Curve, longForm } from './curve-point.ts'
import { type VerifySignature, verifyEd25519 } from './ed25519.ts'

export type HashName = 'SHA-256' | 'SHA-384'

/** Kind of key → the hash that belongs to its strength, and the length of a signature in bytes (for ECDSA r ‖ s, IEEE P1363). */
export const signatureKinds = {
  Ed25519: { hash: 'SHA-256', length: 64 },
  'P-256': { hash: 'SHA-256', length: 64 },
  'P-384': { hash: 'SHA-384', length: 96 },
} as const satisfies Partial<Record<KeyKind, Readonly<{ hash: HashName; length: number }>>>

export type SignatureKind = keyof typeof signatureKinds
export type SigningKey = PublicKey & Readonly<{ kind: SignatureKind }>

/** Whether we can check what a key of that kind signs. */
export const canCheck = (key: PublicKey): key is SigningKey => Object.hasOwn(signatureKinds, key.kind)

/** Whether the key made the signature over these bytes. A faster Ed25519 may be passed in. */
export async function verifySignature(
  { key, signature, bytes }: Readonly<{ key: SigningKey; signature: Uint8Array; bytes: Uint8Array }>,
  natively: VerifySignature = verifyEd25519,
): Promise<boolean> {
  const { kind } = key
  return kind === 'Ed25519' ? natively(key.bytes, signature, bytes) : verifyEcdsa(kind, { key: key.bytes, signature, bytes })
}

export const digest = async (hash: HashName, data: Uint8Array | string): Promise<Uint8Array<ArrayBuffer>> =>
  // A copy would cost more than it is worth: nobody here hashes shared memory, which is all that the type is about.
  new Uint8Array(
    await crypto.subtle.digest(hash, (typeof data === 'string' ? new TextEncoder().encode(data) : data) as BufferSource),
  )

async function verifyEcdsa(
  curve: Curve,
  { key, signature, bytes }: Readonly<{ key: Uint8Array; signature: Uint8Array; bytes: Uint8Array }>,
): Promise<boolean> {
  const point = longForm(curve, key)
  if (!point) return false
  const imported = await crypto.subtle.importKey('raw', point, { name: 'ECDSA', namedCurve: curve }, false, ['verify'])
  const { hash } = signatureKinds[curve]
  return crypto.subtle.verify({ name: 'ECDSA', hash }, imported, new Uint8Array(signature), new Uint8Array(bytes))
}
