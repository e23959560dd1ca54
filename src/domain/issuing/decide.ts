// Deciding: one enrolment against one issuing rule. Qualifies, does not, or cannot be told yet; every part is looked at and says why.
import { decideLineItems } from './decide-line-items.ts'
import { decideWeightedAverage } from './decide-weighted-average.ts'
import type { Decision, LearnerRecord, Verdict } from './decision.ts'
import type { IssuingRule, RuleOf } from './rule.ts'

/**
 * Three-valued (Kleene): a missing result neither helps nor harms until nothing it could be would change the answer.
 * Pure, without short cuts, and the order of the results does not matter.
 */
export function decide(rule: IssuingRule, record: LearnerRecord): Decision {
  switch (rule.kind) {
    case 'final_outcome':
      return decideFinalOutcome(rule, record)
    case 'weighted_average':
      return decideWeightedAverage(rule, record)
    case 'line_items':
      return decideLineItems(rule, record)
    case 'all':
      return decideAll(rule.rules.map((part) => decide(part, record)))
    case 'any':
      return decideAny(rule.rules.map((part) => decide(part, record)))
    case 'not':
      return decideNot(decide(rule.rule, record))
  }
}

function decideFinalOutcome({ in: wanted }: RuleOf<'final_outcome'>, { outcome }: LearnerRecord): Decision {
  if (!outcome) return { verdict: 'cannot_tell', reason: { code: 'outcome_missing', values: { wanted } }, because: [] }
  const values = { outcome: outcome.value, says: outcome.says, wanted }
  const because = [outcome.result]
  if (wanted.includes(outcome.value)) return { verdict: 'qualifies', reason: { code: 'outcome_is_wanted', values }, because }
  if (outcome.value === 'pending') return { verdict: 'cannot_tell', reason: { code: 'outcome_pending', values }, because }
  return { verdict: 'does_not_qualify', reason: { code: 'outcome_is_another', values }, because }
}

function decideAll(parts: Decision[]): Decision {
  const verdict = firstOf(['does_not_qualify', 'cannot_tell'], parts) ?? 'qualifies'
  return { verdict, reason: { code: `all_${verdict}`, values: counts(parts) }, because: rowsOf(parts, verdict), parts }
}

function decideAny(parts: Decision[]): Decision {
  const verdict = firstOf(['qualifies', 'cannot_tell'], parts) ?? 'does_not_qualify'
  return { verdict, reason: { code: `any_${verdict}`, values: counts(parts) }, because: rowsOf(parts, verdict), parts }
}

function decideNot(part: Decision): Decision {
  const verdict = opposite[part.verdict]
  return { verdict, reason: { code: `not_${verdict}`, values: {} }, because: part.because, parts: [part] }
}

const opposite = {
  qualifies: 'does_not_qualify',
  does_not_qualify: 'qualifies',
  cannot_tell: 'cannot_tell',
} as const satisfies Record<Verdict, Verdict>

const firstOf = <V extends Verdict>(wanted: readonly V[], parts: readonly Decision[]): V | undefined =>
  wanted.find((verdict) => parts.some((part) => part.verdict === verdict))

const counts = (parts: readonly Decision[]) => ({
  met: parts.filter((part) => part.verdict === 'qualifies').length,
  unmet: parts.filter((part) => part.verdict === 'does_not_qualify').length,
  open: parts.filter((part) => part.verdict === 'cannot_tell').length,
  count: parts.length,
})

/** A verdict rests on the parts that share it; what the others say would not change it. */
const rowsOf = (parts: readonly Decision[], verdict: Verdict): string[] => [
  ...new Set(parts.filter((part) => part.verdict === verdict).flatMap((part) => part.because)),
]
