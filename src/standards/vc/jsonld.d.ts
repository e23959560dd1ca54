// The few declarations of `jsonld` and `rdf-canonize` that we use; the packages ship none.

declare module 'jsonld' {
  export type Quad = Readonly<{ subject: object; predicate: object; object: object; graph: object }>
  type RemoteDocument = Readonly<{ contextUrl: null; documentUrl: string; document: unknown }>
  type ToRdfOptions = Readonly<{
    base: null
    safe: true
    rdfDirection: 'i18n-datatype'
    produceGeneralizedRdf: false
    documentLoader: (url: string) => Promise<RemoteDocument>
  }>
  type Processor = Readonly<{ toRDF(document: object, options: ToRdfOptions): Promise<Quad[]> }>
  /** A processor of its own, with nothing remembered. */
  const jsonld: () => Processor
  export default jsonld
}

declare module 'rdf-canonize' {
  import type { Quad } from 'jsonld'

  type Options = Readonly<{
    algorithm: 'RDFC-1.0'
    format: 'application/n-quads'
    messageDigestAlgorithm?: 'SHA-256' | 'SHA-384'
  }>
  type FromText = Options & Readonly<{ inputFormat: 'application/n-quads'; canonicalIdMap: Map<string, string> }>
  const rdfCanonize: {
    canonize(dataset: Quad[], options: Options): Promise<string>
    canonize(quads: string, options: FromText): Promise<string>
  }
  export default rdfCanonize
}
