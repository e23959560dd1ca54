// Signed tokens in compact form: taken apart strictly and under a bound, checked, and made (RFC 7515; RFC 8725, 3).
import { compactVerify, errors, importJWK } from 'jose'
import { Refusal } from '#kernel/refusal.ts'
import type { KeyKind, PublicKey } from '#standards/did/key.ts'
import { credentialLimits, isObject, type Json, type JsonObject, jsonRefusals, readJson } from '#standards/vc/json.ts'
import { fromBase64url, toBase64url } from '#standards/vc/multibase.ts'
import { jwkOf } from './jwk.ts'

/** Header parameter `alg` → the kind of key that it is made with. What is not here is refused: `none` and shared secrets first of all. */
export const algorithms = {
  RS256: 'RSA',
  PS256: 'RSA',
  ES256: 'P-256',
  ES384: 'P-384',
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
} as const satisfies Readonly<Record<string, KeyKind>>

export type Algorithm = keyof typeof algorithms

/** Taken apart and not yet believed. */
export type Token = Readonly<{ text: string; algorithm: Algorithm; header: JsonObject; payload: JsonObject }>

/** Rows of code → plain sentence, for what `readToken` refuses. */
export const tokenRefusals = {
  ...jsonRefusals,
  token_malformed: 'It is not a signed token',
  algorithm_none: 'The token is not signed',
  algorithm_unknown: 'The token is signed in a way that we do not accept',
  header_critical: 'The token asks for something that we do not know',
} as const

export type TokenRefusal = keyof typeof tokenRefusals

/** The text of a credential, written as base64url, and room for the header and the signature. */
const mostLetters = Math.ceil((credentialLimits.mostBytes * 4) / 3) + 32_768
const headerLimits = { mostBytes: 16_384, deepest: 8 }

/** Whether the text has the form of a compact token; nothing else about it. */
export const looksLikeToken = (text: string): boolean => /^[\w-]+\.[\w-]*\.[\w-]*$/.test(text)

/** Throws a `Refusal` with a code of `tokenRefusals`. A header that asks for extensions (`crit`, `b64`) is refused. */
export function readToken(text: string): Token {
  if (text.length > mostLetters) throw new Refusal<TokenRefusal>('too_large', undefined, { most: mostLetters })
  const [header, payload, signature, ...more] = text.split('.')
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) throw malformed('parts')
  const head = objectIn(header, headerLimits)
  const algorithm = algorithmOf(head.alg)
  if ('crit' in head || 'b64' in head) throw new Refusal<TokenRefusal>('header_critical', undefined, { crit: head.crit })
  if (!fromBase64url(signature)?.length) throw malformed('signature')
  return { text, algorithm, header: head, payload: objectIn(payload, credentialLimits) }
}

/** Rows of code → plain sentence, for a signature that is not good. */
export const tokenTroubles = {
  proof_key_unfit: 'The key is not of the kind that makes such a proof',
  signature_wrong: 'The content is not what was signed, or another key signed it',
} as const

export type TokenAnswer =
  | Readonly<{ holds: true }>
  | Readonly<{ holds: false; code: keyof typeof tokenTroubles; values: Readonly<Record<string, unknown>> }>

/** Whether the key signed the token. Whose key it is, and whether what the token says fits, is for the caller to ask. */
export async function checkToken({ text, algorithm }: Token, key: PublicKey): Promise<TokenAnswer> {
  if (algorithms[algorithm] !== key.kind) return { holds: false, code: 'proof_key_unfit', values: { kind: key.kind, algorithm } }
  try {
    await compactVerify(text, await importJWK({ ...jwkOf(key) }, algorithm), { algorithms: [algorithm] })
    return { holds: true }
  } catch (error) {
    if (!(error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWSInvalid)) throw error
    return { holds: false, code: 'signature_wrong', values: {} }
  }
}

export type TokenOptions = Readonly<{
  header: JsonObject & Readonly<{ alg: Algorithm }>
  payload: JsonObject
  /** Over the bytes given; answers the signature as JWS has it, for ECDSA as r ‖ s. */
  sign: (bytes: Uint8Array) => Promise<Uint8Array>
}>

/** The compact token (RFC 7515, 5.1). */
export async function makeToken({ header, payload, sign }: TokenOptions): Promise<string> {
  const text = `${written(header)}.${written(payload)}`
  return `${text}.${toBase64url(await sign(new TextEncoder().encode(text)))}`
}

const malformed = (part: string) => new Refusal<TokenRefusal>('token_malformed', part, { part })

function objectIn(part: string, limits: typeof credentialLimits): JsonObject {
  const bytes = fromBase64url(part)
  const value = bytes?.length ? readJson(bytes, limits) : undefined
  if (!isObject(value)) throw malformed('json')
  return value
}

function algorithmOf(alg: Json | undefined): Algorithm {
  if (typeof alg === 'string' && Object.hasOwn(algorithms, alg)) return alg as Algorithm
  throw new Refusal<TokenRefusal>(alg === 'none' || alg === undefined ? 'algorithm_none' : 'algorithm_unknown', undefined, {
    alg,
  })
}

const written = (value: JsonObject): string => toBase64url(new TextEncoder().encode(JSON.stringify(value)))
