// Asking of every proof of a document whether it holds, and whose it is; used for what is handed over and for the status lists that it names.
import type { Purpose } from '#standards/did/document.ts'
import { checkToken } from '#standards/jose/token.ts'
import { conditionsIn, isJoseType } from '#standards/jose/vc-jose.ts'
import { proofsOf } from '#standards/vc/data-integrity.ts'
import { isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { conditionsAmiss } from '#standards/vc/proof-conditions.ts'
import { checkProofs, type ProofSetAnswer } from '#standards/vc/proof-set.ts'
import { type Candidate, failed, type Known, type Noted, notRun, passed, type World, warned } from './check.ts'
import { controllerOf, type KeyAnswer, keyFor } from './keys.ts'
import { keyForToken } from './token-key.ts'

/** Each proof costs a canonicalisation. */
const mostProofs = 8

/** Clocks differ a little. */
export const toleranceInMs = 5 * 60 * 1000

export type Proving = Readonly<{ speaker: string | undefined; purpose: Purpose; world: World; known?: Known }>

/**
 * Every proof is reported. None may fail, and at least one must be the speaker's and hold (VC Data Integrity 1.0, 2.1.1: a set is
 * not ordered, and which of its proofs matter is the reader's choice; we choose the speaker's). What we have no means to check is
 * `not_run`, unless another one of the speaker's holds.
 */
export async function lookAtProofs(candidate: Candidate, proving: Proving): Promise<readonly Noted[]> {
  const { document, token } = candidate
  const proofs = proofsOf(document)
  if (proofs.length > mostProofs) return [failed('proof_crowded', { count: proofs.length, most: mostProofs })]
  if (proofs.length === 0 && !token) return [failed('proof_missing')]
  const ofToken = token ? await lookAtToken(candidate, proving) : []
  const ofDocument = proofs.length === 0 ? [] : await lookAtSet(document, proving)
  return settled([...ofToken, ...ofDocument])
}

/** Whether the keys are the speaker's: one finding for each key that is named. */
export async function lookAtKeys({ document, token }: Candidate, proving: Proving): Promise<readonly Noted[]> {
  const { speaker } = proving
  const answers = [
    ...(token ? [{ key: token.header.kid ?? 'jwk', signer: await tokenSigner(token, proving) }] : []),
    ...[...(await signersOf(document, proving))].map(([key, signer]) => ({ key, signer })),
  ]
  if (answers.length === 0)
    return [speaker === undefined ? failed('issuer_malformed') : failed('key_unnamed', { issuer: speaker })]
  const someOwn = answers.some(({ signer }) => signer.isOwn && 'key' in signer.answer)
  return answers.flatMap(({ key, signer: { answer, isOwn } }) => {
    if ('outcome' in answer) return [someOwn && answer.outcome === 'not_run' ? { ...answer, outcome: 'warned' as const } : answer]
    if (!isOwn) return [warned('key_of_another', { key })]
    return [passed('issuer_known', { issuer: speaker, key }), ...(answer.noted ? [answer.noted] : [])]
  })
}

type Signer = Readonly<{ answer: KeyAnswer; isOwn: boolean }>
type TokenOf = NonNullable<Candidate['token']>

const tokenSigner = async (token: TokenOf, proving: Proving): Promise<Signer> => ({
  answer: await keyForToken(token, proving),
  isOwn: true,
})

/** Verification method → whose key it is. Somebody else's is looked for only beside one of the speaker's own. */
async function signersOf(document: JsonObject, proving: Proving): Promise<ReadonlyMap<Json | undefined, Signer>> {
  const methods = [...new Set(proofsOf(document).map(methodOf))].slice(0, mostProofs)
  const own = await Promise.all(methods.map((method) => keyFor(method, proving)))
  const someOwn = own.some((answer) => 'key' in answer)
  const signers = methods.map(async (method, at): Promise<[Json | undefined, Signer]> => {
    const answer = own[at] ?? failed('key_unnamed')
    const isForeign = someOwn && 'outcome' in answer && answer.code === 'key_missing' && typeof method === 'string'
    if (!isForeign || controllerOf(method) === proving.speaker) return [method, { answer, isOwn: true }]
    return [method, { answer: await keyFor(method, { ...proving, speaker: controllerOf(method) }), isOwn: false }]
  })
  return new Map(await Promise.all(signers))
}

const methodOf = (proof: Json): Json | undefined => (isObject(proof) ? proof.verificationMethod : undefined)

async function lookAtSet(document: JsonObject, proving: Proving): Promise<readonly Noted[]> {
  const signers = await signersOf(document, proving)
  const keyOfProof = async (proof: JsonObject) => {
    const answer = signers.get(proof.verificationMethod)?.answer
    return answer && 'key' in answer ? answer.key : undefined
  }
  const answers = await checkProofs(document, keyOfProof, proving.world.verifyEd25519)
  return proofsOf(document).flatMap((proof, at) => {
    const isOwn = signers.get(methodOf(proof))?.isOwn !== false
    return isObject(proof) && typeof proof.type === 'string'
      ? [...conditions(proof, proving), ...noteOf(proof, answers[at], isOwn)]
      : [failed('proof_malformed')]
  })
}

function noteOf(proof: JsonObject, answer: ProofSetAnswer | undefined, isOwn: boolean): readonly Noted[] {
  const values = { key: proof.verificationMethod, kind: proof.cryptosuite ?? proof.type }
  if (answer === undefined) return [notRun('check_broke', values)]
  if (!answer.holds) {
    const note = (cannotSay.has(answer.code) ? notRun : failed)(answer.code, { ...values, ...answer.values })
    return ['technical' in answer && answer.technical !== undefined ? { ...note, technical: answer.technical } : note]
  }
  return [
    isOwn ? passed('proof_holds', values) : warned('proof_of_another', values),
    ...(answer.outdated ? [warned('proof_outdated', values)] : []),
  ]
}

/** Without the key, the suite or the context we know nothing, neither good nor bad. */
const cannotSay: ReadonlySet<string> = new Set(['proof_type_unknown', 'unknown_context', 'key_not_known'])

async function lookAtToken({ token }: Candidate, proving: Proving): Promise<readonly Noted[]> {
  if (!token) return []
  const { answer } = await tokenSigner(token, proving)
  if ('outcome' in answer) return [notRun('key_not_known', { key: token.header.kid })]
  const { algorithm, header, payload } = token
  const checked = await checkToken(token, answer.key)
  const values = { key: header.kid, kind: algorithm }
  const said = isJoseType(header.typ) ? conditions(conditionsIn(payload, proving.purpose), proving) : []
  return [...said, checked.holds ? passed('proof_holds', values) : failed(checked.code, { ...values, ...checked.values })]
}

/** Purpose, dates and audience of a proof (VC Data Integrity 1.0, 4.4). */
function conditions(said: JsonObject, { world: { now }, purpose, known = {} }: Proving): readonly Noted[] {
  const { challenge, domain } = known
  const expected = { ...(challenge === undefined ? {} : { challenge }), ...(domain === undefined ? {} : { domain }) }
  const isForAnother =
    (said.domain !== undefined && domain === undefined) || (said.challenge !== undefined && challenge === undefined)
  return [
    ...conditionsAmiss(said, { now, toleranceInMs, purpose, ...expected }).map(({ code, values }) => failed(code, values)),
    ...(isForAnother ? [warned('proof_bound', { domain: said.domain })] : []),
  ]
}

/** Where one of the speaker's proofs holds, what could not be checked beside it takes nothing away; where none does, nothing is proven. */
function settled(notes: readonly Noted[]): readonly Noted[] {
  const holds = notes.some(({ code, outcome }) => code === 'proof_holds' && outcome === 'passed')
  if (!holds) return notes
  return notes.map((note) => (note.outcome === 'not_run' ? { ...note, outcome: 'warned' as const } : note))
}
