// Why a rule makes no sense, though its shape is right: an empty list that everybody meets, more line items than were named, a threshold nobody can miss.
import { deepest, type IssuingRule, type RuleOf, type Selection } from './rule.ts'

/** Code → English sentence, for the message catalogues. */
export const ruleFaults = {
  rule_names_no_outcome: 'Choose at least one final outcome',
  rule_names_every_outcome: 'Every final outcome is chosen, so the rule says nothing',
  rule_threshold_outside: 'A threshold lies above 0 and is at most 100 per cent',
  rule_count_outside: 'The number of line items is a whole number of at least 1',
  rule_wants_more_than_named: 'More line items are asked for than are named',
  rule_selects_nothing: 'The selection of line items is empty; leave it out to mean all of them',
  rule_repeats_itself: 'The same name or outcome stands there twice',
  rule_without_parts: 'A list of rules needs at least one rule',
  rule_too_deep: 'Rules stand inside one another too deeply',
} as const

export type RuleFault = keyof typeof ruleFaults

/** The first fault, from the top down; `undefined` when the rule makes sense. */
export const whyNotRule = (rule: IssuingRule): RuleFault | undefined => faultsOfRule(rule)[0]?.code

/** Every fault, with the way to the rule it is in: `[1, 0]` is the first part of the second part. */
export const faultsOfRule = (rule: IssuingRule): { at: number[]; code: RuleFault }[] => faultsAt(rule, [])

function faultsAt(rule: IssuingRule, at: number[]): { at: number[]; code: RuleFault }[] {
  if (at.length >= deepest) return [{ at, code: 'rule_too_deep' }]
  const own = whyNot(rule)
  return [...(own ? [{ at, code: own }] : []), ...partsOfRule(rule).flatMap((part, index) => faultsAt(part, [...at, index]))]
}

/** The rules that stand in a rule, in order. */
export function partsOfRule(rule: IssuingRule): readonly IssuingRule[] {
  if (rule.kind === 'not') return [rule.rule]
  return rule.kind === 'all' || rule.kind === 'any' ? rule.rules : []
}

function whyNot(rule: IssuingRule): RuleFault | undefined {
  switch (rule.kind) {
    case 'final_outcome':
      return whyNotOutcomes(rule.in)
    case 'weighted_average':
      return whyNotThreshold(rule.atLeast) ?? whyNotSelection(rule.of)
    case 'line_items':
      return whyNotThreshold(rule.scoring) ?? whyNotSelection(rule.of) ?? whyNotCount(rule)
    case 'all':
    case 'any':
      return rule.rules.length === 0 ? 'rule_without_parts' : undefined
    case 'not':
      return undefined
  }
}

function whyNotOutcomes(outcomes: RuleOf<'final_outcome'>['in']): RuleFault | undefined {
  if (outcomes.length === 0) return 'rule_names_no_outcome'
  if (repeats(outcomes)) return 'rule_repeats_itself'
  return outcomes.length === 5 ? 'rule_names_every_outcome' : undefined
}

const whyNotThreshold = (percent: number): RuleFault | undefined =>
  percent > 0 && percent <= 100 ? undefined : 'rule_threshold_outside'

function whyNotSelection(of: Selection | undefined): RuleFault | undefined {
  if (of === undefined) return undefined
  const { categories = [], keys = [] } = of
  if (categories.length + keys.length === 0) return 'rule_selects_nothing'
  return repeats(categories) || repeats(keys) ? 'rule_repeats_itself' : undefined
}

/** Only keys tell how many there are; a category has as many line items as the offering gives it. */
function whyNotCount({ atLeast, of }: RuleOf<'line_items'>): RuleFault | undefined {
  if (!Number.isInteger(atLeast) || atLeast < 1) return 'rule_count_outside'
  const onlyKeys = of?.keys && !of.categories?.length
  return onlyKeys && atLeast > (of.keys?.length ?? 0) ? 'rule_wants_more_than_named' : undefined
}

const repeats = (names: readonly string[]) => new Set(names).size < names.length
