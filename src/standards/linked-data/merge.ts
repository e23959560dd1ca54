// Equal quads become one, in the way of the reference's node map; where that way would leave a mark on the canonical form, the document is unsupported.
import { type Dataset, type Directed, origins, type Quad } from './quads.ts'
import { unsupported } from './unsupported.ts'

/** Leaves the quads of every subject in the order of their predicates, each quad once. */
export function merge({ named, blank, directed }: Dataset): void {
  for (const one of directed) refuseTwin(one)
  for (const quads of named.values()) mergeOf(quads)
  for (const quads of blank) mergeOf(quads)
}

function mergeOf(quads: Quad[]): void {
  sortByPredicate(quads)
  let kept = 0
  let start = 0
  for (const quad of quads) {
    if (kept > 0 && quads[kept - 1]?.predicate !== quad.predicate) start = kept
    if (!isAmong(quads, start, kept, quad)) quads[kept++] = quad
  }
  quads.length = kept
}

/** By insertion: the lists are short. */
function sortByPredicate(quads: Quad[]): void {
  for (let at = 1; at < quads.length; at++) {
    const quad = quads[at] as Quad
    let to = at
    for (; to > 0 && (quads[to - 1] as Quad).predicate > quad.predicate; to--) quads[to] = quads[to - 1] as Quad
    quads[to] = quad
  }
}

function isAmong(quads: readonly Quad[], start: number, end: number, { object, graph, origin }: Quad): boolean {
  for (let at = start; at < end; at++) {
    const other = quads[at] as Quad
    if (other.object !== object || other.graph !== graph) continue
    if (other.origin !== origin || origin === origins.single) unsupported('two values that are written the same')
    return true
  }
  return false
}

/** The reference keeps only one of two texts that differ in nothing but their direction. */
function refuseTwin({ quads, predicate, graph, object, undirected }: Directed): void {
  const text = undirected.slice(0, undirected.lastIndexOf('"') + 1)
  const twins = quads.filter((quad) => quad.predicate === predicate && quad.graph === graph && quad.object !== object)
  if (twins.some((quad) => typeof quad.object === 'string' && quad.object.startsWith(text)))
    unsupported('two directions of one text')
}
