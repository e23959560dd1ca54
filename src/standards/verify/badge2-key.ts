// Whose key signed a badge of version 2.0: one that the issuer's profile names, and that names the issuer (Open Badges 2.0, Verification of signed badges).
import type { PublicKey } from '#standards/did/key.ts'
import { idOf } from '#standards/openbadge2/assertion.ts'
import { readPemKey } from '#standards/openbadge2/key.ts'
import { asList, isObject, type JsonObject } from '#standards/vc/json.ts'
import { documentAt, isNote } from './badge2-graph.ts'
import { failed, type Noted, type World } from './check.ts'

export async function keyOfBadge2(
  assertion: JsonObject,
  issuer: JsonObject,
  world: World,
): Promise<Readonly<{ key: PublicKey; id: string }> | Noted> {
  const keys = asList(issuer.publicKey)
  const { creator } = isObject(assertion.verification) ? assertion.verification : {}
  const id = idOf(creator) ?? (keys.length === 1 ? idOf(keys[0]) : undefined)
  if (id === undefined) return failed('key_unnamed')
  const named = keys.find((key) => idOf(key) === id)
  if (named === undefined) return failed('key_missing', { key: id, issuer: issuer.id })
  const document = isObject(named) && named.publicKeyPem !== undefined ? named : await documentAt(id, world)
  if (isNote(document)) return document
  if (idOf(document.owner) !== issuer.id) return failed('key_not_controlled', { key: id, owner: document.owner })
  const key = readPemKey(document.publicKeyPem)
  return key ? { key, id } : failed('key_unreadable', { key: id })
}
