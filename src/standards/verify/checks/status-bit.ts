// One bit in a list that the issuer signs (Bitstring Status List 1.0, 3.2 Validate Algorithm).
import { Refusal } from '#kernel/refusal.ts'
import { bitAt, decodeList, readIndex, type StatusError } from '#standards/status/bitstring.ts'
import { asList, isObject, type JsonObject } from '#standards/vc/json.ts'
import { openInner } from '../candidate.ts'
import { type Candidate, failed, type Noted, notRun, passed, type World, warned } from '../check.ts'
import { fetched } from '../fetching.ts'
import type { FindingCode } from '../plain-words.ts'
import { lookAtProofs, toleranceInMs } from '../proofs.ts'
import { issuerIdOf, readMoment, typesOf, validityOf } from '../reading.ts'

const accept = 'application/vc, application/vc+jwt, application/ld+json, application/json'

export async function lookAtBit(entry: JsonObject, credential: JsonObject, world: World): Promise<readonly Noted[]> {
  const { statusPurpose: purpose, statusListCredential: address, statusListIndex, statusSize } = entry
  const index = readIndex(statusListIndex)
  if (typeof purpose !== 'string' || typeof address !== 'string' || index === undefined || entry.id === address)
    throw malformed('entry')
  if (statusSize !== undefined && statusSize !== 1) return [notRun('status_kind_unknown', { statusSize })]
  const candidate = await fetchList(address, world)
  const { document: list } = candidate
  const subject = asList(list.credentialSubject).find(isObject)
  if (list.id !== address || !typesOf(list).includes('BitstringStatusListCredential')) throw malformed('list')
  if (!subject || !typesOf(subject).includes('BitstringStatusList') || !asList(subject.statusPurpose).includes(purpose))
    throw malformed('purpose')
  const doubt = await doubtAbout(candidate, world)
  if (doubt) return [doubt]
  if (typeof subject.encodedList !== 'string') throw malformed('encodedList')
  const set = bitAt(await decodeList(subject.encodedList), index)
  return [set ? whatSetMeans(purpose) : passed('status_clear', { purpose }), ...sameIssuer(list, credential)]
}

const malformed = (what: string) => new Refusal<StatusError>('MALFORMED_VALUE_ERROR', what, { what })

/** A document with its proof, or a token. */
async function fetchList(address: string, world: World): Promise<Candidate> {
  const got = await fetched(address, accept, world)
  if ('technical' in got) throw new Refusal<StatusError>('STATUS_RETRIEVAL_ERROR', address, { address, status: got.status })
  const list = openInner(textIn(got.body))
  if ('outcome' in list) throw malformed('list')
  return list
}

function textIn(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body).trim()
  } catch {
    throw malformed('list')
  }
}

/** The list is a credential itself: signed by its issuer, and valid now. */
async function doubtAbout(candidate: Candidate, world: World): Promise<Noted | undefined> {
  const { document: list } = candidate
  const proofs = await lookAtProofs(candidate, { speaker: issuerIdOf(list), purpose: 'assertionMethod', world })
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
