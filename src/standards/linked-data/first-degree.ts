// What a blank node looks like from outside, and names given by that alone (RDF Dataset Canonicalization 1.0, 4.6 and 4.4.3, step 4).
import { hexDigestOf, type Sha256 } from './bytes.ts'
import type { Dataset, Node, Quad } from './quads.ts'
import { remember } from './remember.ts'

/** For each blank node, the hash of the quads that mention it. */
export function firstDegreeHashes(dataset: Dataset, sha256: Sha256): string[] {
  const mentions = mentionsOf(dataset)
  return mentions.map((lines) => hashOfLines(lines.sort().join(''), sha256))
}

/** Of the lines one behind the other. Credentials of one issuer have many blank nodes in common, so short texts are remembered. */
export function hashOfLines(text: string, sha256: Sha256): string {
  if (text.length > longestRemembered) return hexDigestOf(text, sha256)
  return hashed.get(text) ?? remember(hashed, text, hexDigestOf(text, sha256), mostRemembered)
}

const hashed = new Map<string, string>()
const mostRemembered = 4096
const longestRemembered = 2048

/** The names in the order of the hashes; `undefined` when two are equal. */
export function issueByFirstDegree(hashes: readonly string[]): string[] | undefined {
  const sorted = [...hashes].sort()
  if (sorted.some((hash, rank) => rank > 0 && hash === sorted[rank - 1])) return undefined
  return hashes.map((hash) => `_:c14n${sorted.indexOf(hash)}`)
}

/** For each blank node, the lines that mention it, itself as `_:a` and every other blank node as `_:z`. */
function mentionsOf({ named, blank }: Dataset): string[][] {
  const mentions = blank.map((quads, self) => quads.map((quad) => line(self, quad, self)))
  for (const [subject, quads] of named) for (const quad of quads) mention(mentions, subject, quad)
  for (let subject = 0; subject < blank.length; subject++)
    for (const quad of blank[subject] ?? []) mention(mentions, subject, quad)
  return mentions
}

/** As an object, and as a graph; as a subject it has been mentioned already. */
function mention(mentions: string[][], subject: Node, quad: Quad): void {
  const { object, graph } = quad
  if (typeof object === 'number' && object !== subject) mentions[object]?.push(line(subject, quad, object))
  if (typeof graph === 'number' && graph !== subject && graph !== object) mentions[graph]?.push(line(subject, quad, graph))
}

function line(subject: Node, { predicate, object, graph }: Quad, self: number): string {
  const start = seen(subject, self) + predicate + seen(object, self)
  return graph === '' ? `${start} .\n` : `${start} ${seen(graph, self)} .\n`
}

const seen = (node: Node, self: number): string => (typeof node === 'string' ? node : node === self ? '_:a' : '_:z')
