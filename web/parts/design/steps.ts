// The five parts of a design in their order, and which field of the forms a missing thing belongs to.

import type { MicroCredential } from '#domain/design/design.api.ts'
import type { Step } from '#domain/design/design-document.ts'
import type { MissingCode } from '#domain/design/rules.ts'
import { fieldId } from '../../ui/form.tsx'

/** The names of `design-document.ts`, without its schemas, which a browser need not load. */
export const stepOrder = ['overview', 'outcomes', 'assessment', 'volume', 'badge'] as const satisfies readonly Step[]

export const isStep = (name: string | undefined): name is Step => stepOrder.some((step) => step === name)

/** Undefined after the last. */
export const stepAfter = (step: Step): Step | undefined => stepOrder[stepOrder.indexOf(step) + 1]

export type Missing = MicroCredential['missing'][number]

const fields: Readonly<Record<MissingCode, string>> = {
  no_title: 'title',
  no_description: 'description',
  no_language: 'language.0',
  no_outcomes: 'learningOutcomes.0.text',
  outcome_without_skill: '',
  no_criteria: 'criteria',
  no_hours: 'hours',
  no_level: 'levels.0.framework',
}

/** The address of the field, below that of the micro-credential. */
export function placeOf({ step, code, values }: Missing, { document }: Pick<MicroCredential, 'document'>): string {
  const at = document.outcomes.learningOutcomes.findIndex(({ text }) => text === values.outcome)
  // the door answers with codes of this table
  const name = fields[code as MissingCode] || `learningOutcomes.${at}.alignments.0.name`
  return `${step}#${fieldId(name)}`
}
