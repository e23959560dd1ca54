// One document out of a template: its canonical form, byte for byte, and its JSON. A value that could change the form is refused.
import { beginWriting, type Sha256, utf8, writeBytes, writeText, writtenBytes } from '../bytes.ts'
import { hashOfLines } from '../first-degree.ts'
import { isAbsolute } from '../iri.ts'
import { iriContent, literalContent } from '../n-quads.ts'
import { remember } from '../remember.ts'
import { unsupported } from '../unsupported.ts'
import { filled } from './pieces.ts'
import { type Group, type Lines, type Run, type Slot, type Template, tokenOf } from './plan.ts'

/**
 * Canonical N-Quads in UTF-8, valid until something else is written. Throws the signal of `unsupported.ts` for values that the
 * template cannot take.
 */
export function fillCanonical(template: Template, values: readonly string[], sha256: Sha256): Uint8Array {
  const tokens = tokensOf(template, values)
  const moving = moversOf(template, tokens)
  const blank = issue(template, tokens, sha256)
  beginWriting()
  let next = 0
  for (const { subject, group } of template.fixed) {
    for (let mover = moving[next]; mover && mover.subject < subject; mover = moving[++next]) write(mover.group, tokens)
    write(group, tokens)
  }
  for (; next < moving.length; next++) write(moving[next]?.group ?? [], tokens)
  for (const rank of template.ranks) write(groupOf(template, blank[rank] ?? -1, rank), tokens)
  return writtenBytes()
}

/** The JSON text of the document. */
export const fillJson = ({ json }: Template, values: readonly string[]): string =>
  filled(
    json,
    values.map((value) => JSON.stringify(value)),
  )

/** In the order of `tokenOf`; those of the blank nodes come later. */
function tokensOf({ slots }: Template, values: readonly string[]): string[] {
  const literals = slots.map((slot, at) => (slot.literal ? literalContent(values[at] ?? '') : ''))
  return literals.concat(slots.map((slot, at) => (slot.iri ? iriContent(addressIn(slot, values[at] ?? '')) : '')))
}

/** Only what every context would leave as it is: with `//`, or of the scheme that was tried. */
function addressIn({ scheme }: Slot, value: string): string {
  const colon = value.indexOf(':')
  const isLeftAlone = value.startsWith('//', colon + 1) || value.slice(0, colon + 1) === scheme
  return isAbsolute(value) && isLeftAlone ? value : unsupported(`an address of another kind: ${value}`)
}

type Mover = Readonly<{ subject: string; group: Group }>

/** Subjects that are slots, in their order; two nodes of one name would be one node. */
function moversOf({ moving, taken, slots }: Template, tokens: readonly string[]): Mover[] {
  const movers = moving.map(({ slot, group }) => ({ subject: `<${tokens[tokenOf.iri(slot, slots.length)]}>`, group }))
  movers.sort((one, other) => (one.subject < other.subject ? -1 : 1))
  for (const [at, { subject }] of movers.entries())
    if (taken.has(subject) || subject === movers[at - 1]?.subject) unsupported(`two nodes of one name: ${subject}`)
  return movers
}

/** Numbers the blank nodes by first-degree hash; answers with the blank node of each rank. */
function issue({ hashes: plans, slots }: Template, tokens: string[], sha256: Sha256): number[] {
  const hashes = plans.map((plan) => (typeof plan === 'string' ? plan : hashOfLines(linesOf(plan, tokens), sha256)))
  const order = hashes.map((_, blank) => blank).sort((one, other) => ((hashes[one] ?? '') < (hashes[other] ?? '') ? -1 : 1))
  for (const [rank, blank] of order.entries()) {
    if (rank > 0 && hashes[blank] === hashes[order[rank - 1] ?? -1]) unsupported('blank nodes that look alike')
    tokens[tokenOf.label(blank, slots.length)] = String(rank)
  }
  return order
}

/** The lines of a blank node with its number in them: put in once, and kept. */
function groupOf({ numbered, blank, slots }: Template, node: number, rank: number): Group {
  const key = rank * blank.length + node
  const own = tokenOf.label(node, slots.length)
  return numbered.get(key) ?? remember(numbered, key, withNumber(blank[node] ?? [], own, rank), mostGroups)
}

const mostGroups = 1024

function withNumber(group: Group, own: number, rank: number): Group {
  const out: Group[number][] = []
  for (const part of group) {
    const last = out.at(-1)
    const next = part === own ? utf8(String(rank)) : part
    if (last instanceof Uint8Array && next instanceof Uint8Array) out[out.length - 1] = Uint8Array.of(...last, ...next)
    else out.push(next)
  }
  return out
}

/** Equal lines may speak of different nodes: all of them count. */
const linesOf = (lines: Lines, tokens: readonly string[]): string =>
  'ordered' in lines
    ? filled(lines.ordered, tokens)
    : lines.toSort
        .map((line) => filled(line, tokens))
        .sort()
        .join('')

function write(group: Group, tokens: readonly string[]): void {
  for (const part of group)
    if (typeof part === 'number') writeText(tokens[part] ?? '')
    else if (part instanceof Uint8Array) writeBytes(part)
    else writeText(runOf(part, tokens))
}

/** Two equal quads would be one. */
function runOf({ start, endings }: Run, tokens: readonly string[]): string {
  const sorted = endings.map((ending) => filled(ending, tokens)).sort()
  if (sorted.some((ending, at) => at > 0 && ending === sorted[at - 1])) unsupported('two equal quads')
  const beginning = filled(start, tokens)
  return beginning + sorted.join(beginning)
}
