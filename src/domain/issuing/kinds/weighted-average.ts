// The weighted average of the scores: each scaled by its maximum, weighted by its line item, over the sum of the weights.
import * as z from 'zod'
import type { Decision, Values } from '../decision.ts'
import { atLeast, rational, shown } from '../exact.ts'
import { type Evidence, hasMaximum, lineItemsMeant, type Meant, rowsOf, titlesOf } from '../line-items-meant.ts'
import { weightedAverage as averageOf, type Weighed } from '../scores.ts'
import type { Kind } from './kind.ts'
import { percent, thresholdFaults, whyNotThreshold } from './percent.ts'
import { type Selection, selectedInWords, selectedWords, selection, selectionFaults, whyNotSelection } from './selection.ts'
import { doubtsAboutWeights, hasWeight, weightDoubts } from './weights.ts'

/** What becomes of a line item that has no score yet. */
export const missingResults = ['cannot_tell', 'counts_as_zero', 'left_out'] as const

export type WeightedAverageRule = {
  kind: 'weighted_average'
  /** Per cent. */
  atLeast: number
  of?: Selection | undefined
  missing: (typeof missingResults)[number]
}

const words = {
  rule: `The weighted average of ${selectedWords} is at least {atLeast}%{missing, select, counts_as_zero {; what is missing counts as zero} left_out {; what is missing is left out} other {}}`,
  decided: {
    average_reached:
      'Weighted average {seen} of at least {needed}{unscored, select, counts_as_zero {; counted as zero: {missing}} left_out {; left out: {missing}} other {}}',
    average_short:
      'Weighted average {seen}, below the {needed} needed{unscored, select, counts_as_zero {; counted as zero: {missing}} left_out {; left out: {missing}} other {}}',
    average_results_missing:
      '{missingCount, plural, one {One result is} other {# results are}} missing for a weighted average of at least {needed}: {missing}',
    average_nothing_scored: 'Nothing has been scored yet; a weighted average of at least {needed} is needed',
    average_no_line_items: 'No line item here is meant by the rule, so there is no weighted average',
    average_line_items_unknown: 'The rule names line items that are not here: {keys}',
    average_weights_missing: 'No usable weight is recorded for {titles}',
    average_weights_are_zero: 'The weights sum to zero, so there is no weighted average: {titles}',
    average_maximum_missing: 'No maximum score is recorded for {titles}, so the scores cannot be compared',
  },
  faults: { ...thresholdFaults, ...selectionFaults },
  doubts: weightDoubts,
} as const

type Decided = Decision<keyof typeof words.decided>

export const weightedAverage: Kind<WeightedAverageRule, never, typeof words> = {
  words,
  schema: () =>
    z.object({
      kind: z.literal('weighted_average'),
      atLeast: percent,
      of: selection.optional(),
      missing: z.enum(missingResults),
    }),
  asks: { atLeast: { asks: 'percent' }, missing: { asks: 'one_of', options: missingResults }, of: { asks: 'line_items' } },
  whyNot: ({ atLeast, of }) => whyNotThreshold(atLeast) ?? whyNotSelection(of),
  doubts: ({ of }, lineItems) => doubtsAboutWeights(of, lineItems),
  decide: decideWeightedAverage,
  inWords: ({ atLeast, missing, of }) => ({ atLeast, missing, ...selectedInWords(of) }),
}

/** Compared exactly; only what is shown is rounded. Line items that weigh nothing are never waited for. */
function decideWeightedAverage(rule: WeightedAverageRule, evidence: Evidence): Decided {
  const { meant, unknown } = lineItemsMeant(rule.of, evidence)
  if (unknown.length > 0) return cannotTell(rule, 'average_line_items_unknown', { keys: unknown })
  if (meant.length === 0) return cannotTell(rule, 'average_no_line_items')
  const weightless = meant.filter(({ item }) => !hasWeight(item.weight))
  if (weightless.length > 0) return cannotTell(rule, 'average_weights_missing', { titles: titlesOf(weightless) })
  const weighing = meant.filter(({ item }) => item.weight !== 0)
  if (weighing.length === 0) return cannotTell(rule, 'average_weights_are_zero', { titles: titlesOf(meant) })
  return decideWeighing(rule, weighing)
}

function decideWeighing(rule: WeightedAverageRule, weighing: readonly Meant[]): Decided {
  const unscored = weighing.filter(({ score }) => score === undefined)
  const scored = weighing.filter(({ score }) => score !== undefined)
  const unscaled = scored.filter(({ item }) => !hasMaximum(item.maximum))
  if (unscaled.length > 0) return cannotTell(rule, 'average_maximum_missing', { titles: titlesOf(unscaled) }, unscaled)
  if (rule.missing === 'cannot_tell' && unscored.length > 0) {
    const values = { missing: titlesOf(unscored), missingCount: unscored.length }
    return cannotTell(rule, 'average_results_missing', values, unscored)
  }
  const counted = rule.missing === 'left_out' ? scored : weighing
  if (counted.length === 0) return cannotTell(rule, 'average_nothing_scored', {}, unscored)
  return compare(rule, counted, unscored)
}

function compare(rule: WeightedAverageRule, counted: readonly Meant[], unscored: readonly Meant[]): Decided {
  const average = averageOf(counted.map(weighed))
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

/** A line item without a score stands here only when it counts as zero, and then its maximum does not matter. */
const weighed = ({ item: { weight, maximum }, score = 0 }: Meant): Weighed => ({
  weight: weight ?? 0,
  score,
  maximum: hasMaximum(maximum) ? maximum : 1,
})

const cannotTell = (
  rule: WeightedAverageRule,
  code: keyof typeof words.decided,
  values: Values = {},
  leftOpen: readonly Meant[] = [],
): Decided => ({
  verdict: 'cannot_tell',
  reason: { code, values: { needed: rule.atLeast, ...values } },
  because: rowsOf(leftOpen),
})
