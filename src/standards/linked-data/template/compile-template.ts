// A template from one document of an outline: each slot is given a mark, and where the marks come out is where the slots go.
import type { JsonObject } from '#standards/vc/json.ts'
import { hexDigestOf, type Sha256, utf8 } from '../bytes.ts'
import { expand } from '../expand.ts'
import { isAbsolute } from '../iri.ts'
import { merge } from '../merge.ts'
import type { Dataset, Node, Quad } from '../quads.ts'
import { unsupported } from '../unsupported.ts'
import { filled, inFixedOrder, isFixed, joined, type Piece } from './pieces.ts'
import { type Group, type Lines, type Run, type Slot, type Template, tokenOf } from './plan.ts'

/**
 * From a document with a mark in place of each slot's value. Throws the signal of `unsupported.ts` when a mark does not come out
 * as a text or an address by itself, or when the document cannot be compiled.
 */
export function compileTemplate(marked: JsonObject, marks: readonly Mark[], sha256: Sha256): Template {
  const dataset = expand(marked)
  if (dataset.doubts.found || dataset.directed.length > 0) unsupported('a document to be looked at one by one')
  merge(dataset)
  const form = formOf(dataset, marks)
  const groups = [...dataset.named]
    .filter(([, quads]) => quads.length > 0)
    .map(([subject, quads]) => ({ subject, slot: form.slotOfIri.get(subject), group: groupOf(form, subject, quads) }))
    .sort((one, other) => (one.subject < other.subject ? -1 : 1))
  const fixed = groups.filter(({ slot }) => slot === undefined)
  return {
    slots: form.slots,
    fixed,
    taken: new Set(fixed.map(({ subject }) => subject)),
    moving: groups.flatMap(({ slot, group }) => (slot === undefined ? [] : [{ slot, group }])),
    blank: dataset.blank.map((quads, number) => groupOf(form, number, quads)),
    hashes: mentionsOf(form, dataset).map((lines) => hashOrLines(lines, sha256)),
    numbered: new Map(),
    ranks: ranksByName(dataset.blank.length),
    json: jsonOf(marked, marks),
  }
}

/** `_:c14n10` stands before `_:c14n2`. */
const ranksByName = (count: number): number[] =>
  Array.from({ length: count }, (_, rank) => String(rank))
    .sort()
    .map(Number)

/** A text that stands for a slot, and the scheme that it keeps of the slot's value. */
export type Mark = Readonly<{ text: string; scheme: string | undefined }>

const sign = 'testamur-slot-'

/** A mark of the same kind as the value: with its scheme where it is an address, so that a context treats it alike. */
export function markFor(value: string, number: number): Mark {
  const [, scheme = '', slashes = ''] = isAbsolute(value) ? (/^([^:]+:)(\/\/)?/.exec(value) ?? []) : []
  return { text: `${scheme}${slashes}${sign}${number}-`, scheme: slashes ? undefined : scheme }
}

/** Whether the document has texts that could be taken for marks. */
export const looksMarked = (json: string): boolean => json.includes(sign)

type Form = Readonly<{
  slots: Slot[]
  slotOfIri: ReadonlyMap<string, number>
  marks: readonly Mark[]
  numberOf: (token: string) => { slot: number; kind: 'iri' | 'literal'; suffix: string } | undefined
}>

function formOf(dataset: Dataset, marks: readonly Mark[]): Form {
  const slotOfIri = new Map(marks.map(({ text }, slot) => [`<${text}>`, slot]))
  const numberOf: Form['numberOf'] = (token) => {
    if (!token.includes(sign)) return undefined
    const asIri = slotOfIri.get(token)
    if (asIri !== undefined) return { slot: asIri, kind: 'iri', suffix: '' }
    const asLiteral = marks.findIndex(({ text }) => token.startsWith(`"${text}"`))
    const suffix = token.slice((marks[asLiteral]?.text.length ?? 0) + 2)
    return asLiteral < 0 || suffix.includes(sign)
      ? unsupported('a slot within a text')
      : { slot: asLiteral, kind: 'literal', suffix }
  }
  const slots = marks.map(({ scheme }): { -readonly [Key in keyof Slot]: Slot[Key] } => ({
    literal: false,
    iri: false,
    subject: false,
    scheme,
  }))
  const note = (token: Node, subject: boolean): void => {
    const found = typeof token === 'string' ? numberOf(token) : undefined
    const slot = found && slots[found.slot]
    if (!slot) return
    slot[found.kind] = true
    slot.subject ||= subject
  }
  for (const [subject, quads] of allQuads(dataset)) {
    if (quads.length > 0) note(subject, true)
    for (const { predicate, object } of quads) {
      if (predicate.includes(sign)) unsupported('a slot as a property')
      note(object, false)
    }
  }
  if (slots.some(({ literal, iri }) => !(literal || iri))) unsupported('a slot that is not covered')
  return { slots, slotOfIri, marks, numberOf }
}

const allQuads = ({ named, blank }: Dataset): (readonly [Node, Quad[]])[] => [...named, ...blank.entries()]

/** A node in the canonical form: as it stands, or with a gap. */
function nodePieces({ slots, numberOf }: Form, node: Node): Piece[] {
  if (typeof node === 'number') return ['_:c14n', tokenOf.label(node, slots.length)]
  const found = numberOf(node)
  if (!found) return [node]
  return found.kind === 'iri'
    ? ['<', tokenOf.iri(found.slot, slots.length), '>']
    : ['"', tokenOf.literal(found.slot), `"${found.suffix}`]
}

const endingOf = (form: Form, { object, graph }: Quad): Piece[] =>
  joined([...nodePieces(form, object), ...(graph === '' ? [] : [' ', ...nodePieces(form, graph)]), ' .\n'])

/** The quads come sorted by predicate. */
function groupOf(form: Form, subject: Node, quads: readonly Quad[]): Group {
  const predicates = [...new Set(quads.map(({ predicate }) => predicate))]
  const parts = predicates.flatMap((predicate): (Piece | Run)[] => {
    const start = joined([...nodePieces(form, subject), predicate])
    const endings = quads.filter((quad) => quad.predicate === predicate).map((quad) => endingOf(form, quad))
    return inFixedOrder(endings)?.flatMap((ending) => [...start, ...ending]) ?? [{ start, endings }]
  })
  return joined(parts).map((part) => (typeof part === 'string' ? utf8(part) : part))
}

/** For each blank node the lines that mention it, itself as `_:a` and every other blank node as `_:z`. */
function mentionsOf(form: Form, dataset: Dataset): Piece[][][] {
  const mentions = dataset.blank.map((): Piece[][] => [])
  for (const [subject, quads] of allQuads(dataset))
    for (const quad of quads)
      for (const self of new Set([subject, quad.object, quad.graph]))
        if (typeof self === 'number') mentions[self]?.push(mentionOf(form, subject, quad, self))
  return mentions
}

function mentionOf(form: Form, subject: Node, { predicate, object, graph }: Quad, self: number): Piece[] {
  const seen = (node: Node): Piece[] => (typeof node === 'string' ? nodePieces(form, node) : [node === self ? '_:a' : '_:z'])
  return joined([...seen(subject), predicate, ...seen(object), ...(graph === '' ? [] : [' ', ...seen(graph)]), ' .\n'])
}

function hashOrLines(lines: readonly Piece[][], sha256: Sha256): string | Lines {
  const order = inFixedOrder(lines)
  if (!order) return { toSort: lines }
  const ordered = joined(order.flat())
  return isFixed(ordered) ? hexDigestOf(filled(ordered, []), sha256) : { ordered }
}

function jsonOf(marked: JsonObject, marks: readonly Mark[]): Piece[] {
  const text = JSON.stringify(marked)
  const byText = new Map(marks.map(({ text: mark }, slot) => [mark, slot]))
  const parts = text.split(new RegExp(`"((?:[A-Za-z][A-Za-z0-9+,.-]*:(?://)?)?${sign}\\d+-)"`))
  return parts.map((part, at) => (at % 2 === 0 ? part : (byText.get(part) ?? unsupported('a mark that is not one'))))
}
