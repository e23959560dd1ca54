// Somebody's own document, which says which keys speak for them: wherever it lies (DID Core 1.0, 7.1; Controlled Identifiers 1.0, 3.4).
import { documentOfDidKey } from '#standards/did/document.ts'
import { readDidKey } from '#standards/did/key.ts'
import { addressOfDidWeb, isLoopback } from '#standards/did/web.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import { failed, type Noted, notRun, type World } from './check.ts'
import { fetchedAtHome, objectIn } from './fetching.ts'

/** A DID document or an issuer's profile is small. */
const limits = { mostBytes: 1024 * 1024, deepest: 32 }
const accept = 'application/did+json, application/did+ld+json, application/json, application/ld+json'

/** The document of a `did:key`, a `did:web` or an address. It must bear the id by which it was asked for. */
export async function controllerDocument(id: string, world: World): Promise<{ document: JsonObject } | Noted> {
  if (id.startsWith('did:key:')) {
    const document = documentOfDidKey(id, readDidKey(id))
    return document ? { document } : notRun('key_kind_unknown', { key: id })
  }
  const address = addressOf(id)
  if (typeof address !== 'string') return address
  const got = await fetchedAtHome(address, accept, world)
  if ('technical' in got)
    return {
      ...notRun('issuer_unreachable', { address, ...(got.status === undefined ? {} : { status: got.status }) }),
      technical: got.technical,
    }
  const document = objectIn(got.body, limits)
  if (document === undefined) return notRun('issuer_unreadable', { address })
  return document.id === id ? { document } : failed('issuer_mismatch', { issuer: id, found: document.id })
}

function addressOf(id: string): string | Noted {
  if (id.startsWith('did:web:')) return addressOfDidWeb(id) ?? failed('issuer_malformed', { issuer: id })
  if (id.startsWith('did:')) return notRun('issuer_method_unknown', { issuer: id })
  if (!URL.canParse(id)) return failed('issuer_malformed', { issuer: id })
  return isReadable(id) ? id : notRun('issuer_method_unknown', { issuer: id })
}

/** Only what never leaves the machine is read without TLS. */
export function isReadable(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(host))
}

/** Where somebody lives on the web: `https://example.org` for an address or a `did:web`; `undefined` for whoever lives nowhere. */
export function homeOf(id: string): string | undefined {
  const address = id.startsWith('did:web:') ? addressOfDidWeb(id) : id
  return address !== undefined && isReadable(address) ? new URL(address).origin : undefined
}
