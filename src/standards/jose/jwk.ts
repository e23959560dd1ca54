// Public keys as JSON Web Keys: reading every form that we can use, and writing ours (RFC 7517; RFC 7518, 6; RFC 8037).
import type { KeyKind, PublicKey } from '#standards/did/key.ts'
import { type Curve, pointOf, shortForm } from '#standards/vc/curve-point.ts'
import { type Json, type JsonObject, textOf } from '#standards/vc/json.ts'
import { fromBase64url, toBase64url } from '#standards/vc/multibase.ts'
import { readRsaKey, writeRsaKey } from './rsa-key.ts'

/** The members that only a private or a shared key has. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

export const isPrivateJwk = (jwk: JsonObject): boolean => privateMembers.some((name) => name in jwk)

/** `undefined` for a key that is private, is meant for something else than signatures, or is of no kind that we know. */
export function readJwk(jwk: JsonObject): PublicKey | undefined {
  const name = jwk.kty === 'RSA' ? 'RSA' : textOf(jwk.crv)
  if (isPrivateJwk(jwk) || (jwk.use !== undefined && jwk.use !== 'sig') || !Object.hasOwn(readers, name)) return undefined
  const bytes = readers[name]?.(jwk)
  // `readers` is keyed by kinds only.
  return bytes && { kind: name as KeyKind, bytes }
}

/** A key that can sign → its JSON Web Key. Throws a RangeError for one that cannot. */
export function jwkOf({ kind, bytes }: PublicKey): JsonObject {
  const written = Object.hasOwn(writers, kind) ? writers[kind]?.(bytes) : undefined
  if (!written) throw new RangeError(`a key of the kind ${kind} has no JSON Web Key here`)
  return written
}

const readers: Readonly<Record<string, (jwk: JsonObject) => Uint8Array | undefined>> = {
  Ed25519: ({ kty, x }) => (kty === 'OKP' ? readBytes(x, 32) : undefined),
  'P-256': (jwk) => readPoint('P-256', 32, jwk),
  'P-384': (jwk) => readPoint('P-384', 48, jwk),
  // Told apart, and nothing more: we have no use for it.
  secp256k1: ({ kty, x, y }) => {
    const [left, right] = [readBytes(x, 32), readBytes(y, 32)]
    return kty === 'EC' && left && right ? Uint8Array.from([2 + ((right.at(-1) ?? 0) & 1), ...left]) : undefined
  },
  RSA({ n, e }) {
    const [modulus, exponent] = [readBytes(n), readBytes(e)]
    return modulus && exponent && writeRsaKey({ modulus, exponent })
  },
}

function readPoint(curve: Curve, size: number, { kty, x, y }: JsonObject): Uint8Array | undefined {
  const [left, right] = [readBytes(x, size), readBytes(y, size)]
  return kty === 'EC' && left && right ? shortForm(curve, left, right) : undefined
}

function readBytes(text: Json | undefined, length?: number): Uint8Array | undefined {
  const bytes = typeof text === 'string' ? fromBase64url(text) : undefined
  return length === undefined || bytes?.length === length ? bytes : undefined
}

const writers: Readonly<Partial<Record<KeyKind, (bytes: Uint8Array) => JsonObject | undefined>>> = {
  Ed25519: (bytes) => ({ kty: 'OKP', crv: 'Ed25519', x: toBase64url(bytes) }),
  'P-256': (bytes) => writePoint('P-256', bytes),
  'P-384': (bytes) => writePoint('P-384', bytes),
  RSA(bytes) {
    const numbers = readRsaKey(bytes)
    return numbers && { kty: 'RSA', n: toBase64url(numbers.modulus), e: toBase64url(numbers.exponent) }
  },
}

function writePoint(curve: Curve, bytes: Uint8Array): JsonObject | undefined {
  const point = pointOf(curve, bytes)
  return point && { kty: 'EC', crv: curve, x: toBase64url(point.x), y: toBase64url(point.y) }
}
