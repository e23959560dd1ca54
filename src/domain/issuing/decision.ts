// The shapes around a decision: what is known of an enrolment, and the answer with its reason.
import { outcomeValues } from '#standards/csv/facts.ts'

export const verdicts = ['qualifies', 'does_not_qualify', 'cannot_tell'] as const
export type Verdict = (typeof verdicts)[number]

/** The final outcomes an enrolment can have, whatever the source calls them. */
export const finalOutcomes = outcomeValues
export type FinalOutcome = (typeof finalOutcomes)[number]

/** As an offering describes it, without who stored it where. */
export type DescribedLineItem = Readonly<{
  key: string
  title: string
  category: string
  /** In any unit; weights are compared with one another and need not sum to 100. `null` when the source says none. */
  weight: number | null
  /** The score that is full marks; `null` when the source says none. */
  maximum: number | null
}>

export type LineItem = Readonly<{ id: string }> & DescribedLineItem

/** `id` is the stored result row; a `score` of `null` was handed in without one. */
export type Result = Readonly<{ id: string; lineItem: string; score: number | null }>

/** All that a rule may look at. Results that were superseded are left out by the caller; of several, the best score counts. */
export type LearnerRecord = Readonly<{
  enrolment: string
  outcome?: Readonly<{ result: string; value: FinalOutcome; says: string }>
  lineItems: readonly LineItem[]
  results: readonly Result[]
}>

/** Lists are put together by the reader's language (`Intl.ListFormat`) before they enter the sentence. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>

/** `Code` is narrow where a kind of condition answers with its own codes; the parts may be of any kind. */
export type Decision<Code extends string = string> = Readonly<{
  verdict: Verdict
  reason: Readonly<{ code: Code; values: Values }>
  /** The result rows that decided; for `cannot_tell`, the rows that are there and leave it open. */
  because: readonly string[]
  parts?: readonly Decision[]
}>
