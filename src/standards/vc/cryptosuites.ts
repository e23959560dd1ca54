// The kinds of proof that we can check, as a table: how each turns a document and a proof's configuration into the bytes that were signed.
import { canonicalise } from './canonical.ts'
import { sha256 } from './ed25519.ts'
import { jcs } from './jcs.ts'
import type { JsonObject } from './json.ts'

export type Cryptosuite = Readonly<{
  canonical: (document: JsonObject) => Promise<string>
  /** Where the proof's configuration takes its context from: always the document, or what the proof itself carries. */
  context: 'of_document' | 'of_proof'
  /** Still checked, no longer to be issued. */
  outdated: boolean
}>

/** Keyed by `cryptosuite`; by `type` for a suite that is older than Data Integrity. All are Ed25519 over SHA-256. */
export const cryptosuites: Readonly<Record<string, Cryptosuite>> = {
  'eddsa-rdfc-2022': { canonical: canonicalise, context: 'of_document', outdated: false },
  'eddsa-jcs-2022': { canonical: async (document) => jcs(document), context: 'of_proof', outdated: false },
  'eddsa-2022': { canonical: canonicalise, context: 'of_document', outdated: true },
  Ed25519Signature2020: { canonical: canonicalise, context: 'of_document', outdated: true },
}

/** The suite of a proof, or `undefined` for one that we cannot check. */
export function suiteOf(proof: JsonObject): Cryptosuite | undefined {
  const name = proof.type === 'DataIntegrityProof' ? proof.cryptosuite : proof.type
  const fits =
    typeof name === 'string' && Object.hasOwn(cryptosuites, name) && name.startsWith('eddsa-') === 'cryptosuite' in proof
  return fits ? cryptosuites[name] : undefined
}

/** H(proof configuration) ‖ H(document), 64 bytes (Data Integrity EdDSA Cryptosuites 1.0, 3.2.4 and 3.3.4). */
export async function bytesToSign(suite: Cryptosuite, document: JsonObject, configuration: JsonObject): Promise<Uint8Array> {
  const [ofProof, ofDocument] = await Promise.all([
    suite.canonical(configuration).then(sha256),
    suite.canonical(document).then(sha256),
  ])
  return Uint8Array.from([...ofProof, ...ofDocument])
}
