// Counting verdicts so that the counts add up: by offering, by micro-credential, by reason, and in all.
import type { Decision, Verdict } from './decision.ts'

export type Tally = { enrolments: number } & Record<Verdict, number>

export const emptyTally = (): Tally => ({ enrolments: 0, qualifies: 0, does_not_qualify: 0, cannot_tell: 0 })

export function count(tally: Tally, verdict: Verdict): void {
  tally.enrolments += 1
  tally[verdict] += 1
}

export const sumOf = (tallies: Iterable<Tally>): Tally => {
  const sum = emptyTally()
  for (const tally of tallies) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key] // the keys of a literal
  return sum
}

/** verdict and reason code → how often, most often first. */
export function reasonCounts(decisions: ReadonlyMap<string, number>): { verdict: Verdict; code: string; count: number }[] {
  return [...decisions]
    .map(([key, count]) => {
      const [verdict, code] = key.split(' ')
      return { verdict: verdict as Verdict, code: code ?? '', count } // written by reasonKey below
    })
    .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code))
}

export const reasonKey = ({ verdict, reason }: Decision) => `${verdict} ${reason.code}`
