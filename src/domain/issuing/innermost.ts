// On which conditions a decision rests, down to the innermost.
import type { Verdict } from './decision.ts'

/** As much of a decision as is needed; it may have come over the wire. */
type Decided<D> = { readonly verdict: Verdict; readonly parts?: readonly D[] | undefined }

/**
 * Of several parts those that share the verdict, since what the others say would not change it; and the one inside a "not",
 * whose verdict is the opposite. `at` is the way to the condition in the rule: `[1, 0]` is the first part of the second part.
 */
export function innermost<D extends Decided<D>>(
  decision: D,
  at: readonly number[] = [],
): { decision: D; at: readonly number[] }[] {
  if (!decision.parts) return [{ decision, at }]
  const inside = decision.parts.map((part, index) => ({ part, at: [...at, index] }))
  const decided = inside.filter(({ part }) => part.verdict === decision.verdict)
  return (decided.length > 0 ? decided : inside).flatMap(({ part, at }) => innermost(part, at))
}
