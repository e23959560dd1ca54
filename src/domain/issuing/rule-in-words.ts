// An issuing rule as a sentence: a tree of codes and values for the reader's language, with the English beside the codes.
import type { Values } from './decision.ts'
import { type KindName, kindNames, kindOf, kinds, partsOfRule } from './kinds/kinds.ts'
import type { IssuingRule } from './rule.ts'

export type RuleCode = `rule_${KindName}`

/** Code → ICU message. `wanted`, `categories` and `keys` arrive as lists already joined, outcomes already translated. */
export const ruleWords = Object.fromEntries(kindNames.map((name) => [`rule_${name}`, kinds[name].words.rule])) as Readonly<
  Record<RuleCode, string> // one for each kind
>

export type RuleInWords = Readonly<{ code: RuleCode; values: Values; parts?: readonly RuleInWords[] }>

export function ruleInWords(rule: IssuingRule): RuleInWords {
  const parts = partsOfRule(rule).map(ruleInWords)
  return { code: `rule_${rule.kind}`, values: kindOf(rule).inWords(rule), ...(parts.length > 0 ? { parts } : {}) }
}
