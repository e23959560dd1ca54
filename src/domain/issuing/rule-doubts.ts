// What is doubtful about a rule where it will be applied: weights that are missing or sum to something odd, line items that are not everywhere.
import type { DescribedLineItem, Values } from './decision.ts'
import { type CodeOf, kindOf, partsOfRule, wordsFor } from './kinds/kinds.ts'
import type { IssuingRule } from './rule.ts'

export type DoubtCode = CodeOf<'doubts'>

/** Code → ICU message in English, said of the offerings that are named beside it. `keys` are those of line items, already joined. */
export const doubtWords = wordsFor('doubts')

/** `at` is the way to the condition in the rule; `stops` where it cannot be told for anybody; `offerings` are the keys of those it is true of. */
export type RuleDoubt = { at: number[]; code: DoubtCode; stops: boolean; values: Values; offerings: string[] }

/** Runs that have the same line items may stand together. */
export type LineItemsOf = Readonly<{ offerings: readonly string[]; lineItems: readonly DescribedLineItem[] }>

/** What stops first, then as the conditions stand in the rule; one for all offerings of which the same is true. */
export function doubtsAbout(rule: IssuingRule, known: readonly LineItemsOf[]): RuleDoubt[] {
  const doubts = new Map<string, RuleDoubt>()
  for (const { offerings, lineItems } of known)
    for (const doubt of doubtsAt(rule, lineItems, [])) {
      const same = JSON.stringify(doubt)
      const before = doubts.get(same)
      if (before) before.offerings.push(...offerings)
      else doubts.set(same, { ...doubt, offerings: [...offerings] })
    }
  return [...doubts.values()].sort((a, b) => Number(b.stops) - Number(a.stops))
}

function doubtsAt(rule: IssuingRule, lineItems: readonly DescribedLineItem[], at: number[]): Omit<RuleDoubt, 'offerings'>[] {
  const own = kindOf(rule)
    .doubts(rule, lineItems)
    .map(({ code, ...rest }) => ({ at, code: code as DoubtCode, ...rest })) // of its own words
  return [...own, ...partsOfRule(rule).flatMap((part, index) => doubtsAt(part, lineItems, [...at, index]))]
}
