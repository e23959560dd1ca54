// The issuing rule as data: what an enrolment must show before a credential is issued. Saved, versioned, sent over the wire and edited on screen.
import * as z from 'zod'
import type { Kind } from './kinds/kind.ts'
import { type AnyKindOfRule, type KindName, kindNames, kinds } from './kinds/kinds.ts'
import { largest } from './kinds/several.ts'

/** How deep rules may stand in rules: a leaf on its own is 1. */
export const deepest = 8

type OfAnyKind = z.ZodType<AnyKindOfRule, AnyKindOfRule>
type Schemas = readonly [z.ZodObject<{ kind: z.ZodLiteral<KindName> }>]

const anyKindOfRule: OfAnyKind = z.discriminatedUnion(
  'kind',
  // objects that say their kind, and between them every rule there is
  kindNames.map((name) => (kinds[name] as Kind<AnyKindOfRule, AnyKindOfRule>).schema(() => anyKindOfRule)) as unknown as Schemas,
) as z.ZodType as OfAnyKind

export type IssuingRule = z.output<typeof anyKindOfRule>

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
