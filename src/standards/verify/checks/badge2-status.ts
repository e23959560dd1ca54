// Has the issuer taken a badge of version 2.0 back? A hosted one says so itself, or is gone for good; for signed ones there is a list (Open Badges 2.0, Revocation).
import { Refusal } from '#kernel/refusal.ts'
import { wayOf } from '#standards/openbadge2/assertion.ts'
import { badgeRevokedIn } from '#standards/openbadge2/revocation.ts'
import { type StatusError, statusErrors } from '#standards/status/bitstring.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import { graphOf, hostedCopy, isMissing, isNote } from '../badge2-graph.ts'
import { type Asked, type Check, failed, type Noted, notRun, passed, warned } from '../check.ts'
import { fetched, objectIn } from '../fetching.ts'

export const badge2Status: Check = {
  id: 'status',
  // Not after the proof: a hosted badge that was taken back is one whose copy is gone.
  after: ['known_issuer'],
  async look(asked) {
    const way = wayOf(asked.credential)
    return way === undefined ? [notRun('verification_kind_unknown')] : [await looks[way](asked)]
  },
}

const clear = passed('status_clear', { purpose: 'revocation' })
const revoked = (values: Readonly<Record<string, unknown>> = {}): Noted => failed('revoked', { purpose: 'revocation', ...values })

const looks = {
  async hosted(asked: Asked): Promise<Noted> {
    const copy = await hostedCopy(asked)
    if (isMissing(copy)) return copy.status === 410 ? revoked() : notRun('hosted_unreachable', { address: asked.credential.id })
    const reason = copy.revocationReason
    return copy.revoked === true ? revoked(typeof reason === 'string' ? { reason } : {}) : clear
  },
  async signed(asked: Asked): Promise<Noted> {
    const graph = await graphOf(asked.credential, asked.world)
    if (isNote(graph)) return graph
    const { revocationList, id: issuer } = graph.issuer
    if (typeof revocationList !== 'string' || typeof issuer !== 'string') return warned('status_not_offered')
    try {
      return await lookInList(revocationList, { issuer, asked })
    } catch (error) {
      if (error instanceof Refusal && Object.hasOwn(statusErrors, error.code))
        return notRun(error.code as StatusError, error.values)
      throw error
    }
  },
}

async function lookInList(address: string, { issuer, asked }: Readonly<{ issuer: string; asked: Asked }>): Promise<Noted> {
  const got = await fetched(address, 'application/ld+json, application/json', asked.world)
  if ('technical' in got) throw new Refusal<StatusError>('STATUS_RETRIEVAL_ERROR', address, { address, status: got.status })
  const list: JsonObject | undefined = objectIn(got.body)
  if (!list) throw new Refusal<StatusError>('MALFORMED_VALUE_ERROR', 'list', { what: 'list' })
  const found = badgeRevokedIn(list, { address, issuer, assertion: asked.credential })
  return found ? revoked(found) : clear
}
