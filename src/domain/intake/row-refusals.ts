// Why a row stays out of an import: what the reading of the files says, and what only the whole of them shows.
import { csvRefusals } from '#standards/csv/refusals.ts'

/** Code → its sentence in English; `values` of the refusal fill in what was seen and where. */
export const rowRefusals: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(csvRefusals).map(([code, [, title]]) => [code, title])),
  said_differently: 'Another row says something else of the same; neither is taken',
  offering_unknown: 'There is no such offering, neither in these files nor here',
  learner_unknown: 'There is no such learner, neither in these files nor here',
  line_item_unknown: 'The offering has no such line item, neither in these files nor here',
  enrolment_unknown: 'The learner is not enrolled in the offering, neither in these files nor here',
}

/** So many are kept for reading; beyond them they are only counted. */
export const mostRefusalsKept = 100_000
