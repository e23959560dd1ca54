// An issuing rule as a sentence: a tree of codes and values for the reader's language, with the English beside the codes.
import type { Values } from './decision.ts'
import type { IssuingRule, Selection } from './rule.ts'
import { partsOfRule } from './why-not-rule.ts'

/** Code → ICU message. `wanted`, `categories` and `keys` arrive as lists already joined, outcomes already translated. */
export const ruleWords = {
  rule_final_outcome: 'The final outcome is {wanted}',
  rule_weighted_average:
    'The weighted average of {selected, select, all {all line items} categories {the line items in {categories}} keys {{keys}} other {the line items in {categories}, and {keys},}} is at least {atLeast}%{missing, select, counts_as_zero {; what is missing counts as zero} left_out {; what is missing is left out} other {}}',
  rule_line_items:
    'At least {atLeast} of {selected, select, all {all line items} categories {the line items in {categories}} keys {{keys}} other {the line items in {categories}, and {keys},}} {atLeast, plural, one {reaches} other {reach}} {scoring}%',
  rule_all: 'All of these:',
  rule_any: 'At least one of these:',
  rule_not: 'Not this:',
} as const

export type RuleCode = keyof typeof ruleWords

export type RuleInWords = Readonly<{ code: RuleCode; values: Values; parts?: readonly RuleInWords[] }>

export function ruleInWords(rule: IssuingRule): RuleInWords {
  const parts = partsOfRule(rule).map(ruleInWords)
  return { code: `rule_${rule.kind}`, values: valuesOf(rule), ...(parts.length > 0 ? { parts } : {}) }
}

function valuesOf(rule: IssuingRule): Values {
  switch (rule.kind) {
    case 'final_outcome':
      return { wanted: rule.in }
    case 'weighted_average':
      return { atLeast: rule.atLeast, missing: rule.missing, ...selected(rule.of) }
    case 'line_items':
      return { atLeast: rule.atLeast, scoring: rule.scoring, ...selected(rule.of) }
    default:
      return {}
  }
}

/** Both lists are always there, because a sentence must find every value it names. */
function selected(of: Selection | undefined) {
  const { categories = [], keys = [] } = of ?? {}
  return { selected: of === undefined ? 'all' : namesOf(categories.length > 0, keys.length > 0), categories, keys }
}

const namesOf = (categories: boolean, keys: boolean) => (categories && keys ? 'both' : categories ? 'categories' : 'keys')
