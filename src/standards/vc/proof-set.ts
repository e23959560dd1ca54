// Several proofs on one document: each for itself, and none that builds on one that does not hold (VC Data Integrity 1.0, 2.1.1 and 2.1.2).
import type { PublicKey } from '#standards/did/key.ts'
import { checkProof, type ProofAnswer, proofsOf } from './data-integrity.ts'
import type { VerifySignature } from './ed25519.ts'
import { asList, isObject, type Json, type JsonObject } from './json.ts'

/** Rows of code → plain sentence, for what a set of proofs can be found wanting in beside its members. */
export const proofSetTroubles = {
  proof_malformed: 'The signature is not written as the standard has it',
  key_not_known: 'Without the issuer’s key the signature cannot be checked',
  previous_proof_wrong: 'The proof builds on another one that does not hold',
} as const

export type ProofSetAnswer =
  | ProofAnswer
  | Readonly<{ holds: false; code: keyof typeof proofSetTroubles; values: Readonly<Record<string, unknown>> }>

export type KeyOfProof = (proof: JsonObject) => Promise<PublicKey | undefined>

/** One answer for each proof of the document, in their order. Which key is a proof's is for the caller to find; `undefined` when nobody knows. */
export async function checkProofs(
  document: JsonObject,
  keyOf: KeyOfProof,
  natively?: VerifySignature,
): Promise<readonly ProofSetAnswer[]> {
  const proofs = proofsOf(document)
  const alone = await Promise.all(proofs.map((proof) => checkAlone({ document, proof, keyOf }, natively)))
  const answers = new Map(proofs.map((proof, at) => [proof, alone[at]]))
  const holds = (proof: Json): boolean => answers.get(proof)?.holds === true
  return alone.map((answer, at) => {
    const wrong = answer.holds ? everyPrevious(proofs[at] ?? null, proofs).find((proof) => !holds(proof)) : undefined
    return wrong === undefined ? answer : wanting('previous_proof_wrong', { previous: isObject(wrong) ? wrong.id : undefined })
  })
}

type Alone = Readonly<{ document: JsonObject; proof: Json; keyOf: KeyOfProof }>

async function checkAlone({ document, proof, keyOf }: Alone, natively?: VerifySignature): Promise<ProofSetAnswer> {
  if (!isObject(proof)) return wanting('proof_malformed')
  const key = await keyOf(proof)
  return key ? checkProof(document, proof, key, natively) : wanting('key_not_known', { key: proof.verificationMethod })
}

/** Every proof that this one builds on, at whatever distance. That each one named is there, `checkProof` has seen to. */
function everyPrevious(proof: Json, all: readonly Json[]): readonly Json[] {
  const found = new Set<Json>()
  const open = [proof]
  for (const next of open) {
    const wanted = isObject(next) ? asList(next.previousProof) : []
    for (const other of all)
      if (isObject(other) && other.id !== undefined && wanted.includes(other.id) && !found.has(other)) {
        found.add(other)
        open.push(other)
      }
  }
  return [...found]
}

const wanting = (code: keyof typeof proofSetTroubles, values: Readonly<Record<string, unknown>> = {}): ProofSetAnswer => ({
  holds: false,
  code,
  values,
})
