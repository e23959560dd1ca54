// Decisions about designs, without IO: what is missing, what state a micro-credential is in, whether it may be published.
import type { DesignDocument, Step } from './design-document.ts'

export type Missing = Readonly<{ step: Step; code: MissingCode; values: Record<string, unknown> }>

/** code → what to do, as the screen says it; a publication needs all of these. */
export const missingWords = {
  no_title: 'Give it a title',
  no_description: 'Describe it in a sentence or two',
  no_language: 'Say in which language it is taught',
  no_outcomes: 'Write at least one learning outcome',
  outcome_without_skill: 'Align the outcome “{outcome}” with at least one skill',
  no_criteria: 'Say what somebody must do to earn it',
  no_hours: 'Say how many hours of learning it takes',
  no_level: 'Say at which level it is',
} as const

export type MissingCode = keyof typeof missingWords

/** Everything that stands between this draft and its publication, in the order of the steps. */
export function missingFrom({ overview, outcomes, assessment, volume }: DesignDocument): Missing[] {
  const lack = (absent: boolean, step: Step, code: MissingCode, values: Record<string, unknown> = {}): Missing[] =>
    absent ? [{ step, code, values }] : []
  return [
    ...lack(overview.title === '', 'overview', 'no_title'),
    ...lack(overview.description === '', 'overview', 'no_description'),
    ...lack(overview.language.length === 0, 'overview', 'no_language'),
    ...lack(outcomes.learningOutcomes.length === 0, 'outcomes', 'no_outcomes'),
    ...outcomes.learningOutcomes.flatMap(({ text, alignments }) =>
      lack(alignments.length === 0, 'outcomes', 'outcome_without_skill', { outcome: text }),
    ),
    ...lack(assessment.criteria === '', 'assessment', 'no_criteria'),
    ...lack(volume.hours === undefined, 'volume', 'no_hours'),
    ...lack(volume.levels.length === 0, 'volume', 'no_level'),
  ]
}

export type Standing = Readonly<{ retired: boolean; versions: number; changedSince: boolean }>

export const stateOf = ({ retired, versions, changedSince }: Standing) =>
  retired ? 'retired' : versions === 0 ? 'draft' : changedSince ? 'changed' : 'published'

export function whyNotPublish(standing: Standing, missing: readonly Missing[]) {
  if (standing.retired) return 'retired'
  if (missing.length > 0) return 'design_incomplete'
  return standing.versions > 0 && !standing.changedSince ? 'nothing_changed' : undefined
}

export const whyNotEdit = ({ retired }: Pick<Standing, 'retired'>) => (retired ? 'retired' : undefined)

export const whyNotRetire = ({ retired }: Pick<Standing, 'retired'>) => (retired ? 'already_retired' : undefined)
