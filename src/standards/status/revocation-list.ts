// 1EdTech's list of revoked credentials: not signed, read from the address that the credential names (1EdTech Revocation List Status Method 1.0).
import { Refusal } from '#kernel/refusal.ts'
import { asList, isObject, type JsonObject, textOf } from '#standards/vc/json.ts'
import type { StatusError } from './bitstring.ts'

export type Revoked = Readonly<{ reason?: string }>

/**
 * Whether the list names the credential; `undefined` when it does not. Throws a `Refusal` `MALFORMED_VALUE_ERROR` for what is no list, or
 * another one, or another issuer's: nothing but that ties it to the credential.
 */
export function revokedIn(
  list: JsonObject,
  { address, issuer, id }: Readonly<{ address: string; issuer: string; id: string }>,
): Revoked | undefined {
  const listIssuer = isObject(list.issuer) ? list.issuer.id : list.issuer
  if (list.id !== undefined && list.id !== address) throw malformed('id')
  if (listIssuer !== issuer) throw malformed('issuer')
  if (!Array.isArray(list.revokedCredentials)) throw malformed('revokedCredentials')
  const entries = asList(list.revokedCredentials)
  if (!entries.every(isEntry)) throw malformed('revokedCredentials')
  // "revoked" may be left out, and then means true.
  const own = entries.filter(isObject).find((entry) => textOf(entry.id).trim() === id.trim() && entry.revoked !== false)
  return own && (typeof own.revocationReason === 'string' ? { reason: own.revocationReason } : {})
}

const isEntry = (entry: unknown): boolean =>
  typeof entry === 'object' &&
  entry !== null &&
  'id' in entry &&
  typeof entry.id === 'string' &&
  (!('revoked' in entry) || typeof entry.revoked === 'boolean')

const malformed = (what: string) => new Refusal<StatusError>('MALFORMED_VALUE_ERROR', what, { what })
