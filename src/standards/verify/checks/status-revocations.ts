// The list of revoked credentials that 1EdTech's guide names (Open Badges 3.0, 8.1 step 4; 1EdTech Revocation List Status Method 1.0).
import { Refusal } from '#kernel/refusal.ts'
import type { StatusError } from '#standards/status/bitstring.ts'
import { revokedIn } from '#standards/status/revocation-list.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import { failed, type Noted, passed, type World } from '../check.ts'
import { fetched, objectIn } from '../fetching.ts'
import { issuerIdOf } from '../reading.ts'

export async function lookAtRevocations(
  { id: address }: JsonObject,
  credential: JsonObject,
  world: World,
): Promise<readonly Noted[]> {
  const issuer = issuerIdOf(credential)
  if (typeof address !== 'string' || typeof credential.id !== 'string' || issuer === undefined) throw malformed('entry')
  const got = await fetched(address, 'application/json', world)
  if ('technical' in got) throw new Refusal<StatusError>('STATUS_RETRIEVAL_ERROR', address, { address, status: got.status })
  const list = objectIn(got.body)
  if (!list) throw malformed('list')
  const revoked = revokedIn(list, { address, issuer, id: credential.id })
  return [revoked ? failed('revoked', { purpose: 'revocation', ...revoked }) : passed('status_clear', { purpose: 'revocation' })]
}

const malformed = (what: string) => new Refusal<StatusError>('MALFORMED_VALUE_ERROR', what, { what })
