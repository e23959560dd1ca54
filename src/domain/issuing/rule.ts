// The issuing rule as data: what an enrolment must show before a credential is issued. Saved, versioned, sent over the wire and edited on screen.
import * as z from 'zod'
import { rational, timesPowerOfTen } from './exact.ts'

/** How deep rules may stand in rules: a leaf on its own is 1. */
export const deepest = 8

/** How many rules one rule may hold in all, itself included. */
export const largest = 100

/** The final outcomes an enrolment can have, whatever the source calls them. */
export const finalOutcomes = ['passed', 'passed_with_distinction', 'failed', 'withdrawn', 'pending'] as const

/** What becomes of a line item that has no score yet. */
export const missingResults = ['cannot_tell', 'counts_as_zero', 'left_out'] as const

const listOfNames = z.array(z.string().min(1).max(200)).max(100)

/** Which line items count: those in one of the categories, and those with one of the keys. Left out: all of them. */
const selection = z.object({ categories: listOfNames.optional(), keys: listOfNames.optional() })

/** Per cent, to the hundredth, so that what a person reads is exactly what is compared. */
const percent = z.number().refine((value) => timesPowerOfTen(rational(value), 2).over === 1n, { error: 'at most two decimals' })

const finalOutcomeRule = z.object({ kind: z.literal('final_outcome'), in: z.array(z.enum(finalOutcomes)).max(5) })

const weightedAverageRule = z.object({
  kind: z.literal('weighted_average'),
  atLeast: percent,
  of: selection.optional(),
  missing: z.enum(missingResults),
})

const lineItemsRule = z.object({
  kind: z.literal('line_items'),
  atLeast: z.number(),
  of: selection.optional(),
  scoring: percent,
})

const allRule = z.object({
  kind: z.literal('all'),
  get rules() {
    return z.array(anyKindOfRule).max(largest)
  },
})

const anyRule = z.object({
  kind: z.literal('any'),
  get rules() {
    return z.array(anyKindOfRule).max(largest)
  },
})

const notRule = z.object({
  kind: z.literal('not'),
  get rule() {
    return anyKindOfRule
  },
})

const anyKindOfRule = z.discriminatedUnion('kind', [
  finalOutcomeRule,
  weightedAverageRule,
  lineItemsRule,
  allRule,
  anyRule,
  notRule,
])

export type IssuingRule = z.output<typeof anyKindOfRule>
export type RuleOf<Kind extends IssuingRule['kind']> = Extract<IssuingRule, { kind: Kind }>
export type Selection = z.output<typeof selection>
export type FinalOutcome = (typeof finalOutcomes)[number]

/** The shape of a rule. Whether it makes sense is another question: `whyNotRule`. */
export const issuingRule = z.preprocess((value, ctx) => {
  if (!tooLarge(value)) return value
  ctx.issues.push({ code: 'custom', message: `at most ${deepest} rules deep and ${largest} in all`, input: value })
  return z.NEVER
}, anyKindOfRule)

/** Measured level by level, before anything walks the rule by recursion: a hostile document may be deeper than the stack. */
function tooLarge(rule: unknown): boolean {
  let level = [rule]
  let count = 0
  for (let depth = 1; level.length > 0; depth++) {
    count += level.length
    if (depth > deepest || count > largest) return true
    level = level.flatMap(partsOf)
  }
  return false
}

function partsOf(rule: unknown): unknown[] {
  if (typeof rule !== 'object' || rule === null) return []
  return [
    ...('rules' in rule && Array.isArray(rule.rules) ? rule.rules : []),
    ...('rule' in rule && rule.rule !== undefined ? [rule.rule] : []),
  ]
}
