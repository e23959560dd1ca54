// Data Integrity proofs: putting one on a document, and asking of each whether it holds (W3C VC Data Integrity 1.0).
import { Refusal } from '#kernel/refusal.ts'
import type { CanonicalRefusal } from './canonical.ts'
import { bytesToSign, type Cryptosuite, cryptosuites, suiteOf } from './cryptosuites.ts'
import { type VerifySignature, verifyEd25519 } from './ed25519.ts'
import { asList, isObject, type Json, type JsonObject, readJson } from './json.ts'
import { fromMultibase, toBase58btc } from './multibase.ts'
import { type UnsoundCode, whyNotSignable } from './signable.ts'

export type SigningOptions = Readonly<{
  /** The full address of the key, `did:web:…#key`. */
  verificationMethod: string
  created: Date
  /** Ed25519 over the 64 bytes given; answers 64 bytes. */
  sign: (bytes: Uint8Array) => Promise<Uint8Array>
}>

export type Secured<Document extends JsonObject = JsonObject> = Document & Readonly<{ proof: JsonObject }>

/** Rows of code → plain sentence, for what a proof can be found wanting in. */
export const proofTroubles = {
  proof_type_unknown: 'The proof is of a kind that we cannot check',
  proof_value_malformed: 'The signature is not written as its kind demands',
  context_mismatch: 'The proof was made for other contexts than the document has',
  previous_proof_missing: 'The proof refers to another one that is not there',
  signature_wrong: 'The content is not what was signed, or another key signed it',
} as const

export type ProofTrouble = keyof typeof proofTroubles | UnsoundCode | CanonicalRefusal

export type ProofAnswer =
  | Readonly<{ holds: true; outdated: boolean }>
  | Readonly<{ holds: false; code: ProofTrouble; values: Readonly<Record<string, unknown>>; technical?: string }>

/**
 * The document with an `eddsa-rdfc-2022` proof for `assertionMethod`. What is signed is what JSON will carry: members that are
 * `undefined` are gone before signing. A proof already there is refused. Throws a `Refusal` with a code of `unsoundness`,
 * `canonicalRefusals` or `already_signed`.
 */
export async function secure<Document extends JsonObject>(
  document: Document,
  options: SigningOptions,
): Promise<Secured<Document>> {
  const suite = suiteNamed('eddsa-rdfc-2022')
  // The round trip gives back the same members, less those that JSON cannot carry.
  const plain = readJson(JSON.stringify(document)) as Document
  if ('proof' in plain) throw new Refusal('already_signed')
  const unsound = whyNotSignable(plain)
  if (unsound) throw new Refusal(unsound.code, unsound.values.found, unsound.values)
  const configuration = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: toSeconds(options.created),
    verificationMethod: options.verificationMethod,
    proofPurpose: 'assertionMethod',
  }
  const signature = await options.sign(await bytesToSign(suite, plain, withContextOf(plain, configuration)))
  return { ...plain, proof: { ...configuration, proofValue: toBase58btc(signature) } }
}

/** All proofs of a document, one or many. */
export const proofsOf = (document: JsonObject): readonly Json[] => asList(document.proof)

/**
 * Whether one proof of the document holds, for a raw Ed25519 public key of 32 bytes. The document is the parsed one, proofs
 * included; whose key it is, and whether its `created` and `expires` fit, is for the caller to ask.
 */
export async function checkProof(
  document: JsonObject,
  proof: JsonObject,
  publicKey: Uint8Array,
  verifySignature: VerifySignature = verifyEd25519,
): Promise<ProofAnswer> {
  const suite = suiteOf(proof)
  if (!suite) return trouble('proof_type_unknown', { type: proof.type, cryptosuite: proof.cryptosuite })
  const signature = signatureOf(proof)
  if (!signature) return trouble('proof_value_malformed')
  const secured = securedBy(suite, document, proof)
  if (!isObject(secured)) return trouble(secured)
  const unsound = suite.context === 'of_document' ? (whyNotSignable(secured) ?? whyNotSignable(proof)) : undefined
  if (unsound) return trouble(unsound.code, unsound.values)
  try {
    const bytes = await bytesToSign(suite, secured, configurationOf(suite, secured, proof))
    return (await verifySignature(publicKey, signature, bytes))
      ? { holds: true, outdated: suite.outdated }
      : trouble('signature_wrong')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return trouble(error.code as CanonicalRefusal, error.values, error.detail)
  }
}

function suiteNamed(name: string): Cryptosuite {
  const suite = cryptosuites[name]
  if (!suite) throw new Error(`no cryptosuite ${name}`)
  return suite
}

/** `2026-11-21T19:20:00Z`: XML Schema's dateTimeStamp, without fractions. */
const toSeconds = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z')

const withContextOf = (document: JsonObject, configuration: JsonObject): JsonObject => ({
  ...configuration,
  ...(document['@context'] === undefined ? {} : { '@context': document['@context'] }),
})

const trouble = (code: ProofTrouble, values: Readonly<Record<string, unknown>> = {}, technical?: string): ProofAnswer => ({
  holds: false,
  code,
  values,
  ...(technical === undefined ? {} : { technical }),
})

/** EdDSA cryptosuites write base58-btc and nothing else (3.2.2). */
function signatureOf({ proofValue }: JsonObject): Uint8Array | undefined {
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z')) return undefined
  const bytes = fromMultibase(proofValue)
  return bytes?.length === 64 ? bytes : undefined
}

/** What the proof speaks about: the document without proofs, or with those that the proof says came before it (4.5). */
function securedBy(
  suite: Cryptosuite,
  document: JsonObject,
  proof: JsonObject,
): JsonObject | 'context_mismatch' | 'previous_proof_missing' {
  const { proof: all, ...bare } = document
  const wanted = asList(proof.previousProof)
  const earlier = asList(all).filter((other) => isObject(other) && other.id !== undefined && wanted.includes(other.id))
  if (earlier.length !== wanted.length) return 'previous_proof_missing'
  const contextOfProof = proof['@context']
  if (contextOfProof !== undefined && !beginsWith(asList(bare['@context']), asList(contextOfProof))) return 'context_mismatch'
  return {
    ...bare,
    ...(contextOfProof === undefined || suite.context === 'of_document' ? {} : { '@context': contextOfProof }),
    ...(earlier.length === 0 ? {} : { proof: earlier }),
  }
}

const beginsWith = (whole: readonly Json[], start: readonly Json[]): boolean =>
  start.every((item, at) => JSON.stringify(item) === JSON.stringify(whole[at]))

function configurationOf(suite: Cryptosuite, document: JsonObject, proof: JsonObject): JsonObject {
  const { proofValue: _, ...configuration } = proof
  return suite.context === 'of_document' ? withContextOf(document, configuration) : configuration
}
