// What "all of these" and "one of these" have in common.
import type { Decision, Verdict } from '../decision.ts'

/** How many rules one rule may hold in all, itself included. */
export const largest = 100

export const listFaults = { rule_without_parts: 'A list of rules needs at least one rule' } as const

export const whyNotList = ({ rules }: { rules: readonly unknown[] }) => (rules.length === 0 ? 'rule_without_parts' : undefined)

export const firstOf = <V extends Verdict>(wanted: readonly V[], parts: readonly Decision[]): V | undefined =>
  wanted.find((verdict) => parts.some((part) => part.verdict === verdict))

export const counts = (parts: readonly Decision[]) => ({
  met: parts.filter((part) => part.verdict === 'qualifies').length,
  unmet: parts.filter((part) => part.verdict === 'does_not_qualify').length,
  open: parts.filter((part) => part.verdict === 'cannot_tell').length,
  count: parts.length,
})

/** A verdict rests on the parts that share it; what the others say would not change it. */
export const rowsOf = (parts: readonly Decision[], verdict: Verdict): string[] => [
  ...new Set(parts.filter((part) => part.verdict === verdict).flatMap((part) => part.because)),
]
