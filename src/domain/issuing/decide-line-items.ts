// n of m line items: how many reach a score, how many fall short, and whether those still open could change the answer.
import type { Decision, LearnerRecord } from './decision.ts'
import { atLeast, rational } from './exact.ts'
import { inPercent, lineItemsMeant, type Meant, rowsOf, scaled, titlesOf } from './line-items-meant.ts'
import type { RuleOf } from './rule.ts'

type Rule = RuleOf<'line_items'>

export function decideLineItems(rule: Rule, record: LearnerRecord): Decision {
  const { meant, unknown } = lineItemsMeant(rule.of, record)
  const reached = meant.filter((one) => reaches(one, rule.scoring) === true)
  const short = meant.filter((one) => reaches(one, rule.scoring) === false)
  const open = meant.filter((one) => reaches(one, rule.scoring) === undefined)
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

/** `undefined` while it has no score, or one that cannot be scaled because its maximum is not recorded. */
function reaches({ item, score }: Meant, scoring: number): boolean | undefined {
  const part = score === undefined ? undefined : scaled(score, item.maximum)
  return part && atLeast(inPercent(part), rational(scoring))
}
