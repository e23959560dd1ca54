// What a template is made of: the canonical form of all documents of one outline, as far as it is the same for all.
import type { Piece } from './pieces.ts'

/** Lines that begin alike and change places with what goes into them. */
export type Run = Readonly<{ start: readonly Piece[]; endings: readonly (readonly Piece[])[] }>

/** The lines of one subject: bytes as they stand, the numbers of tokens, and runs. */
export type Group = readonly (Uint8Array | number | Run)[]

/** Lines that mention a blank node. */
export type Lines = Readonly<{ ordered: readonly Piece[] }> | Readonly<{ toSort: readonly (readonly Piece[])[] }>

/** How a slot stands in the canonical form. */
export type Slot = Readonly<{
  literal: boolean
  iri: boolean
  /** Whether nodes are named by it: two nodes of one name would be one node. */
  subject: boolean
  /** The scheme that the contexts were asked about; `undefined` when it is one with `//`, which contexts leave alone. */
  scheme: string | undefined
}>

export type Template = Readonly<{
  slots: readonly Slot[]
  /** Subjects that are the same in every document, in order, each as N-Quads writes it. */
  fixed: readonly Readonly<{ subject: string; group: Group }>[]
  /** Subjects that are slots. */
  moving: readonly Readonly<{ slot: number; group: Group }>[]
  blank: readonly Group[]
  /** The names of the fixed subjects. */
  taken: ReadonlySet<string>
  /** For each blank node its first-degree hash, or the lines to be hashed: in their order where that is the same for all documents. */
  hashes: readonly (string | Lines)[]
  /** Groups of blank nodes with the node's own number in place, by node and number. */
  numbered: Map<number, Group>
  /** The blank nodes' numbers in the order of their names. */
  ranks: readonly number[]
  /** The JSON text of the document; a gap is the slot's number. */
  json: readonly Piece[]
}>

/** Where in the list of tokens a slot's literal, a slot's address and a blank node's number stand. */
export const tokenOf = {
  literal: (slot: number): number => slot,
  iri: (slot: number, slots: number): number => slots + slot,
  label: (blank: number, slots: number): number => 2 * slots + blank,
} as const
