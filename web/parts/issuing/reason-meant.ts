// The reason that an address asks for: `average_short` of the whole rule, `average_short.1.0` of a condition in it.

import type { Simulation } from '#domain/issuing/issuing.api.ts'
import { partsOfRule } from '#domain/issuing/kinds/kinds.ts'
import type { IssuingRule } from '#domain/issuing/rule.ts'

export type Reason = Simulation['reasons'][number]

export const reasonKey = ({ code, at = [] }: Pick<Reason, 'code' | 'at'>): string => [code, ...at].join('.')

/** Nothing where the address says nothing that could be a reason. */
export function reasonAsked(key: string | null): { code: string; at: number[] } | undefined {
  const [code = '', ...at] = (key ?? '').split('.')
  return /^\w{1,100}$/.test(code) && at.length <= 8 && at.every((part) => /^\d{1,2}$/.test(part))
    ? { code, at: at.map(Number) }
    : undefined
}

/** The condition there, and whether it must be so or must not. */
export function conditionAt(
  rule: IssuingRule,
  at: readonly number[],
  must = true,
): { rule: IssuingRule; must: boolean } | undefined {
  const [index, ...rest] = at
  if (index === undefined) return { rule, must }
  const part = partsOfRule(rule)[index]
  return part && conditionAt(part, rest, rule.kind === 'not' ? !must : must)
}
