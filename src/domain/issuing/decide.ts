// Deciding: one enrolment against one issuing rule. Qualifies, does not, or cannot be told yet; every part is looked at and says why.
import type { Decision, LearnerRecord } from './decision.ts'
import { kindOf } from './kinds/kinds.ts'
import { evidenceIn } from './line-items-meant.ts'
import type { IssuingRule } from './rule.ts'

/**
 * Three-valued (Kleene): a missing result neither helps nor harms until nothing it could be would change the answer.
 * Pure, without short cuts, and the order of the results does not matter.
 */
export function decide(rule: IssuingRule, record: LearnerRecord): Decision {
  const evidence = evidenceIn(record)
  const part = (rule: IssuingRule): Decision => kindOf(rule).decide(rule, evidence, part)
  return part(rule)
}
