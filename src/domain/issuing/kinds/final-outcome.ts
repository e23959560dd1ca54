// The final outcome, as the institution itself recorded it, is one of those that count.
import * as z from 'zod'
import { type FinalOutcome, finalOutcomes } from '../decision.ts'
import type { Kind } from './kind.ts'
import { repeatFaults, repeats } from './repeats.ts'

export type FinalOutcomeRule = { kind: 'final_outcome'; in: FinalOutcome[] }

const words = {
  rule: 'The final outcome is {wanted}',
  decided: {
    outcome_is_wanted: 'Final outcome: {outcome} (recorded as “{says}”)',
    outcome_is_another: 'Final outcome: {outcome} (recorded as “{says}”); needed: {wanted}',
    outcome_pending: 'The final outcome is still pending (recorded as “{says}”); needed: {wanted}',
    outcome_missing: 'There is no final outcome yet; needed: {wanted}',
  },
  faults: {
    rule_names_no_outcome: 'Choose at least one final outcome',
    rule_names_every_outcome: 'Every final outcome is chosen, so the rule says nothing',
    ...repeatFaults,
  },
  doubts: {},
} as const

export const finalOutcome: Kind<FinalOutcomeRule, never, typeof words> = {
  words,
  schema: () => z.object({ kind: z.literal('final_outcome'), in: z.array(z.enum(finalOutcomes)).max(finalOutcomes.length) }),
  asks: { in: { asks: 'some_of', options: finalOutcomes } },
  whyNot({ in: wanted }) {
    if (wanted.length === 0) return 'rule_names_no_outcome'
    if (repeats(wanted)) return 'rule_repeats_itself'
    return wanted.length === finalOutcomes.length ? 'rule_names_every_outcome' : undefined
  },
  doubts: () => [],
  decide({ in: wanted }, { outcome }) {
    if (!outcome) return { verdict: 'cannot_tell', reason: { code: 'outcome_missing', values: { wanted } }, because: [] }
    const values = { outcome: outcome.value, says: outcome.says, wanted }
    const because = [outcome.result]
    if (wanted.includes(outcome.value)) return { verdict: 'qualifies', reason: { code: 'outcome_is_wanted', values }, because }
    if (outcome.value === 'pending') return { verdict: 'cannot_tell', reason: { code: 'outcome_pending', values }, because }
    return { verdict: 'does_not_qualify', reason: { code: 'outcome_is_another', values }, because }
  },
  inWords: ({ in: wanted }) => ({ wanted }),
}
