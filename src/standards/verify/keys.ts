// Whose key a proof was made with: the speaker's own document decides, wherever it lies and however the key is named.
import { findMethod, keyIn, listsMethod, type Purpose } from '#standards/did/document.ts'
import type { PublicKey } from '#standards/did/key.ts'
import type { Json, JsonObject } from '#standards/vc/json.ts'
import { canCheck } from '#standards/vc/signature.ts'
import { failed, type Noted, notRun, type World } from './check.ts'
import { controllerDocument } from './controller.ts'
import type { FindingCode } from './plain-words.ts'

/** `noted`: what the reader should know about how the key was found. */
export type KeyAnswer = Readonly<{ key: PublicKey; noted?: Noted }> | Noted

export type Wanted = Readonly<{
  /** Who is said to speak: a credential's issuer, or a presentation's holder. */
  speaker: string | undefined
  purpose: Purpose
  world: World
  /** Which keys can be of use; those that make proofs unless said. */
  fits?: (key: PublicKey) => boolean
}>

/**
 * The key behind a proof's `verificationMethod`, if the speaker lists it for the purpose: as a method of their own document, or as
 * a foreign one that they name there. `did:key` may stand bare.
 */
export async function keyFor(method: Json | undefined, wanted: Wanted): Promise<KeyAnswer> {
  const { speaker, purpose, world } = wanted
  if (speaker === undefined) return failed(purpose === 'authentication' ? 'holder_unnamed' : 'issuer_malformed')
  if (typeof method !== 'string') return failed('key_unnamed')
  const own = await controllerDocument(speaker, world)
  if ('outcome' in own) return own
  const methodId = withFragment(method)
  const controller = controllerOf(methodId)
  if (controller === speaker) return keyOf(own.document, methodId, wanted)
  if (!listsMethod(own.document, methodId, purpose) && !listsMethod(own.document, method, purpose))
    return failed('key_missing', { key: methodId, issuer: speaker })
  const other = await controllerDocument(controller, world)
  if ('outcome' in other) return other
  const alone = other.document.id === methodId ? keyIn(other.document) : undefined
  return alone ? usable(alone, wanted) : keyOf(other.document, methodId, wanted)
}

/** Whoever a method's name says it belongs to. */
export const controllerOf = (method: string): string => method.split('#')[0] ?? ''

/** `did:key:z6Mk…` means `did:key:z6Mk…#z6Mk…`. */
const withFragment = (method: string): string =>
  method.startsWith('did:key:') && !method.includes('#') ? `${method}#${method.slice('did:key:'.length)}` : method

const troubles: Readonly<Record<'not_listed' | 'missing' | 'not_controlled' | 'unreadable', FindingCode>> = {
  not_listed: 'key_not_listed',
  missing: 'key_missing',
  not_controlled: 'key_not_controlled',
  unreadable: 'key_unreadable',
}

/** The method of that id, as the document has it. */
export function keyOf(document: JsonObject, methodId: string, wanted: Wanted): KeyAnswer {
  const method = findMethod(document, methodId, wanted.purpose)
  if (method.found !== 'key') return failed(troubles[method.found], { key: methodId })
  if (method.revoked !== undefined && !(new Date(method.revoked) > wanted.world.now))
    return failed('key_revoked', { key: methodId, since: method.revoked })
  return usable(method.key, wanted)
}

const usable = (key: PublicKey, { fits = canCheck }: Wanted): KeyAnswer =>
  fits(key) ? { key } : notRun('key_kind_unknown', { kind: key.kind })
