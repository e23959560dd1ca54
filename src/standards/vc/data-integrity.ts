// Data Integrity proofs: putting one on a document, and asking of each whether it holds (W3C VC Data Integrity 1.0).
import { Refusal } from '#kernel/refusal.ts'
import type { PublicKey } from '#standards/did/key.ts'
import type { CanonicalRefusal } from './canonical.ts'
import { bytesToSign, type Cryptosuite, cryptosuites, type SuiteName, suiteOf } from './cryptosuites.ts'
import type { VerifySignature } from './ed25519.ts'
import { asList, isObject, type Json, type JsonObject, readJson } from './json.ts'
import { fromMultibase, toBase58btc } from './multibase.ts'
import { selectiveTrouble } from './selective/check.ts'
import { type UnsoundCode, whyNotSignable } from './signable.ts'
import { canCheck, type SignatureKind, type SigningKey, signatureKinds, verifySignature } from './signature.ts'

export type SigningOptions = Readonly<{
  /** The full address of the key, `did:web:…#key`. */
  verificationMethod: string
  created: Date
  /** Over the bytes given; answers the signature, for ECDSA as r ‖ s and with the hash of its curve. */
  sign: (bytes: Uint8Array) => Promise<Uint8Array>
  /** `eddsa-rdfc-2022` unless said otherwise. */
  suite?: SuiteName
  /** The kind of the key; the suite's usual one unless said otherwise. */
  kind?: SignatureKind
  /** What the signature is for; `assertionMethod` unless said otherwise. */
  purpose?: 'assertionMethod' | 'authentication'
  expires?: Date
  domain?: string
  challenge?: string
}>

export type Secured<Document extends JsonObject = JsonObject> = Document & Readonly<{ proof: JsonObject }>

/** Rows of code → plain sentence, for what a proof can be found wanting in. */
export const proofTroubles = {
  proof_type_unknown: 'The proof is of a kind that we cannot check',
  proof_value_malformed: 'The signature is not written as its kind demands',
  proof_not_derived: 'The signature is for the holder alone; what is shown bears another one',
  proof_key_unfit: 'The key is not of the kind that makes such a proof',
  context_mismatch: 'The proof was made for other contexts than the document has',
  previous_proof_missing: 'The proof refers to another one that is not there',
  signature_wrong: 'The content is not what was signed, or another key signed it',
} as const

export type ProofTrouble = keyof typeof proofTroubles | UnsoundCode | CanonicalRefusal

export type ProofAnswer =
  | Readonly<{ holds: true; outdated: boolean }>
  | Readonly<{ holds: false; code: ProofTrouble; values: Readonly<Record<string, unknown>>; technical?: string }>

/**
 * The document with a proof. What is signed is what JSON will carry: members that are `undefined` are gone before signing. A proof
 * already there is refused. Throws a `Refusal` with a code of `unsoundness`, `canonicalRefusals` or `already_signed`.
 */
export async function secure<Document extends JsonObject>(
  document: Document,
  options: SigningOptions,
): Promise<Secured<Document>> {
  const name = options.suite ?? 'eddsa-rdfc-2022'
  const suite: Cryptosuite = cryptosuites[name]
  const kind = options.kind ?? suite.keys[0]
  if (!suite.keys.includes(kind)) throw new RangeError(`${name} is not made with a key of the kind ${kind}`)
  const plain = plainToSign(document)
  const unsound = whyNotSuited(suite, plain)
  if (unsound) throw new Refusal(unsound.code, unsound.values.found, unsound.values)
  const bare = proofConfiguration(name, options)
  const configuration = withContextOf(plain, bare)
  const signature = await options.sign(await bytesToSign(suite, { document: plain, configuration }, signatureKinds[kind].hash))
  const proof = suite.context === 'of_proof' ? configuration : bare
  return { ...plain, proof: { ...proof, proofValue: toBase58btc(signature) } }
}

/** The same members, less those that JSON cannot carry. Throws a `Refusal` `already_signed`. */
export function plainToSign<Document extends JsonObject>(document: Document): Document {
  const plain = readJson(JSON.stringify(document)) as Document
  if ('proof' in plain) throw new Refusal('already_signed')
  return plain
}

/** What a proof says beside its value. */
export const proofConfiguration = (
  cryptosuite: string,
  {
    created,
    verificationMethod,
    purpose = 'assertionMethod',
    expires,
    domain,
    challenge,
  }: Omit<SigningOptions, 'sign' | 'suite' | 'kind'>,
): JsonObject => ({
  type: 'DataIntegrityProof',
  cryptosuite,
  created: toSeconds(created),
  verificationMethod,
  proofPurpose: purpose,
  ...(expires === undefined ? {} : { expires: toSeconds(expires) }),
  ...(domain === undefined ? {} : { domain }),
  ...(challenge === undefined ? {} : { challenge }),
})

/** All proofs of a document, one or many. */
export const proofsOf = (document: JsonObject): readonly Json[] => asList(document.proof)

/**
 * Whether one proof of the document holds for a public key of whatever kind. The document is the parsed one, proofs included; whose
 * key it is, and whether its `created` and `expires` fit, is for the caller to ask. A faster Ed25519 may be passed in.
 */
export async function checkProof(
  document: JsonObject,
  proof: JsonObject,
  key: PublicKey,
  natively?: VerifySignature,
): Promise<ProofAnswer> {
  const suite = suiteOf(proof)
  if (!suite) return trouble('proof_type_unknown', { type: proof.type, cryptosuite: proof.cryptosuite })
  if (!canCheck(key) || !suite.keys.includes(key.kind)) return trouble('proof_key_unfit', { kind: key.kind })
  const secured = securedBy(suite, document, proof)
  if (!isObject(secured)) return trouble(secured)
  const unsound = whyNotSuited(suite, secured) ?? whyNotSuited(suite, proof)
  if (unsound) return trouble(unsound.code, unsound.values)
  try {
    const asked = { document: secured, configuration: configurationOf(suite, secured, proof), proofValue: proof.proofValue, key }
    const found = suite.selective ? await selectiveTrouble(asked) : await wholeTrouble(suite, asked, natively)
    return found === undefined ? { holds: true, outdated: suite.outdated } : trouble(found)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return trouble(error.code as CanonicalRefusal, error.values, error.detail)
  }
}

type Asked = Readonly<{ document: JsonObject; configuration: JsonObject; proofValue: Json | undefined; key: SigningKey }>

/** One signature over all of the document. */
async function wholeTrouble(suite: Cryptosuite, asked: Asked, natively?: VerifySignature): Promise<ProofTrouble | undefined> {
  const { key, proofValue } = asked
  const { hash, length } = signatureKinds[key.kind]
  const signature = signatureOf(proofValue, length)
  if (!signature) return 'proof_value_malformed'
  const holds = await verifySignature({ key, signature, bytes: await bytesToSign(suite, asked, hash) }, natively)
  return holds ? undefined : 'signature_wrong'
}

/** JSON as JSON is covered to the last member; a graph is not. */
const whyNotSuited = (suite: Cryptosuite, part: JsonObject) =>
  suite.context === 'of_document' ? whyNotSignable(part) : undefined

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

/** These cryptosuites write base58-btc and nothing else (EdDSA 3.2.2, ECDSA 3.2.2). */
function signatureOf(proofValue: Json | undefined, length: number): Uint8Array | undefined {
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z')) return undefined
  const bytes = fromMultibase(proofValue)
  return bytes?.length === length ? bytes : undefined
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
