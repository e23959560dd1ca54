// Whose key a token was made with: named by an id, by an address that answers a JSON Web Key, carried along, or left to the speaker (Open Badges 3.0, 8.2.3; VC-JOSE-COSE 1.0, 4).
import { keyIn } from '#standards/did/document.ts'
import type { PublicKey } from '#standards/did/key.ts'
import { readJwk } from '#standards/jose/jwk.ts'
import { algorithms, type Token } from '#standards/jose/token.ts'
import { asList, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { failed, notRun, warned } from './check.ts'
import { controllerDocument, homeOf, isReadable } from './controller.ts'
import { fetchedAtHome, objectIn } from './fetching.ts'
import { type KeyAnswer, keyFor, keyOf, type Wanted } from './keys.ts'

const accept = 'application/jwk+json, application/json'

/** The key that the token names, if it is the speaker's. */
export async function keyForToken({ header, algorithm }: Token, asked: Omit<Wanted, 'fits'>): Promise<KeyAnswer> {
  const wanted: Wanted = { ...asked, fits: (key) => key.kind === algorithms[algorithm] }
  const { kid, jwk } = header
  if (typeof kid === 'string' && URL.canParse(kid)) return keyByAddress(kid, wanted)
  if (kid === undefined && isObject(jwk)) return keyCarried(jwk, wanted)
  return keyInDocument(typeof kid === 'string' ? kid : undefined, wanted)
}

/**
 * A key that the speaker's document lists. Open Badges also has addresses that answer nothing but a JSON Web Key, and says nothing
 * of who may name which: such a key is taken for the speaker's when it lies on the speaker's own website, and nowhere else.
 */
async function keyByAddress(kid: string, wanted: Wanted): Promise<KeyAnswer> {
  const listed = await keyFor(kid, wanted)
  const { speaker = '' } = wanted
  if ('key' in listed || !isReadable(kid) || homeOf(speaker) !== new URL(kid).origin) return listed
  if (listed.code === 'key_not_listed' || listed.code === 'key_revoked' || listed.code === 'key_not_controlled') return listed
  const got = await fetchedAtHome(kid, accept, wanted.world)
  if ('technical' in got) return { ...notRun('issuer_unreachable', { address: kid }), technical: got.technical }
  const document = objectIn(got.body)
  const key = document && (readJwk(document) ?? keyIn(document))
  if (!key) return failed('key_unreadable', { key: kid })
  if (wanted.fits?.(key) === false) return failed('key_kind_unknown', { kind: key.kind })
  return { key, noted: warned('key_by_address', { key: kid }) }
}

/** Whoever carries a key along has not shown whose it is: the speaker must have it, too. */
async function keyCarried(jwk: JsonObject, wanted: Wanted): Promise<KeyAnswer> {
  const key = readJwk(jwk)
  if (!key) return failed('key_unreadable')
  const methods = await methodsOf(wanted)
  if (!Array.isArray(methods)) return methods
  const own = methods.map(({ id, document }) => keyOf(document, id, wanted)).find((one) => 'key' in one && isSame(one.key, key))
  return own ?? failed('key_missing', { issuer: wanted.speaker })
}

/** A short name, or none: then there must be one key only that could have made the token. */
async function keyInDocument(kid: string | undefined, wanted: Wanted): Promise<KeyAnswer> {
  const methods = await methodsOf(wanted)
  if (!Array.isArray(methods)) return methods
  const short = kid?.replace(/^#/, '')
  const named = methods.filter(({ id, jwkId }) => short !== undefined && (id.split('#')[1] === short || jwkId === short))
  const [first, second] = (short === undefined ? methods : named).map(({ id, document }) => keyOf(document, id, wanted))
  if (!first) return failed('key_missing', { key: kid, issuer: wanted.speaker })
  return second ? failed('key_unnamed') : first
}

type Method = Readonly<{ id: string; jwkId: Json | undefined; document: JsonObject }>
type Methods = Method[]

/** All that the speaker lists for the purpose. */
async function methodsOf({ speaker, purpose, world }: Wanted): Promise<Methods | Exclude<KeyAnswer, { key: PublicKey }>> {
  if (speaker === undefined) return failed(purpose === 'authentication' ? 'holder_unnamed' : 'issuer_malformed')
  const own = await controllerDocument(speaker, world)
  if ('outcome' in own) return own
  const { document } = own
  const described = asList(document.verificationMethod).filter(isObject)
  return asList(document[purpose])
    .slice(0, 32)
    .flatMap((listed): Method[] => {
      const method = isObject(listed) ? listed : described.find(({ id }) => id === listed)
      const id = isObject(listed) ? listed.id : listed
      if (typeof id !== 'string') return []
      const jwk = isObject(method?.publicKeyJwk) ? method.publicKeyJwk : {}
      return [{ id: id.startsWith('#') ? `${speaker}${id}` : id, jwkId: jwk.kid, document }]
    })
}

const isSame = (a: PublicKey, b: PublicKey): boolean =>
  a.kind === b.kind && a.bytes.length === b.bytes.length && a.bytes.every((byte, at) => byte === b.bytes[at])
