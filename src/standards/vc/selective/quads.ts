// Lines of canonical N-Quads, and other names for the blank nodes in them. Only terms are looked at, never the inside of a literal.

export type Rename = (term: string) => string

/** N-Quads 1.1, 3: subject, predicate, object, and a graph if any. */
const line =
  /^(?<subject>_:\S+|<[^>]*>) (?<predicate><[^>]*>) (?<object>_:\S+|<[^>]*>|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@[A-Za-z0-9-]+)?) (?:(?<graph>_:\S+|<[^>]*>) )?\.$/

/** The lines of a document, each without its line feed. */
export const linesOf = (quads: string): readonly string[] => quads.split('\n').slice(0, -1)

export type Terms = Readonly<{ subject: string; predicate: string; object: string; graph?: string | undefined }>

export function termsOf(quad: string): Terms {
  const { subject, predicate, object, graph } = line.exec(quad)?.groups ?? {}
  if (subject === undefined || predicate === undefined || object === undefined) throw new Error(`not a line of N-Quads: ${quad}`)
  return { subject, predicate, object, graph }
}

/** The line with each of its terms that is no literal and no predicate renamed. */
export function renamed(quad: string, rename: Rename): string {
  const { subject, predicate, object, graph } = termsOf(quad)
  const last = object.startsWith('"') ? object : rename(object)
  return [rename(subject), predicate, last, ...(graph === undefined ? [] : [rename(graph)]), '.'].join(' ')
}

/** The blank nodes of the lines, without `_:`. */
export function blankNodesIn(quads: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const note: Rename = (term) => {
    if (term.startsWith('_:')) found.add(term.slice(2))
    return term
  }
  for (const quad of quads) renamed(quad, note)
  return found
}

/** Renames blank nodes; one that has no new name is an error of the caller. */
export const byLabels =
  (labels: ReadonlyMap<string, string>): Rename =>
  (term) => {
    if (!term.startsWith('_:')) return term
    const label = labels.get(term.slice(2))
    if (label === undefined) throw new Error(`no label for ${term}`)
    return `_:${label}`
  }
