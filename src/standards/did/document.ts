// The document that says which keys speak for somebody: writing ours, and reading anybody's (DID Core 1.0, 5; Controlled Identifiers 1.0).
import { asList, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { fromBase64url } from '#standards/vc/multibase.ts'
import { multikeyOf, type PublicKey, readMultikey } from './key.ts'

export type KeyInDocument = Readonly<{
  /** What stands behind the `#`. */
  fragment: string
  publicKeyMultibase: string
  /** No longer signs. What it signed before still holds, so it stays in the document. */
  retired?: boolean
  /** Somebody else may have it: nothing that it signed is believed any more. */
  compromised?: boolean
}>

/** Our own document. Every key that ever signed stays, and stays listed for `assertionMethod` unless it was compromised. */
export function composeDidDocument({ id, keys }: Readonly<{ id: string; keys: readonly KeyInDocument[] }>): JsonObject {
  const trusted = keys.filter(({ compromised }) => !compromised).map(({ fragment }) => `${id}#${fragment}`)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    verificationMethod: keys.map(({ fragment, publicKeyMultibase }) => ({
      id: `${id}#${fragment}`,
      type: 'Multikey',
      controller: id,
      publicKeyMultibase,
    })),
    assertionMethod: trusted,
  }
}

/** The document that a `did:key` stands for; `undefined` when it is none. */
export const documentOfDidKey = (did: string, key: PublicKey | undefined): JsonObject | undefined =>
  key?.kind === 'Ed25519'
    ? composeDidDocument({
        id: did,
        keys: [{ fragment: did.slice('did:key:'.length), publicKeyMultibase: multikeyOf(key.bytes) }],
      })
    : undefined

export type FoundMethod =
  | Readonly<{ found: 'key'; key: PublicKey; revoked?: string }>
  | Readonly<{ found: 'not_listed' | 'missing' | 'not_controlled' | 'unreadable' }>

/**
 * The verification method of that id, if the document lists it for `assertionMethod` and controls it itself. A method written
 * in place under `assertionMethod` is listed by that.
 */
export function findMethod(document: JsonObject, methodId: string): FoundMethod {
  const own = String(document.id ?? '')
  const named = (method: Json) => fullId(isObject(method) ? method.id : method, own) === methodId
  const listed = asList(document.assertionMethod).find(named)
  const method = isObject(listed) ? listed : asList(document.verificationMethod).filter(isObject).find(named)
  if (method === undefined) return { found: 'missing' }
  if (listed === undefined) return { found: 'not_listed' }
  if (method.controller !== undefined && method.controller !== own) return { found: 'not_controlled' }
  const key = keyIn(method)
  return key
    ? { found: 'key', key, ...(typeof method.revoked === 'string' ? { revoked: method.revoked } : {}) }
    : { found: 'unreadable' }
}

/** Whether the document names the method for `assertionMethod`, wherever the method itself is described. */
export const listsMethod = (document: JsonObject, methodId: string): boolean =>
  asList(document.assertionMethod).some(
    (method) => fullId(isObject(method) ? method.id : method, String(document.id ?? '')) === methodId,
  )

const fullId = (id: Json | undefined, own: string): string | undefined =>
  typeof id !== 'string' ? undefined : id.startsWith('#') ? own + id : id

/** The ways in which documents write a key: Multikey and its forerunner, or a JSON Web Key. */
export function keyIn(method: JsonObject): PublicKey | undefined {
  if (typeof method.publicKeyMultibase === 'string') return readMultikey(method.publicKeyMultibase)
  return isObject(method.publicKeyJwk) ? keyInJwk(method.publicKeyJwk) : undefined
}

/** RFC 8037. A private part has no business here. */
function keyInJwk({ kty, crv, x, d }: JsonObject): PublicKey | undefined {
  const bytes = kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' && d === undefined ? fromBase64url(x) : undefined
  return bytes?.length === 32 ? { kind: 'Ed25519', bytes } : undefined
}
