// Names for blank nodes that look alike, by their neighbours (RDF Dataset Canonicalization 1.0, 4.7 and 4.8), as far as no order among neighbours has to be tried.
import { hexDigestOf, type Sha256 } from './bytes.ts'

import type { Dataset, Node } from './quads.ts'
import { unsupported } from './unsupported.ts'

type Neighbour = Readonly<{ number: number; position: 's' | 'o' | 'g'; predicate: string }>
/** Blank nodes in the order in which they were given names. */
type Issued = readonly number[]

type Search = Readonly<{
  neighbours: readonly (readonly Neighbour[])[]
  hashes: readonly string[]
  canonical: number[]
  sha256: Sha256
  /** The reference allows as many steps as there are blank nodes that look alike; whether more would help depends on its order. */
  steps: { left: number }
}>

/** `_:c14n…` for each blank node. Two neighbours that look alike, or too long a way, are unsupported: the reference tries orders there. */
export function issueByNeighbours(dataset: Dataset, hashes: readonly string[], sha256: Sha256): string[] {
  const groups = alike(hashes)
  const equal = groups.filter((group) => group.length > 1)
  const search: Search = {
    neighbours: neighboursOf(dataset),
    hashes,
    canonical: groups.filter((group) => group.length === 1).flat(),
    sha256,
    steps: { left: equal.flat().length },
  }
  for (const group of equal) issueGroup(search, group)
  const labels: string[] = []
  for (const [rank, number] of search.canonical.entries()) labels[number] = `_:c14n${rank}`
  return labels
}

/** Blank nodes of one hash together, smallest hash first. */
const alike = (hashes: readonly string[]): number[][] =>
  [...new Set(hashes)].sort().map((hash) => hashes.flatMap((other, number) => (other === hash ? [number] : [])))

function neighboursOf({ named, blank }: Dataset): Neighbour[][] {
  const found = blank.map((): Neighbour[] => [])
  const all: Iterable<[Node, Dataset['blank'][number]]> = [...named, ...blank.entries()]
  for (const [subject, quads] of all)
    for (const { predicate, object, graph } of quads) {
      const mentioned = { s: subject, o: object, g: graph }
      for (const self of new Set([subject, object, graph]))
        if (typeof self === 'number')
          for (const [position, number] of Object.entries(mentioned))
            if (typeof number === 'number' && number !== self)
              found[self]?.push({ number, position: position as Neighbour['position'], predicate: predicate.trim() })
    }
  return found
}

function issueGroup(search: Search, group: readonly number[]): void {
  const waiting = group.filter((number) => !search.canonical.includes(number))
  const results = waiting.map((number) => hashOf(search, number, [number])).sort((one, other) => compare(one.hash, other.hash))
  for (const { issued } of results)
    for (const number of issued) if (!search.canonical.includes(number)) search.canonical.push(number)
}

/** Hash N-Degree Quads (4.8.3), with the names given on the way. */
function hashOf(search: Search, self: number, before: Issued): { hash: string; issued: Issued } {
  if (search.steps.left-- <= 0) unsupported('a long way through blank nodes that look alike')
  let issued = before
  let data = ''
  for (const [hash, number] of related(search, self, before)) {
    const step = follow(search, number, issued)
    data += hash + step.path
    issued = step.issued
  }
  return { hash: hexDigestOf(data, search.sha256), issued }
}

function follow(search: Search, number: number, issued: Issued): { path: string; issued: Issued } {
  const known = nameOf(search, number, issued)
  if (known !== undefined) return { path: known, issued }
  const name = `_:b${issued.length}`
  const result = hashOf(search, number, [...issued, number])
  return { path: `${name}${name}<${result.hash}>`, issued: result.issued }
}

/** Hash Related Blank Node (4.7.3) for all neighbours, in the order of the hashes. */
function related({ sha256, ...search }: Search, self: number, issued: Issued): [hash: string, number: number][] {
  const found = (search.neighbours[self] ?? []).map(({ number, position, predicate }): [string, number] => {
    if (predicate.includes('\\')) unsupported('a predicate that is hashed otherwise than it is written')
    const name = nameOf(search, number, issued) ?? search.hashes[number]
    return [hexDigestOf(`${position}${position === 'g' ? '' : predicate}${name}`, sha256), number]
  })
  const sorted = found.sort(([one], [other]) => compare(one, other))
  if (sorted.some(([hash], at) => at > 0 && hash === sorted[at - 1]?.[0])) unsupported('neighbours that look alike')
  return sorted
}

function nameOf({ canonical }: Pick<Search, 'canonical'>, number: number, issued: Issued): string | undefined {
  const rank = canonical.indexOf(number)
  if (rank >= 0) return `_:c14n${rank}`
  const place = issued.indexOf(number)
  return place < 0 ? undefined : `_:b${place}`
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
