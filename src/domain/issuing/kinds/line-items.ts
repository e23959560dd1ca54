// So many of the line items reach a score: how many do, how many fall short, and whether those still open could change the answer.
import * as z from 'zod'
import type { Decision } from '../decision.ts'
import { type Evidence, hasMaximum, isMeant, lineItemsMeant, type Meant, rowsOf, titlesOf } from '../line-items-meant.ts'
import { reachesPercent } from '../scores.ts'
import type { Doubt, Kind } from './kind.ts'
import { percent, thresholdFaults, whyNotThreshold } from './percent.ts'
import { type Selection, selectedInWords, selectedWords, selection, selectionFaults, whyNotSelection } from './selection.ts'

export type LineItemsRule = { kind: 'line_items'; atLeast: number; of?: Selection | undefined; scoring: number }

const words = {
  rule: `At least {atLeast} of ${selectedWords} {atLeast, plural, one {reaches} other {reach}} {scoring}%`,
  decided: {
    line_items_reached: '{seen} of {count} line items reach {scoring}%; at least {needed} must',
    line_items_out_of_reach:
      '{seen} of {count} line items reach {scoring}% and {short} fall short; {needed} can no longer be reached',
    line_items_open: '{seen} of {count} line items reach {scoring}% so far; at least {needed} must. Still open: {missing}',
    line_items_too_few: 'The rule asks for {needed} line items, and there are only {count} that it means',
  },
  faults: {
    ...thresholdFaults,
    ...selectionFaults,
    rule_count_outside: 'The number of line items is a whole number of at least 1',
    rule_wants_more_than_named: 'More line items are asked for than are named',
  },
  doubts: {
    line_items_unknown:
      '{keys} {count, plural, one {is not among the line items and counts} other {are not among the line items and count}} as still open for everybody',
    line_items_too_few_there:
      'The condition asks for {needed} line items and means {count, plural, =0 {none} other {only #}}, so it cannot be told for anybody',
    line_items_without_maximum: 'No maximum score is recorded for {keys}, so a score there says nothing and stays open',
  },
} as const

export const lineItems: Kind<LineItemsRule, never, typeof words> = {
  words,
  schema: () => z.object({ kind: z.literal('line_items'), atLeast: z.number(), of: selection.optional(), scoring: percent }),
  asks: { atLeast: { asks: 'whole_number' }, scoring: { asks: 'percent' }, of: { asks: 'line_items' } },
  whyNot: (rule) => whyNotThreshold(rule.scoring) ?? whyNotSelection(rule.of) ?? whyNotCount(rule),
  doubts: (rule, lineItems) => {
    const meant = lineItems.filter((item) => isMeant(rule.of, item))
    const unknown = (rule.of?.keys ?? []).filter((key) => !lineItems.some((item) => item.key === key))
    const without = meant.filter(({ maximum }) => !hasMaximum(maximum)).map(({ key }) => key)
    const tooFew = meant.length + unknown.length < rule.atLeast
    const values = { needed: rule.atLeast, count: meant.length }
    return [
      ...(unknown.length > 0 ? [doubt('line_items_unknown', { keys: unknown, count: unknown.length })] : []),
      ...(tooFew ? [{ ...doubt('line_items_too_few_there', values), stops: true }] : []),
      ...(without.length > 0 ? [doubt('line_items_without_maximum', { keys: without })] : []),
    ]
  },
  decide: decideLineItems,
  inWords: ({ atLeast, scoring, of }) => ({ atLeast, scoring, ...selectedInWords(of) }),
}

const doubt = (code: keyof typeof words.doubts, values: Doubt['values']) => ({ code, stops: false, values })

/** Only keys tell how many there are; a category has as many line items as the offering gives it. */
function whyNotCount({ atLeast, of }: LineItemsRule) {
  if (!Number.isInteger(atLeast) || atLeast < 1) return 'rule_count_outside'
  const onlyKeys = of?.keys && !of.categories?.length
  return onlyKeys && atLeast > (of.keys?.length ?? 0) ? 'rule_wants_more_than_named' : undefined
}

function decideLineItems(rule: LineItemsRule, evidence: Evidence): Decision<keyof typeof words.decided> {
  const { meant, unknown } = lineItemsMeant(rule.of, evidence)
  const { reached, short, open } = sorted(meant, rule.scoring)
  const count = meant.length + unknown.length
  const values = { seen: reached.length, needed: rule.atLeast, count, short: short.length, scoring: rule.scoring }

  if (reached.length >= rule.atLeast) {
    return { verdict: 'qualifies', reason: { code: 'line_items_reached', values }, because: rowsOf(reached) }
  }
  // The offering has too few of them: that says something about the rule and nothing about the learner.
  if (count < rule.atLeast) return { verdict: 'cannot_tell', reason: { code: 'line_items_too_few', values }, because: [] }
  if (count - short.length < rule.atLeast) {
    return { verdict: 'does_not_qualify', reason: { code: 'line_items_out_of_reach', values }, because: rowsOf(short) }
  }
  const missing = [...titlesOf(open), ...unknown]
  return { verdict: 'cannot_tell', reason: { code: 'line_items_open', values: { ...values, missing } }, because: rowsOf(open) }
}

/** Open while it has no score, or one that cannot be scaled because its maximum is not recorded. */
function sorted(meant: readonly Meant[], scoring: number) {
  const [reached, short, open]: [Meant[], Meant[], Meant[]] = [[], [], []]
  for (const one of meant) {
    const { score, item } = one
    if (score === undefined || !hasMaximum(item.maximum)) open.push(one)
    else (reachesPercent(score, item.maximum, scoring) ? reached : short).push(one)
  }
  return { reached, short, open }
}
