// Which lines of a document's canonical form belong to which of its parts (VC DI ECDSA 1.0, 3.4.13 canonicalizeAndGroup).
import rdfCanonize from 'rdf-canonize'
import { Refusal } from '#kernel/refusal.ts'
import { canonicalise } from '../canonical.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { toBase64url } from '../multibase.ts'
import { select } from './pointers.ts'
import { mostLines } from './proof-value.ts'
import { blankNodesIn, byLabels, linesOf, type Rename, renamed, termsOf } from './quads.ts'
import type { SelectiveRefusal } from './refusals.ts'

export type Grouped = Readonly<{
  /** The whole document's lines, with shuffled labels, sorted. */
  quads: readonly string[]
  /** The lines, by their place in `quads`, of the part that the pointers choose. Throws a `Refusal` `pointer_wrong`. */
  placesOf: (pointers: readonly string[]) => Promise<ReadonlySet<number>>
  /** For a part shown alone: the labels that its reader will give → the shuffled ones. */
  labelsFor: (pointers: readonly string[]) => Promise<ReadonlyMap<string, string>>
}>

/**
 * Labels tell the order of what is not shown, so they are shuffled with a key (3.4.2). Throws a `Refusal` `not_separable` for a
 * document whose parts cannot be told apart in its graph: one with graphs, or with blank nodes of its own.
 */
export async function group(document: JsonObject, hmacKey: Uint8Array): Promise<Grouped> {
  const named = withNames(document, counter('b'))
  const cells = listCells()
  const whole = await nodesOf(named, cells)
  if (whole.length > mostLines) throw new Refusal<SelectiveRefusal>('not_separable')
  const { canonical, labels } = await relabelled(whole)
  if (canonical !== (await canonicalise(document))) throw new Refusal<SelectiveRefusal>('not_separable')
  const shuffled = await shuffle(labels, hmacKey)
  const rename = byLabels(shuffled)
  // Sorted by UTF-16 units, as the implementations in the field do.
  const quads = whole.map((quad) => renamed(quad, rename)).sort()
  const place = new Map(quads.map((quad, at) => [quad, at]))
  const part = async (pointers: readonly string[]) => {
    const chosen = select(named, pointers)
    return chosen === undefined ? [] : nodesOf(chosen, cells)
  }
  return {
    quads,
    async placesOf(pointers) {
      const places = (await part(pointers)).map((quad) => place.get(renamed(quad, rename)))
      if (places.includes(undefined)) throw new Refusal<SelectiveRefusal>('not_separable')
      return new Set(places.filter((at) => at !== undefined))
    },
    async labelsFor(pointers) {
      const { labels: seen } = await relabelled(await part(pointers))
      return new Map([...seen].map(([node, label]) => [label, shuffled.get(node) ?? '']))
    },
  }
}

/** Stands for a blank node while JSON-LD is at work, so that a part of the document names it as the whole does (3.4.5). */
const prefix = 'urn:bnid:'

type NextName = () => string

function counter(letter: string): NextName {
  let count = 0
  return () => `${prefix}${letter}${count++}`
}

/** Every node of the document that has no id gets one. What gets one by mistake is found out: the canonical form would not be the same. */
function withNames(value: JsonObject, next: NextName): JsonObject {
  const own = 'id' in value || '@value' in value || '@list' in value ? {} : { id: next() }
  const members = Object.entries(value).map(([name, member]) => [name, name === '@context' ? member : named(member, next)])
  return { ...own, ...Object.fromEntries(members) }
}

const named = (value: Json, next: NextName): Json =>
  isArray(value) ? value.map((item) => named(item, next)) : isObject(value) ? withNames(value, next) : value

const toNode: Rename = (term) => (term.startsWith(`<${prefix}`) ? `_:${term.slice(prefix.length + 1, -1)}` : term)

/** The lines of a document whose nodes all have names, with those names as blank nodes again. */
async function nodesOf(document: JsonObject, cells: CellName): Promise<readonly string[]> {
  const lines = withCellsNamed(linesOf(await canonicalise(document)), cells)
  if (blankNodesIn(lines).size > 0) throw new Refusal<SelectiveRefusal>('not_separable')
  return lines.map((quad) => renamed(quad, toNode))
}

/** What holds an ordered list together has no place in the document for a name: it is named for where it hangs. */
type CellName = (where: string) => string

function listCells(): CellName {
  const next = counter('l')
  const names = new Map<string, string>()
  return (where) => {
    const name = names.get(where) ?? `<${next()}>`
    names.set(where, name)
    return name
  }
}

/** A list hangs from a node with a name, and its rest from its first cell; a part of a list is none of its parts. */
function withCellsNamed(lines: readonly string[], cells: CellName): readonly string[] {
  const quads = Map.groupBy(lines.map(termsOf), ({ subject }) => subject)
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const open = [...quads.keys()].filter((subject) => !isBlank(subject))
  for (const subject of open)
    for (const { predicate, object } of quads.get(subject) ?? []) {
      if (!isBlank(object)) continue
      const name = cells(`${names.get(subject) ?? subject} ${predicate}`)
      if (names.has(object) || taken.has(name)) throw new Refusal<SelectiveRefusal>('not_separable')
      names.set(object, name)
      taken.add(name)
      open.push(object)
    }
  return names.size === 0 ? lines : lines.map((quad) => renamed(quad, (term) => names.get(term) ?? term))
}

const isBlank = (term: string): boolean => term.startsWith('_:')

/** The canonical form of these lines, and the canonical label of each of their blank nodes. */
async function relabelled(quads: readonly string[]) {
  const canonicalIdMap = new Map<string, string>()
  const text = quads.map((quad) => `${quad}\n`).join('')
  const canonical = await rdfCanonize
    .canonize(text, { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads', canonicalIdMap })
    .catch((error: unknown) => {
      // It gives up on graphs that are made to keep it busy.
      throw new Refusal<SelectiveRefusal>('not_separable', String(error))
    })
  const bare = (label: string) => label.replace(/^_:/, '')
  return { canonical, labels: new Map([...canonicalIdMap].map(([node, label]) => [bare(node), bare(label)])) }
}

/** Label → `u` and the HMAC-SHA-256 of its canonical one. */
async function shuffle(labels: ReadonlyMap<string, string>, hmacKey: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(hmacKey), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const entries = [...labels].map(async ([node, label]) => {
    const hash = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(label))
    return [node, `u${toBase64url(new Uint8Array(hash))}`] as const
  })
  return new Map(await Promise.all(entries))
}
