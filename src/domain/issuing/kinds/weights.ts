// What is doubtful about the weights of an offering's line items, before anybody is decided about by a weighted average.
import type { DescribedLineItem } from '../decision.ts'
import { plus, rational, shown } from '../exact.ts'
import { hasMaximum, isMeant } from '../line-items-meant.ts'
import type { Doubt } from './kind.ts'
import type { Selection } from './selection.ts'

export const weightDoubts = {
  average_names_unknown:
    '{keys} {count, plural, one {is} other {are}} not among the line items, so the weighted average cannot be told for anybody',
  average_means_nothing: 'The condition means no line item, so the weighted average cannot be told for anybody',
  average_without_weights: 'No line item has a weight, so the weighted average cannot be told for anybody',
  average_lacks_weights:
    '{keys} {count, plural, one {has} other {have}} no weight, so the weighted average cannot be told for anybody',
  average_weighs_nothing: 'All weights are zero, so the weighted average cannot be told for anybody',
  average_without_maximum:
    'No maximum score is recorded for {keys}, so the weighted average cannot be told for anybody who has a score in {count, plural, one {it} other {one of them}}',
  average_weights_sum:
    'The weights sum to {sum}, not to 100. The average is divided by {sum}, so each line item counts by its share of it',
} as const

type WeightDoubt = Doubt<keyof typeof weightDoubts>

/** What stops the average comes alone: the sum of weights says nothing while one is missing. */
export function doubtsAboutWeights(of: Selection | undefined, lineItems: readonly DescribedLineItem[]): WeightDoubt[] {
  const unknown = (of?.keys ?? []).filter((key) => !lineItems.some((item) => item.key === key))
  if (unknown.length > 0) return [stops('average_names_unknown', { keys: unknown, count: unknown.length })]
  const meant = lineItems.filter((item) => isMeant(of, item))
  if (meant.length === 0) return [stops('average_means_nothing')]
  const lacking = meant.filter(({ weight }) => !hasWeight(weight)).map(({ key }) => key)
  if (lacking.length === meant.length) return [stops('average_without_weights')]
  if (lacking.length > 0) return [stops('average_lacks_weights', { keys: lacking, count: lacking.length })]
  const sum = meant.map(({ weight }) => rational(weight ?? 0)).reduce(plus)
  if (sum.of === 0n) return [stops('average_weighs_nothing')]
  const unscaled = meant.filter(({ weight, maximum }) => weight !== 0 && !hasMaximum(maximum)).map(({ key }) => key)
  return [
    ...(unscaled.length > 0 ? [stops('average_without_maximum', { keys: unscaled, count: unscaled.length })] : []),
    ...(sum.of === 100n * sum.over ? [] : [{ code: 'average_weights_sum', stops: false, values: { sum: shown(sum) } } as const]),
  ]
}

export const hasWeight = (weight: number | null): weight is number => weight !== null && Number.isFinite(weight) && weight >= 0

const stops = (code: WeightDoubt['code'], values: Doubt['values'] = {}): WeightDoubt => ({ code, stops: true, values })
