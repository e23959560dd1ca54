// What a kind of condition is: its shape, its form, its sense, its decision and all its words. One file each beside this one.
import type * as z from 'zod'
import type { Decision, DescribedLineItem, Values } from '../decision.ts'
import type { Evidence } from '../line-items-meant.ts'

/**
 * `Own` is a rule of this kind, `Rule` any rule that may stand in it, `Said` the English words. A kind that holds other rules
 * is told how to go on inside (`part`) and knows no other kind.
 */
export type Kind<Own, Rule, Said extends Words = Words> = Readonly<{
  schema(part: () => z.ZodType<Rule>): z.ZodType<Own>
  /** What the form for such a rule asks, in order: each member of the rule but its kind. */
  asks: { readonly [Member in Exclude<keyof Own, 'kind'>]-?: Question }
  /** The first reason why it makes no sense, whoever is enrolled; the parts are asked themselves. */
  whyNot: (rule: Own) => (keyof Said['faults'] & string) | undefined
  /** What is doubtful about it where these are the line items; the parts are asked themselves. */
  doubts: (rule: Own, lineItems: readonly DescribedLineItem[]) => readonly Doubt<keyof Said['doubts'] & string>[]
  decide(rule: Own, evidence: Evidence, part: (rule: Rule) => Decision): Decision<keyof Said['decided'] & string>
  /** The values of its own sentence. */
  inWords: (rule: Own) => Values
  words: Said
}>

/** `stops`: while it is so, the condition cannot be told for anybody there. `keys` among the values are those of line items. */
export type Doubt<Code extends string = string> = Readonly<{ code: Code; stops: boolean; values: Values }>

/** Code → ICU message in English; the catalogues mirror them. Lists arrive already joined, outcomes already translated. */
export type Words = Readonly<{
  /** The rule as a sentence. */
  rule: string
  decided: Readonly<Record<string, string>>
  faults: Readonly<Record<string, string>>
  doubts: Readonly<Record<string, string>>
}>

/** `line_items` is a `Selection`; `rules` and `rule` are where others stand. */
export type Question =
  | Readonly<{ asks: 'some_of' | 'one_of'; options: readonly string[] }>
  | Readonly<{ asks: 'percent' | 'whole_number' | 'line_items' | 'rules' | 'rule' }>
