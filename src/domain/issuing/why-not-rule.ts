// Why a rule makes no sense, though its shape is right: an empty list that everybody meets, more line items than were named, a threshold nobody can miss.
import { type CodeOf, kindOf, partsOfRule, wordsFor } from './kinds/kinds.ts'
import { deepest, type IssuingRule } from './rule.ts'

export type RuleFault = CodeOf<'faults'> | 'rule_too_deep'

/** Code → English sentence, for the message catalogues. */
export const ruleFaults: Readonly<Record<RuleFault, string>> = {
  ...wordsFor('faults'),
  rule_too_deep: 'Rules stand inside one another too deeply',
}

/** The first fault, from the top down; `undefined` when the rule makes sense. */
export const whyNotRule = (rule: IssuingRule): RuleFault | undefined => faultsOfRule(rule)[0]?.code

/** Every fault, with the way to the rule it is in: `[1, 0]` is the first part of the second part. */
export const faultsOfRule = (rule: IssuingRule): { at: number[]; code: RuleFault }[] => faultsAt(rule, [])

function faultsAt(rule: IssuingRule, at: number[]): { at: number[]; code: RuleFault }[] {
  if (at.length >= deepest) return [{ at, code: 'rule_too_deep' }]
  const own = kindOf(rule).whyNot(rule) as CodeOf<'faults'> | undefined // of its own words
  return [...(own ? [{ at, code: own }] : []), ...partsOfRule(rule).flatMap((part, index) => faultsAt(part, [...at, index]))]
}
