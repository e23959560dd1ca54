// A badge of version 2.0 is spread over several addresses: the badge itself, what it is for, and who issued it (Open Badges 2.0, Verification).
import { badgeShape, idOf, issuerShape } from '#standards/openbadge2/assertion.ts'
import { isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { type Asked, failed, type Noted, notRun, type World } from './check.ts'
import { isReadable } from './controller.ts'
import { fetchedAtHome, type NotGot, objectIn } from './fetching.ts'

const accept = 'application/ld+json, application/json'

export type Badge2 = Readonly<{ badge: JsonObject; issuer: JsonObject }>

/** The issuer's own copy of a hosted badge. */
export async function hostedCopy({ credential, world }: Asked): Promise<JsonObject | NotGot> {
  const { id } = credential
  if (typeof id !== 'string' || !isReadable(id)) return { technical: 'its id is no address' }
  const got = await fetchedAtHome(id, accept, world)
  if ('technical' in got) return got
  return objectIn(got.body) ?? { technical: 'no JSON object' }
}

export const isMissing = (copy: JsonObject | NotGot): copy is NotGot => typeof copy.technical === 'string' && !('id' in copy)

/** What it is for, and who issued it: the issuer always as their own address has it, whatever the badge says of them. */
export async function graphOf(assertion: JsonObject, world: World): Promise<Badge2 | Noted> {
  const badge = isObject(assertion.badge) ? assertion.badge : await documentAt(assertion.badge, world)
  if (isNote(badge)) return badge
  if (!badgeShape.safeParse(badge).success) return failed('badge_malformed', { badge: badge.id })
  const issuer = await documentAt(idOf(badge.issuer), world)
  if (isNote(issuer)) return issuer.outcome === 'failed' ? issuer : { ...issuer, code: 'issuer_unreachable' }
  return issuerShape.safeParse(issuer).success ? { badge, issuer } : failed('issuer_malformed', { issuer: issuer.id })
}

/** The document that says of itself that it is the one at that address. */
export async function documentAt(address: Json | undefined, world: World): Promise<JsonObject | Noted> {
  if (typeof address !== 'string' || !isReadable(address)) return notRun('issuer_method_unknown', { issuer: address })
  const got = await fetchedAtHome(address, accept, world)
  if ('technical' in got) return { ...notRun('badge_unreachable', { address, status: got.status }), technical: got.technical }
  const document = objectIn(got.body)
  if (!document) return notRun('badge_unreachable', { address })
  return document.id === address ? document : failed('issuer_mismatch', { issuer: address, found: document.id })
}

export const isNote = (answer: JsonObject | Badge2 | Noted): answer is Noted =>
  'outcome' in answer && 'code' in answer && typeof answer.code === 'string'
