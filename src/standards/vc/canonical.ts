// A JSON-LD document as canonical N-Quads (RDFC-1.0). Contexts come from the bundle only, there is no base address, and a term that no context defines is an error.
import jsonld from 'jsonld'
import rdfCanonize from 'rdf-canonize'
import { Refusal } from '#kernel/refusal.ts'
import { loadContext } from './contexts.ts'
import type { JsonObject } from './json.ts'

/** Rows of code → plain sentence, for what `canonicalise` refuses. */
export const canonicalRefusals = {
  undefined_term: 'A term is used that no context defines',
  relative_reference: 'An identifier or type is not a full address',
  not_linked_data: 'The document cannot be read as linked data',
} as const

export type CanonicalRefusal = keyof typeof canonicalRefusals

/** The canonical N-Quads of the document (RDFC-1.0). Throws a `Refusal` with a code of `canonicalRefusals`. */
export async function canonicalise(document: JsonObject): Promise<string> {
  const dataset = await jsonld
    .toRDF(document, {
      base: null,
      safe: true,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
      documentLoader: loadContext,
    })
    .catch((error: unknown) => {
      throw refusalFor(error)
    })
  return rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0', format: 'application/n-quads' })
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
