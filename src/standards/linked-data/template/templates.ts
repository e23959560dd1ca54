// Templates for a batch: found by the outline of each document, and learned from the documents as they come.
import type { JsonObject } from '#standards/vc/json.ts'
import type { Sha256 } from '../bytes.ts'
import { unlessUnsupported } from '../unsupported.ts'
import { compileTemplate, looksMarked, markFor } from './compile-template.ts'
import { fillCanonical, fillJson } from './fill.ts'
import { type Outline, outlineOf, read, textsAt, withTexts } from './outline.ts'
import type { Template } from './plan.ts'

/** Canonical N-Quads in UTF-8, valid until something else is written, and the JSON text: both exactly those of the document. */
export type Filled = Readonly<{ nQuads: Uint8Array; json: string }>

/** `undefined` where there is no template for the document's outline, or not yet, or where a value could change the form. */
export type Templates = (document: JsonObject) => Filled | undefined

/** Every document is compiled by itself. */
export const noTemplates: Templates = () => undefined

type Known = Readonly<{
  sample: JsonObject
  outline: Outline
  slots: readonly number[]
  rigid: ReadonlySet<number>
  /** `undefined` when no two documents of the outline have been seen, or when no template can be made. */
  template: Template | undefined
  tries: number
}>

const mostOutlines = 16
const mostTries = 64
/** Documents of ever new outlines are not worth the learning. */
const mostLearned = 512

/**
 * Fills a template with the document's values; `undefined` where there is none for its outline, or not yet, or where a value could
 * change the form. Such a document has to be compiled by itself.
 */
export function templatesFor(sha256: Sha256): Templates {
  let known: Known[] = []
  let learned = 0
  const learn = (document: JsonObject): undefined => {
    if (learned++ < mostLearned) known = [...begun(document), ...known].slice(0, mostOutlines)
  }
  return (document) => {
    for (const one of known) {
      const reading = { values: [], differing: [] }
      if (!read(document, one.outline, reading)) continue
      const isReady = one.template !== undefined && reading.differing.length === 0
      const now = isReady || one.tries >= mostTries ? one : widened(one, reading.differing, sha256)
      if (now !== known[0]) known = [now, ...known.filter((other) => other !== one)]
      return isReady ? unlessUnsupported(() => filledFrom(one.template, reading.values, sha256)) : undefined
    }
    return learn(document)
  }
}

function filledFrom(template: Template | undefined, values: readonly string[], sha256: Sha256): Filled | undefined {
  return template && { json: fillJson(template, values), nQuads: fillCanonical(template, values, sha256) }
}

/** From the JSON text, so that nobody can change the sample afterwards. */
function begun(document: JsonObject): Known[] {
  const json = JSON.stringify(document)
  if (looksMarked(json)) return []
  const sample = JSON.parse(json) as JsonObject
  const rigid = new Set<number>()
  return [{ sample, outline: outlineOf(sample, [], rigid), slots: [], rigid, template: undefined, tries: 0 }]
}

/** With slots for the leaves that differ as well. A leaf that cannot be a slot stays as it is: another value is another outline. */
function widened(known: Known, differing: readonly number[], sha256: Sha256): Known {
  const all = [...known.slots, ...differing].sort((one, other) => one - other)
  const tries = known.tries + 1
  const template = templateOf(known, all, sha256)
  if (template) return { ...known, outline: outlineOf(known.sample, all, known.rigid), slots: all, template, tries }
  const rigid = new Set([...known.rigid, ...differing.filter((place) => !templateOf(known, [place], sha256))])
  const slots = all.filter((place) => !rigid.has(place))
  const outline = outlineOf(known.sample, slots, rigid)
  return { ...known, outline, slots, rigid, template: templateOf(known, slots, sha256), tries }
}

function templateOf({ sample, outline }: Known, places: readonly number[], sha256: Sha256): Template | undefined {
  const marks = textsAt(outline, places).map(markFor)
  const marked = withTexts(sample, new Map(places.map((place, slot) => [place, marks[slot]?.text ?? ''])))
  return unlessUnsupported(() => compileTemplate(marked, marks, sha256))
}
