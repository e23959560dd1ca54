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
  const jsonld: { toRDF(document: object, options: ToRdfOptions): Promise<Quad[]> }
  export default jsonld
}

declare module 'rdf-canonize' {
  import type { Quad } from 'jsonld'

  const rdfCanonize: {
    canonize(dataset: Quad[], options: Readonly<{ algorithm: 'RDFC-1.0'; format: 'application/n-quads' }>): Promise<string>
  }
  export default rdfCanonize
}
