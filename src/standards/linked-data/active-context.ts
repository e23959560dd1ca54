// What the words of a document mean at one place in it: the active context of JSON-LD 1.1 API, 4.1, for the subset compiled here.
import type { Json } from '#standards/vc/json.ts'

export type Term = Readonly<{
  /** A full address, or the keyword that this is another name for. */
  id: string
  /** Whether the term may begin a compact address; `undefined` where the definition leaves it open (which counts in a comparison). */
  prefix: boolean | undefined
  /** `@id`, `@vocab`, `@json`, `@none` or the address of a datatype. */
  type: string | undefined
  container: Container | undefined
  /** The containers as they were written, in order: what two definitions are compared by. */
  containers: string
  /** In lower case; `null` takes the context's own language away. */
  language: string | null | undefined
  /** The context that holds below the term, as it was written. */
  context: Json | undefined
  protected: boolean
  /** Ready for N-Quads; empty for another name of a keyword. */
  predicate: string
  /** What follows a text of this term's datatype in N-Quads. */
  suffix: string
}>

export type Container = '@set' | '@list' | '@graph' | '@language'

export type ActiveContext = Readonly<{
  terms: ReadonlyMap<string, Term>
  vocabulary: string | undefined
  language: string | undefined
  /** What holds again below the next node: set by the context of a type. */
  previous: ActiveContext | undefined
  memory: Memory
}>

/** What has been worked out from one active context. Bounded, for it grows with what strangers send. */
export type Memory = Readonly<{
  /** By the identity of a scoped context: those are parts of contexts that are themselves remembered. */
  scoped: Map<Json, ActiveContext>
  /** By the text of an embedded `@context`. */
  embedded: Map<string, ActiveContext>
  /** By the types of a node, as they stand in it. */
  typed: Map<string, Typing>
}>

/** What the types of a node come to: the context inside the node, and the types as N-Quads writes them. */
export type Typing = Readonly<{ context: ActiveContext; types: readonly string[] }>

export const activeContext = (parts: Omit<ActiveContext, 'memory'>): ActiveContext => ({
  ...parts,
  memory: { scoped: new Map(), embedded: new Map(), typed: new Map() },
})

/** Where every document begins. */
export const noContext = activeContext({ terms: new Map(), vocabulary: undefined, language: undefined, previous: undefined })
