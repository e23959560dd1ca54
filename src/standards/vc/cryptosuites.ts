// The kinds of proof that we can make and check, as a table: with which kinds of key, and how each turns a document and a proof's configuration into the bytes that are signed.
import { Refusal } from '#kernel/refusal.ts'
import { canonicalBytes } from './canonical.ts'
import { jcs } from './jcs.ts'
import type { JsonObject } from './json.ts'
import type { UnsoundCode } from './signable.ts'
import { digest, type HashName, type SignatureKind } from './signature.ts'

export type Cryptosuite = Readonly<{
  /** Which keys make it; the hash follows from the key (`signatureKinds`). The first is the usual one. */
  keys: readonly [SignatureKind, ...SignatureKind[]]
  canonical: (document: JsonObject, hash: HashName) => Promise<Uint8Array>
  /** Where the proof's configuration takes its context from: always the document, or what the proof itself carries. */
  context: 'of_document' | 'of_proof'
  /** Still checked, no longer to be issued. */
  outdated: boolean
  /** Signs line by line, so that parts can be shown; `selective/` makes and checks it. */
  selective: boolean
}>

const overGraph = { canonical: canonicalBytes, context: 'of_document', outdated: false, selective: false } as const
const overJson = { canonical: asJson, context: 'of_proof', outdated: false, selective: false } as const

/** Keyed by `cryptosuite`; by `type` for a suite that is older than Data Integrity. */
export const cryptosuites = {
  'eddsa-rdfc-2022': { ...overGraph, keys: ['Ed25519'] },
  'eddsa-jcs-2022': { ...overJson, keys: ['Ed25519'] },
  'ecdsa-rdfc-2019': { ...overGraph, keys: ['P-256', 'P-384'] },
  'ecdsa-jcs-2019': { ...overJson, keys: ['P-256', 'P-384'] },
  'ecdsa-sd-2023': { ...overGraph, keys: ['P-256'], selective: true },
  'eddsa-2022': { ...overGraph, keys: ['Ed25519'], outdated: true },
  Ed25519Signature2020: { ...overGraph, keys: ['Ed25519'], outdated: true },
} as const satisfies Readonly<Record<string, Cryptosuite>>

/** The suites that `secure` may issue. */
export type SuiteName = {
  [Name in keyof typeof cryptosuites]: (typeof cryptosuites)[Name] extends { outdated: false; selective: false } ? Name : never
}[keyof typeof cryptosuites]

/** The suite of a proof, or `undefined` for one that we cannot check. */
export function suiteOf(proof: JsonObject): Cryptosuite | undefined {
  const isNamed = proof.type === 'DataIntegrityProof'
  const name = isNamed ? proof.cryptosuite : proof.type
  const known = typeof name === 'string' && Object.hasOwn(cryptosuites, name) && 'cryptosuite' in proof === isNamed
  // `hasOwn` does not tell the compiler which names are left.
  return known && isNamed === (name !== 'Ed25519Signature2020') ? cryptosuites[name as keyof typeof cryptosuites] : undefined
}

export type Signable = Readonly<{ document: JsonObject; configuration: JsonObject }>

/**
 * H(proof configuration) ‖ H(document): 64 bytes, or 96 with SHA-384 (Data Integrity EdDSA Cryptosuites 1.0, 3.2.4 and 3.3.4;
 * ECDSA Cryptosuites 1.0, 3.2.4 and 3.3.4).
 */
export async function bytesToSign(
  suite: Cryptosuite,
  { document, configuration }: Signable,
  hash: HashName,
): Promise<Uint8Array> {
  const hashes = await Promise.all([configuration, document].map(async (part) => digest(hash, await suite.canonical(part, hash))))
  return Uint8Array.from(hashes.flatMap((bytes) => [...bytes]))
}

/** JSON texts can hold numbers that no reader can: 1e999. */
async function asJson(document: JsonObject): Promise<Uint8Array> {
  try {
    return new TextEncoder().encode(jcs(document))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Refusal<UnsoundCode>('number_not_exact', error.message, { path: '/', found: error.message })
  }
}
