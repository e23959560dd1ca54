// Whose key a proof was made with: the issuer's own document decides, wherever it lies and however the key is named.
import { documentOfDidKey, findMethod, keyIn, listsMethod } from '#standards/did/document.ts'
import { type PublicKey, readDidKey } from '#standards/did/key.ts'
import { addressOfDidWeb, isLoopback } from '#standards/did/web.ts'
import { isObject, type Json, type JsonObject, readJson } from '#standards/vc/json.ts'
import { failed, type Noted, notRun, type World } from './check.ts'
import type { FindingCode } from './plain-words.ts'

export type KeyAnswer = Readonly<{ publicKey: Uint8Array }> | Noted

/** A DID document or an issuer's profile is small. */
const limits = { mostBytes: 1024 * 1024, deepest: 32 }
const accept = 'application/did+json, application/did+ld+json, application/json, application/ld+json'

/**
 * The raw Ed25519 key behind a proof's `verificationMethod`, if the issuer lists it for `assertionMethod`: as a method of its own
 * document, or as a foreign one that it names there. `did:key` may stand bare.
 */
export async function keyFor(issuer: string | undefined, method: Json | undefined, world: World): Promise<KeyAnswer> {
  if (issuer === undefined) return failed('issuer_malformed')
  if (typeof method !== 'string') return failed('key_unnamed')
  const own = await controllerDocument(issuer, world)
  if ('outcome' in own) return own
  const methodId = withFragment(method)
  const [controller = ''] = methodId.split('#')
  if (controller === issuer) return keyOf(own.document, methodId, world.now)
  if (!listsMethod(own.document, methodId) && !listsMethod(own.document, method))
    return failed('key_missing', { key: methodId, issuer })
  const other = await controllerDocument(controller, world)
  if ('outcome' in other) return other
  const alone = other.document.id === methodId ? keyIn(other.document) : undefined
  return alone ? usable(alone) : keyOf(other.document, methodId, world.now)
}

/** `did:key:z6Mk…` means `did:key:z6Mk…#z6Mk…`. */
const withFragment = (method: string): string =>
  method.startsWith('did:key:') && !method.includes('#') ? `${method}#${method.slice('did:key:'.length)}` : method

async function controllerDocument(id: string, world: World): Promise<{ document: JsonObject } | Noted> {
  if (id.startsWith('did:key:')) {
    const document = documentOfDidKey(id, readDidKey(id))
    return document ? { document } : notRun('key_kind_unknown', { key: id })
  }
  const address = addressOf(id)
  if (typeof address !== 'string') return address
  const answer = await world.fetch(address, { accept }).catch((error: unknown) => error)
  if (!isAnswer(answer)) return { ...notRun('issuer_unreachable', { address }), technical: String(answer) }
  if (answer.status !== 200) return notRun('issuer_unreachable', { address, status: answer.status })
  const document = parsed(answer.body)
  if (document === undefined) return notRun('issuer_unreadable', { address })
  return document.id === id ? { document } : failed('issuer_mismatch', { issuer: id, found: document.id })
}

type Answer = Awaited<ReturnType<World['fetch']>>
const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'status' in value && 'body' in value

function addressOf(id: string): string | Noted {
  if (id.startsWith('did:web:')) return addressOfDidWeb(id) ?? failed('issuer_malformed', { issuer: id })
  if (id.startsWith('did:')) return notRun('issuer_method_unknown', { issuer: id })
  if (!URL.canParse(id)) return failed('issuer_malformed', { issuer: id })
  const { protocol, host } = new URL(id)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(host))
    ? id
    : notRun('issuer_method_unknown', { issuer: id })
}

function parsed(body: Uint8Array): JsonObject | undefined {
  try {
    const document = readJson(body, limits)
    return isObject(document) ? document : undefined
  } catch {
    return undefined
  }
}

const troubles: Readonly<Record<'not_listed' | 'missing' | 'not_controlled' | 'unreadable', FindingCode>> = {
  not_listed: 'key_not_listed',
  missing: 'key_missing',
  not_controlled: 'key_not_controlled',
  unreadable: 'key_unreadable',
}

function keyOf(document: JsonObject, methodId: string, now: Date): KeyAnswer {
  const method = findMethod(document, methodId)
  if (method.found !== 'key') return failed(troubles[method.found], { key: methodId })
  if (method.revoked !== undefined && !(new Date(method.revoked) > now))
    return failed('key_revoked', { key: methodId, since: method.revoked })
  return usable(method.key)
}

const usable = ({ kind, bytes }: PublicKey): KeyAnswer =>
  kind === 'Ed25519' ? { publicKey: bytes } : notRun('key_kind_unknown', { kind })
