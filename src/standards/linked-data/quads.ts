// RDF quads as the compiler keeps them: by subject, with blank nodes as numbers, so that nothing has to be looked up twice.

/** A blank node by its number; an IRI as N-Quads writes it, angle brackets included; as an object also a literal as N-Quads writes it. */
export type Node = string | number

/**
 * What an object was before it became text. The reference merges two equal values of one property only when they were equal
 * as JSON-LD: the text "5" and the number 5 make two equal quads there, and two lines in the canonical form.
 */
export type Origin = (typeof origins)[keyof typeof origins]

export const origins = {
  plain: 0,
  /** A text whose term says `xsd:string`: written like a plain one, and yet another value. */
  string: 1,
  /** A boolean, or a whole number that text keeps exactly. */
  native: 2,
  /** An `@type`, which is not the property `rdf:type`. */
  type: 3,
  /** Never merged: JSON literals, empty lists, numbers that text may not keep. */
  single: 4,
} as const

export type Quad = Readonly<{
  /** With the spaces around it: ` <…> `. */
  predicate: string
  object: Node
  /** The empty text is the default graph. */
  graph: Node
  origin: Origin
}>

/** A text with a direction, and how the same text looks without it. */
export type Directed = Readonly<{ quads: Quad[]; predicate: string; graph: Node; object: string; undirected: string }>

export type Dataset = Readonly<{
  /** The quads of each subject that has an address. */
  named: Map<string, Quad[]>
  /** The quads of each blank node, by its number. */
  blank: Quad[][]
  directed: Directed[]
  /** What the document has that text may not carry as it stands: whoever signs must look more closely. */
  doubts: { found: boolean }
}>

export const emptyDataset = (): Dataset => ({ named: new Map(), blank: [], directed: [], doubts: { found: false } })

export function newBlankNode({ blank }: Dataset): number {
  blank.push([])
  return blank.length - 1
}

/** The list to which quads about the subject are added. */
export function quadsOf({ named, blank }: Dataset, subject: Node): Quad[] {
  if (typeof subject === 'number') return blank[subject] ?? []
  const known = named.get(subject)
  if (known) return known
  const fresh: Quad[] = []
  named.set(subject, fresh)
  return fresh
}
