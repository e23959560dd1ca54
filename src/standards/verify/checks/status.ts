// Has the issuer taken it back, for good or for a while? An error on the way to the answer is not an answer.
import { Refusal } from '#kernel/refusal.ts'
import { bitAt, decodeList, readIndex, type StatusError, statusErrors } from '#standards/status/bitstring.ts'
import { asList, isObject, type Json, type JsonObject, readJson } from '#standards/vc/json.ts'
import { type Check, failed, type Noted, notRun, passed, type World, warned } from '../check.ts'
import type { FindingCode } from '../plain-words.ts'
import { lookAtProofs, toleranceInMs } from '../proofs.ts'
import { issuerIdOf, readMoment, typesOf, validityOf } from '../reading.ts'

/** Each entry may cost a fetch. */
const mostEntries = 8
const accept = 'application/vc, application/ld+json, application/json'

export const status: Check = {
  id: 'status',
  asks: 'Has the issuer taken it back?',
  after: ['known_issuer', 'proof_holds', 'known_contexts'],
  async look({ credential, world }) {
    const entries = asList(credential.credentialStatus)
    if (entries.length === 0) return [warned('status_not_offered')]
    if (entries.length > mostEntries) return [notRun('status_kind_unknown', { count: entries.length, most: mostEntries })]
    return (await Promise.all(entries.map((entry) => lookAtEntry(entry, credential, world)))).flat()
  },
}

async function lookAtEntry(entry: Json, credential: JsonObject, world: World): Promise<readonly Noted[]> {
  if (!isObject(entry) || !typesOf(entry).includes('BitstringStatusListEntry'))
    return [notRun('status_kind_unknown', { type: isObject(entry) ? entry.type : undefined })]
  try {
    return await lookAtPlace(entry, credential, world)
  } catch (error) {
    if (error instanceof Refusal && Object.hasOwn(statusErrors, error.code))
      return [notRun(error.code as StatusError, { ...error.values, purpose: entry.statusPurpose })]
    throw error
  }
}

/** Bitstring Status List 1.0, 3.2 Validate Algorithm. */
async function lookAtPlace(entry: JsonObject, credential: JsonObject, world: World): Promise<readonly Noted[]> {
  const { statusPurpose: purpose, statusListCredential: address, statusListIndex, statusSize } = entry
  const index = readIndex(statusListIndex)
  if (typeof purpose !== 'string' || typeof address !== 'string' || index === undefined || entry.id === address)
    throw malformed('entry')
  if (statusSize !== undefined && statusSize !== 1) return [notRun('status_kind_unknown', { statusSize })]
  const list = await fetchList(address, world)
  const subject = asList(list.credentialSubject).find(isObject)
  if (list.id !== address || !typesOf(list).includes('BitstringStatusListCredential')) throw malformed('list')
  if (!subject || !typesOf(subject).includes('BitstringStatusList') || !asList(subject.statusPurpose).includes(purpose))
    throw malformed('purpose')
  const doubt = await doubtAbout(list, world)
  if (doubt) return [doubt]
  if (typeof subject.encodedList !== 'string') throw malformed('encodedList')
  const set = bitAt(await decodeList(subject.encodedList), index)
  return [set ? whatSetMeans(purpose) : passed('status_clear', { purpose }), ...sameIssuer(list, credential)]
}

const malformed = (what: string) => new Refusal<StatusError>('MALFORMED_VALUE_ERROR', what, { what })

async function fetchList(address: string, world: World): Promise<JsonObject> {
  const answer = await world.fetch(address, { accept }).catch(() => undefined)
  if (answer?.status !== 200)
    throw new Refusal<StatusError>('STATUS_RETRIEVAL_ERROR', address, { address, status: answer?.status })
  const list = parsed(answer.body)
  if (!isObject(list)) throw malformed('list')
  return list
}

function parsed(body: Uint8Array): Json | undefined {
  try {
    return readJson(body)
  } catch {
    return undefined
  }
}

/** The list is a credential itself: signed by its issuer, and valid now. */
async function doubtAbout(list: JsonObject, world: World): Promise<Noted | undefined> {
  const proofs = await lookAtProofs(list, world)
  const open = proofs.find(({ outcome }) => outcome === 'failed' || outcome === 'not_run')
  if (open) return notRun('status_list_unproven', { list: list.id, because: open.code })
  const { from, until } = validityOf(list)
  const [first, last] = [readMoment(from), readMoment(until)]
  // a list that is signed anew because we ask is a moment younger than our question
  const outdated = (first && first.getTime() > world.now.getTime() + toleranceInMs) || (last && last < world.now)
  return outdated ? notRun('status_list_outdated', { list: list.id, from, until }) : undefined
}

/** Purpose → what a set bit means (2.2). */
const meanings: Readonly<Record<string, readonly [typeof failed, FindingCode]>> = {
  revocation: [failed, 'revoked'],
  suspension: [failed, 'suspended'],
  refresh: [warned, 'refresh_offered'],
}

function whatSetMeans(purpose: string): Noted {
  const [note, code] =
    (Object.hasOwn(meanings, purpose) ? meanings[purpose] : undefined) ?? ([warned, 'status_flag_set'] as const)
  return note(code, { purpose })
}

const sameIssuer = (list: JsonObject, credential: JsonObject): readonly Noted[] =>
  issuerIdOf(list) === issuerIdOf(credential) ? [] : [warned('status_list_other_issuer', { issuer: issuerIdOf(list) })]
