// A JSON-LD document as canonical N-Quads (RDFC-1.0). Contexts come from the bundle only, there is no base address, and a term that no context defines is an error.
import { Refusal } from '#kernel/refusal.ts'
import { bytesOf } from '#standards/linked-data/bytes.ts'
import { compile } from '#standards/linked-data/linked-data.ts'
import { referenceNQuads } from '#standards/linked-data/reference.ts'
import type { JsonObject } from './json.ts'
import type { HashName } from './signature.ts'

/** Rows of code → plain sentence, for what `canonicalise` refuses. */
export const canonicalRefusals = {
  undefined_term: 'A term is used that no context defines',
  relative_reference: 'An identifier or type is not a full address',
  not_linked_data: 'The document cannot be read as linked data',
} as const

export type CanonicalRefusal = keyof typeof canonicalRefusals

/** The canonical N-Quads of the document (RDFC-1.0). Throws a `Refusal` with a code of `canonicalRefusals`. */
export const canonicalise = async (document: JsonObject): Promise<string> => (await textsOf(document)).join('')

/** The same in UTF-8, as it is hashed; with another hash, blank nodes get other names (RDFC-1.0, 4.1; ECDSA Cryptosuites 1.0, 3.2.3). */
export const canonicalBytes = async (document: JsonObject, hash: HashName = 'SHA-256'): Promise<Uint8Array> =>
  bytesOf(await textsOf(document, hash))

/** Compiled where that is possible; the reference takes every other document, and refuses those that are to be refused. */
async function textsOf(document: JsonObject, hash: HashName = 'SHA-256'): Promise<readonly string[]> {
  const compiled = hash === 'SHA-256' ? compile(document) : undefined
  if (compiled) return compiled
  const text = await referenceNQuads(document, hash).catch((error: unknown) => {
    throw refusalFor(error)
  })
  return [text]
}

const codeOfEvent: Readonly<Record<string, CanonicalRefusal>> = {
  'invalid property': 'undefined_term',
  'relative @id reference': 'relative_reference',
  'relative @type reference': 'relative_reference',
  'relative graph reference': 'relative_reference',
  'relative object reference': 'relative_reference',
  'relative predicate reference': 'relative_reference',
  'relative subject reference': 'relative_reference',
}

type EventDetails = { property?: string; id?: string; type?: string }
type ProcessorError = { message?: string; details?: { event?: { code?: string; message?: string; details?: EventDetails } } }

function refusalFor(error: unknown): Refusal<CanonicalRefusal> {
  // The processor's errors have no types; every member is looked at as if it might be missing.
  const { message, details } = error as ProcessorError
  const event = details?.event
  const found = event?.details?.property ?? event?.details?.id ?? event?.details?.type ?? ''
  return new Refusal(codeOfEvent[event?.code ?? ''] ?? 'not_linked_data', event?.message ?? message, { found })
}
