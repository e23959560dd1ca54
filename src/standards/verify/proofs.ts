// Asking of every proof of a document whether it holds; used for the credential itself and for the status lists that it names.
import { checkProof, type ProofTrouble, proofsOf } from '#standards/vc/data-integrity.ts'
import { isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { failed, type Noted, notRun, passed, type World, warned } from './check.ts'
import { keyFor } from './keys.ts'
import { issuerIdOf, readMoment } from './reading.ts'

/** Each proof costs a canonicalisation. */
const mostProofs = 8

/** Clocks differ a little. */
export const toleranceInMs = 5 * 60 * 1000

/** All proofs must hold. What we have no means to check is `not_run`. */
export async function lookAtProofs(document: JsonObject, world: World): Promise<readonly Noted[]> {
  const proofs = proofsOf(document)
  if (proofs.length === 0) return [failed('proof_missing')]
  if (proofs.length > mostProofs) return [failed('proof_crowded', { count: proofs.length, most: mostProofs })]
  return (await Promise.all(proofs.map((proof) => lookAtProof(document, proof, world)))).flat()
}

async function lookAtProof(document: JsonObject, proof: Json, world: World): Promise<readonly Noted[]> {
  if (!isObject(proof) || typeof proof.type !== 'string') return [failed('proof_malformed')]
  const conditions = lookAtConditions(proof, world.now)
  const key = await keyFor(issuerIdOf(document), proof.verificationMethod, world)
  if ('outcome' in key) return [...conditions, notRun('key_not_known', { key: proof.verificationMethod })]
  const answer = await checkProof(document, proof, key.publicKey, world.verifyEd25519)
  if (!answer.holds) {
    const note = (cannotSay.has(answer.code) ? notRun : failed)(answer.code, answer.values)
    return [...conditions, answer.technical === undefined ? note : { ...note, technical: answer.technical }]
  }
  const name = proof.cryptosuite ?? proof.type
  return [
    ...conditions,
    passed('proof_holds', { key: proof.verificationMethod, kind: name }),
    ...(answer.outdated ? [warned('proof_outdated', { kind: name })] : []),
  ]
}

/** Without the suite or the context we know nothing, neither good nor bad. */
const cannotSay: ReadonlySet<ProofTrouble> = new Set<ProofTrouble>(['proof_type_unknown', 'unknown_context'])

/** Purpose, dates and audience of a proof (VC Data Integrity 1.0, 4.4). */
function lookAtConditions(proof: JsonObject, now: Date): readonly Noted[] {
  const { proofPurpose, created, expires, domain, challenge } = proof
  const [from, until] = [readMoment(created), readMoment(expires)]
  return [
    ...(proofPurpose === 'assertionMethod' ? [] : [failed('proof_purpose_wrong', { purpose: proofPurpose })]),
    ...(created !== undefined && !from ? [failed('proof_malformed', { member: 'created' })] : []),
    ...(expires !== undefined && !until ? [failed('proof_malformed', { member: 'expires' })] : []),
    ...(from && from.getTime() > now.getTime() + toleranceInMs ? [failed('proof_from_future', { created })] : []),
    ...(until && until < now ? [failed('proof_expired', { expires })] : []),
    ...(domain === undefined && challenge === undefined ? [] : [warned('proof_bound', { domain })]),
  ]
}
