// The kinds of condition that an issuing rule is made of, in the order in which they are offered.
import { type AllRule, all } from './all.ts'
import { type AnyRule, any } from './any.ts'
import { type FinalOutcomeRule, finalOutcome } from './final-outcome.ts'
import type { Kind, Question, Words } from './kind.ts'
import { type LineItemsRule, lineItems } from './line-items.ts'
import { type NotRule, not } from './not.ts'
import { type WeightedAverageRule, weightedAverage } from './weighted-average.ts'

export type AnyKindOfRule =
  | FinalOutcomeRule
  | WeightedAverageRule
  | LineItemsRule
  | AllRule<AnyKindOfRule>
  | AnyRule<AnyKindOfRule>
  | NotRule<AnyKindOfRule>

export const kinds = {
  final_outcome: finalOutcome,
  weighted_average: weightedAverage,
  line_items: lineItems,
  all: all<AnyKindOfRule>(),
  any: any<AnyKindOfRule>(),
  not: not<AnyKindOfRule>(),
} as const satisfies { [Name in KindName]: Kind<Extract<AnyKindOfRule, { kind: Name }>, AnyKindOfRule> }

export type KindName = AnyKindOfRule['kind']

export const kindNames = Object.keys(kinds) as KindName[] // the keys of a literal

/** What is known of the kind of this rule; only ever to be asked about rules of that kind. */
export const kindOf = ({ kind }: AnyKindOfRule) => kinds[kind] as unknown as Kind<AnyKindOfRule, AnyKindOfRule> // each row is of its own kind

/** The rules that stand in a rule, in order. */
export function partsOfRule(rule: AnyKindOfRule): readonly AnyKindOfRule[] {
  const members = rule as unknown as Readonly<Record<string, unknown>>
  return Object.entries<Question>(kindOf(rule).asks).flatMap(
    ([member, { asks }]) => (asks === 'rules' || asks === 'rule' ? (members[member] as AnyKindOfRule | AnyKindOfRule[]) : []), // what is asked for is there
  )
}

/** The codes that the kinds use for decisions, faults or doubts. */
export type CodeOf<What extends 'decided' | 'faults' | 'doubts'> = {
  [Name in KindName]: keyof (typeof kinds)[Name]['words'][What]
}[KindName]

/** Code → English ICU message, of all kinds together. */
export const wordsFor = <What extends 'decided' | 'faults' | 'doubts'>(what: What) =>
  Object.assign({}, ...kindNames.map((name): Words[What] => kinds[name].words[what])) as Readonly<Record<CodeOf<What>, string>> // gathered from all
