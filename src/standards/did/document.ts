// The document that says which keys speak for somebody: writing ours, and reading anybody's (DID Core 1.0, 5; Controlled Identifiers 1.0).
import { readJwk } from '#standards/jose/jwk.ts'
import { asList, isObject, type Json, type JsonObject, textOf } from '#standards/vc/json.ts'
import { multikeyOf, type PublicKey, readBase58Key, readMultikey } from './key.ts'

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

/**
 * The document that a `did:key` stands for, whatever the kind of its key; `undefined` when it is none. Its key speaks for every
 * purpose (did:key Method 1.0, 3.1.1).
 */
export function documentOfDidKey(did: string, key: PublicKey | undefined): JsonObject | undefined {
  if (!key) return undefined
  const own = { fragment: did.slice('did:key:'.length), publicKeyMultibase: multikeyOf(key.bytes, key.kind) }
  const document = composeDidDocument({ id: did, keys: [own] })
  return { ...document, authentication: document.assertionMethod ?? [] }
}

/** What a key may be used for: saying something, or showing who one is (Controlled Identifiers 1.0, 2.3). */
export type Purpose = 'assertionMethod' | 'authentication'

export type FoundMethod =
  | Readonly<{ found: 'key'; key: PublicKey; revoked?: string }>
  | Readonly<{ found: 'not_listed' | 'missing' | 'not_controlled' | 'unreadable' }>

/**
 * The verification method of that id, if the document lists it for the purpose and controls it itself. A method written in place
 * under the purpose is listed by that.
 */
export function findMethod(document: JsonObject, methodId: string, purpose: Purpose = 'assertionMethod'): FoundMethod {
  const own = textOf(document.id)
  const named = (method: Json) => fullId(isObject(method) ? method.id : method, own) === methodId
  const listed = asList(document[purpose]).find(named)
  const method = isObject(listed) ? listed : asList(document.verificationMethod).filter(isObject).find(named)
  if (method === undefined) return { found: 'missing' }
  if (listed === undefined) return { found: 'not_listed' }
  if (method.controller !== undefined && method.controller !== own) return { found: 'not_controlled' }
  const key = keyIn(method)
  return key
    ? { found: 'key', key, ...(typeof method.revoked === 'string' ? { revoked: method.revoked } : {}) }
    : { found: 'unreadable' }
}

/** Whether the document names the method for the purpose, wherever the method itself is described. */
export const listsMethod = (document: JsonObject, methodId: string, purpose: Purpose = 'assertionMethod'): boolean =>
  asList(document[purpose]).some((method) => fullId(isObject(method) ? method.id : method, textOf(document.id)) === methodId)

const fullId = (id: Json | undefined, own: string): string | undefined =>
  typeof id !== 'string' ? undefined : id.startsWith('#') ? own + id : id

/** The ways in which documents write a key: Multikey and its forerunner, a JSON Web Key, or bare base58. */
export function keyIn({ publicKeyMultibase, publicKeyJwk, publicKeyBase58 }: JsonObject): PublicKey | undefined {
  if (typeof publicKeyMultibase === 'string') return readMultikey(publicKeyMultibase)
  if (isObject(publicKeyJwk)) return readJwk(publicKeyJwk)
  return typeof publicKeyBase58 === 'string' ? readBase58Key(publicKeyBase58) : undefined
}
