// Counting verdicts so that the counts add up: by offering, by micro-credential, and in all; and counting on which conditions they rest.
import { type Decision, type Verdict, verdicts } from './decision.ts'
import { innermost } from './innermost.ts'

export type Tally = { enrolments: number } & Record<Verdict, number>

export const emptyTally = (): Tally => ({ enrolments: 0, ...noneOfEach() })

export function count(tally: Tally, verdict: Verdict): void {
  tally.enrolments += 1
  tally[verdict] += 1
}

export const sumOf = (tallies: Iterable<Tally>): Tally => {
  const sum = emptyTally()
  for (const tally of tallies) for (const key of ['enrolments', ...verdicts] as const) sum[key] += tally[key]
  return sum
}

/** `at` is the way to the condition in the rule: `[1, 0]` is the first part of the second part. */
export type Ground = Readonly<{ code: string; at: readonly number[] }>

export const groundsOf = (decision: Decision): Ground[] =>
  innermost(decision).map(({ decision: { reason }, at }) => ({ code: reason.code, at }))

/** Each condition counts an enrolment once; one that rests on several counts in each of them, and in `underSeveral`. */
export type Reasons = Readonly<{
  found: Map<string, Ground & { verdict: Verdict; count: number }>
  underSeveral: Record<Verdict, number>
}>

export const noReasons = (): Reasons => ({ found: new Map(), underSeveral: noneOfEach() })

export function countReasons({ found, underSeveral }: Reasons, decision: Decision): void {
  const grounds = groundsOf(decision)
  if (grounds.length > 1) underSeveral[decision.verdict] += 1
  for (const ground of grounds) {
    const key = `${decision.verdict} ${ground.code} ${ground.at}`
    const known = found.get(key)
    if (known) known.count += 1
    else found.set(key, { ...ground, verdict: decision.verdict, count: 1 })
  }
}

/** Most often first; the way to the condition is left out where the rule is one condition. */
export const reasonCounts = ({ found }: Reasons) =>
  [...found.values()]
    .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code) || `${a.at}`.localeCompare(`${b.at}`))
    .map(({ verdict, code, at, count }) => ({ verdict, code, ...(at.length > 0 ? { at: [...at] } : {}), count }))

export const restsOn = (decision: Decision, { code, at }: Ground): boolean =>
  groundsOf(decision).some((ground) => ground.code === code && `${ground.at}` === `${at}`)

const noneOfEach = () => Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number> // one for each
