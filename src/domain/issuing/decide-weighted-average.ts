// The weighted average of an enrolment's scores: each scaled by its maximum, weighted by its line item, over the sum of the weights.

import type { Decision, LearnerRecord, Values } from './decision.ts'
import type { DecisionCode } from './decision-words.ts'
import { atLeast, dividedBy, plus, type Rational, rational, shown, times } from './exact.ts'
import { inPercent, lineItemsMeant, type Meant, rowsOf, scaled, titlesOf } from './line-items-meant.ts'
import type { RuleOf } from './rule.ts'

type Rule = RuleOf<'weighted_average'>

/** Compared exactly; only what is shown is rounded. Line items that weigh nothing are never waited for. */
export function decideWeightedAverage(rule: Rule, record: LearnerRecord): Decision {
  const { meant, unknown } = lineItemsMeant(rule.of, record)
  if (unknown.length > 0) return cannotTell(rule, 'average_line_items_unknown', { keys: unknown })
  if (meant.length === 0) return cannotTell(rule, 'average_no_line_items')
  const weightless = meant.filter(({ item }) => !hasWeight(item.weight))
  if (weightless.length > 0) return cannotTell(rule, 'average_weights_missing', { titles: titlesOf(weightless) })
  const weighing = meant.filter(({ item }) => item.weight !== 0)
  if (weighing.length === 0) return cannotTell(rule, 'average_weights_are_zero', { titles: titlesOf(meant) })
  return decideWeighing(rule, weighing)
}

function decideWeighing(rule: Rule, weighing: Meant[]): Decision {
  const unscored = weighing.filter(({ score }) => score === undefined)
  const scored = weighing.filter(({ score }) => score !== undefined)
  const unscaled = scored.filter(({ item, score = 0 }) => !scaled(score, item.maximum))
  if (unscaled.length > 0) return cannotTell(rule, 'average_maximum_missing', { titles: titlesOf(unscaled) }, unscaled)
  if (rule.missing === 'cannot_tell' && unscored.length > 0) {
    const values = { missing: titlesOf(unscored), missingCount: unscored.length }
    return cannotTell(rule, 'average_results_missing', values, unscored)
  }
  const counted = rule.missing === 'left_out' ? scored : weighing
  if (counted.length === 0) return cannotTell(rule, 'average_nothing_scored', {}, unscored)
  return compare(rule, counted, unscored)
}

function compare(rule: Rule, counted: Meant[], unscored: Meant[]): Decision {
  const average = averageOf(counted)
  const reached = atLeast(average, rational(rule.atLeast))
  const missing = { unscored: unscored.length > 0 ? rule.missing : 'none', missing: titlesOf(unscored) }
  return {
    verdict: reached ? 'qualifies' : 'does_not_qualify',
    reason: {
      code: reached ? 'average_reached' : 'average_short',
      values: { seen: shown(average), needed: rule.atLeast, ...missing },
    },
    because: rowsOf(counted),
  }
}

/** In per cent. A line item without a score stands here only when it counts as zero. */
function averageOf(counted: readonly Meant[]): Rational {
  const weightOf = ({ item }: Meant) => rational(item.weight ?? 0)
  const earned = counted.map((one) => times(weightOf(one), scaled(one.score ?? 0, one.item.maximum) ?? nothing))
  return inPercent(dividedBy(earned.reduce(plus, nothing), counted.map(weightOf).reduce(plus, nothing)))
}

const nothing: Rational = { of: 0n, over: 1n }

const hasWeight = (weight: number | null) => weight !== null && Number.isFinite(weight) && weight >= 0

const cannotTell = (rule: Rule, code: DecisionCode, values: Values = {}, leftOpen: readonly Meant[] = []): Decision => ({
  verdict: 'cannot_tell',
  reason: { code, values: { needed: rule.atLeast, ...values } },
  because: rowsOf(leftOpen),
})
