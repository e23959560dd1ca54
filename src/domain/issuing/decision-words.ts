// What a decision says, in English: code → ICU message. The catalogues mirror this table. Lists arrive already joined; outcomes already translated.
import type { FinalOutcome, Verdict } from './decision.ts'
import { type CodeOf, wordsFor } from './kinds/kinds.ts'

export type DecisionCode = CodeOf<'decided'>

export const decisionWords = wordsFor('decided')

export const verdictWords = {
  qualifies: 'Qualifies',
  does_not_qualify: 'Does not qualify',
  cannot_tell: 'Cannot tell yet',
} as const satisfies Record<Verdict, string>

export const outcomeWords = {
  passed: 'passed',
  passed_with_distinction: 'passed with distinction',
  failed: 'failed',
  withdrawn: 'withdrawn',
  pending: 'pending',
} as const satisfies Record<FinalOutcome, string>
