// Quads in their one canonical order, blank nodes named (RDF Dataset Canonicalization 1.0, 4.4).
import type { Sha256 } from './bytes.ts'
import { firstDegreeHashes, issueByFirstDegree } from './first-degree.ts'
import { merge } from './merge.ts'
import { issueByNeighbours } from './nth-degree.ts'
import type { Dataset, Node, Quad } from './quads.ts'

/**
 * Canonical N-Quads, one text for each subject. Throws the signal of `unsupported.ts` where the reference's way through equal
 * blank nodes cannot be followed.
 */
export function canonical(dataset: Dataset, sha256: Sha256): string[] {
  merge(dataset)
  return written(dataset, labelsOf(dataset, sha256))
}

/** `_:c14n…` for each blank node. */
function labelsOf(dataset: Dataset, sha256: Sha256): readonly string[] {
  if (dataset.blank.length === 0) return []
  const hashes = firstDegreeHashes(dataset, sha256)
  return issueByFirstDegree(hashes) ?? issueByNeighbours(dataset, hashes, sha256)
}

function written({ named, blank }: Dataset, labels: readonly string[]): string[] {
  const texts = [...named.keys()].sort().map((subject) => linesOf(subject, named.get(subject) ?? [], labels))
  const numbers = new Map(labels.map((label, number) => [label, number]))
  for (const label of [...labels].sort()) texts.push(linesOf(label, blank[numbers.get(label) ?? -1] ?? [], labels))
  return texts
}

/** The quads come sorted by predicate; texts sort by UTF-16 units, as the reference sorts them. */
function linesOf(subject: string, quads: readonly Quad[], labels: readonly string[]): string {
  const parts: string[] = []
  for (let at = 0; at < quads.length; ) {
    const { predicate, object, graph } = quads[at] as Quad
    const end = endOfRun(quads, at)
    if (end > at + 1) for (const each of sortedEndings(quads.slice(at, end), labels)) parts.push(subject, predicate, each)
    else if (graph === '') parts.push(subject, predicate, named(object, labels), ' .\n')
    else parts.push(subject, predicate, named(object, labels), ' ', named(graph, labels), ' .\n')
    at = end
  }
  return parts.join('')
}

const sortedEndings = (quads: readonly Quad[], labels: readonly string[]): string[] =>
  quads.map((quad) => ending(quad, labels)).sort()

function endOfRun(quads: readonly Quad[], start: number): number {
  const predicate = quads[start]?.predicate
  let end = start + 1
  while (end < quads.length && quads[end]?.predicate === predicate) end++
  return end
}

const ending = ({ object, graph }: Quad, labels: readonly string[]): string =>
  graph === '' ? `${named(object, labels)} .\n` : `${named(object, labels)} ${named(graph, labels)} .\n`

const named = (node: Node, labels: readonly string[]): string => (typeof node === 'string' ? node : (labels[node] ?? ''))
