// The list of a signed badge's issuer of what was taken back (Open Badges 2.0, RevocationList).
import { Refusal } from '#kernel/refusal.ts'
import type { StatusError } from '#standards/status/bitstring.ts'
import type { Revoked } from '#standards/status/revocation-list.ts'
import { asList, isObject, type JsonObject } from '#standards/vc/json.ts'
import { idOf } from './assertion.ts'

/** Throws a `Refusal` `MALFORMED_VALUE_ERROR` for what is no list, or another one, or another issuer's. `undefined` when the badge is not on it. */
export function badgeRevokedIn(
  list: JsonObject,
  { address, issuer, assertion }: Readonly<{ address: string; issuer: string; assertion: JsonObject }>,
): Revoked | undefined {
  if (list.id !== address) throw malformed('id')
  if (list.issuer !== undefined && idOf(list.issuer) !== issuer) throw malformed('issuer')
  if (list.revokedAssertions === undefined) throw malformed('revokedAssertions')
  const own = asList(list.revokedAssertions).find((entry) => isAbout(entry, assertion))
  if (own === undefined) return undefined
  return isObject(own) && typeof own.revocationReason === 'string' ? { reason: own.revocationReason } : {}
}

function isAbout(entry: JsonObject[string], { id, uid }: JsonObject): boolean {
  if (!isObject(entry)) return entry === id
  return (entry.id !== undefined && entry.id === id) || (entry.uid !== undefined && entry.uid === uid)
}

const malformed = (what: string) => new Refusal<StatusError>('MALFORMED_VALUE_ERROR', what, { what })
