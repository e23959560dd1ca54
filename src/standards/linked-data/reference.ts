// The reference: jsonld and rdf-canonize, slow and right. It has the last word on every document that is not compiled.
import jsonld from 'jsonld'
import rdfCanonize from 'rdf-canonize'
import { loadContext } from '#standards/vc/contexts.ts'
import type { JsonObject } from '#standards/vc/json.ts'

/**
 * Canonical N-Quads (RDFC-1.0, whose blank nodes are named by that hash), in safe mode and without a base address. Throws what the two libraries throw. Each document gets
 * a processor of its own: jsonld 9 remembers a faulty context together with the good one before it, and would from then on
 * refuse every document that begins with the good one.
 */
export async function referenceNQuads(document: JsonObject, hash: 'SHA-256' | 'SHA-384' = 'SHA-256'): Promise<string> {
  const dataset = await jsonld().toRDF(document, {
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
    documentLoader: loadContext,
  })
  return rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0', format: 'application/n-quads', messageDigestAlgorithm: hash })
}
