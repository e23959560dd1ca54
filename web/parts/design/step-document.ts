// From what was typed into a step's form to the document that is sent; what is wrong with it is the door's to say.
import type { Step } from '#domain/design/design-document.ts'
import { type Fields, nested, withoutBlanks } from './fields.ts'
import { newOutcomeId } from './new-outcome-id.ts'

/** `newId` is asked for an outcome that has no id yet. */
export function documentFrom(step: Step, fields: Fields, newId = newOutcomeId): Record<string, unknown> {
  const typed = (withoutBlanks(shaping[step](nested(fields), newId)) ?? {}) as Record<string, unknown>
  return completed(step, typed)
}

type Typed = Record<string, unknown>

const shaping: Record<Step, (typed: Typed, newId: () => string) => Typed> = {
  overview: (typed) => typed,
  outcomes: ({ learningOutcomes }, newId) => ({
    learningOutcomes: rows(learningOutcomes)
      .filter(isWritten)
      .map((outcome) => ({ ...outcome, id: outcome.id || newId() })),
  }),
  assessment: (typed) => typed,
  volume: ({ hours, validMonths, ...rest }) => ({ ...rest, hours: numberOf(hours), validMonths: numberOf(validMonths) }),
  badge: ({ image }) => ({ image: imageOf((image ?? {}) as Typed) }),
}

/** A list that was emptied is an empty list, not an old one. */
function completed(step: Step, typed: Typed): Typed {
  const lists: Partial<Record<Step, Typed>> = {
    overview: { language: [] },
    outcomes: { learningOutcomes: [] },
    volume: { levels: [] },
  }
  return { ...lists[step], ...typed }
}

const rows = (list: unknown) => (Array.isArray(list) ? (list as Typed[]) : [])

/** An outcome has an id and a kind from the start; only words make it one. */
function isWritten({ id: _id, type: _type, ...words }: Typed): boolean {
  return withoutBlanks(words) !== undefined
}

/** `12,5` as well as `12.5`. What is no number stays as it was typed, for the door to refuse and the form to show. */
function numberOf(typed: unknown): unknown {
  if (typeof typed !== 'string' || typed.trim() === '') return undefined
  const value = Number(typed.trim().replace(',', '.'))
  return Number.isFinite(value) ? value : typed
}

function imageOf({ kind, shape, motif, accent, colour, image, alternativeText }: Typed): Typed {
  if (kind === 'uploaded') return { kind, image, alternativeText }
  return { kind: 'drawn', shape, motif, ...(colour === 'own' ? { accent } : {}) }
}
