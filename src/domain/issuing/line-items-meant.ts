// Which line items a rule means, each with the one score that counts.

import type { LearnerRecord, LineItem, Result } from './decision.ts'
import { dividedBy, type Rational, rational, times } from './exact.ts'
import type { Selection } from './rule.ts'

/** `score` is there when the line item has been scored; `result` also when a row came without a score. */
export type Meant = Readonly<{ item: LineItem; result?: Result; score?: number }>

/** In the record's order of line items, so that the order of results cannot matter. `unknown`: keys the rule names and the record lacks. */
export function lineItemsMeant(of: Selection | undefined, record: LearnerRecord): { meant: Meant[]; unknown: string[] } {
  const best = bestResults(record.results)
  const meant = record.lineItems.filter((item) => isMeant(of, item)).map((item) => withResult(item, best.get(item.id)))
  const present = new Set(record.lineItems.map(({ key }) => key))
  return { meant, unknown: (of?.keys ?? []).filter((key) => !present.has(key)) }
}

/** As a part of full marks, 1 being all of them; `undefined` when it is not known what full marks are. Extra marks count. */
export function scaled(score: number, maximum: number | null): Rational | undefined {
  if (maximum === null || !Number.isFinite(maximum) || maximum <= 0) return undefined
  return dividedBy(rational(score), rational(maximum))
}

export const inPercent = (part: Rational): Rational => times(part, { of: 100n, over: 1n })

const isMeant = (of: Selection | undefined, { category, key }: LineItem) =>
  of === undefined || Boolean(of.categories?.includes(category) || of.keys?.includes(key))

function bestResults(results: readonly Result[]): Map<string, Result> {
  const best = new Map<string, Result>()
  for (const result of results) {
    const other = best.get(result.lineItem)
    if (!other || isBetter(result, other)) best.set(result.lineItem, result)
  }
  return best
}

/** Equal scores go to the earlier id, so that the same row is cited whatever the order. */
function isBetter(one: Result, other: Result): boolean {
  const difference = rank(one) - rank(other)
  return difference === 0 || Number.isNaN(difference) ? one.id < other.id : difference > 0
}

const rank = ({ score }: Result) => scoreOf(score) ?? Number.NEGATIVE_INFINITY

const scoreOf = (score: number | null) => (score !== null && Number.isFinite(score) ? score : undefined)

function withResult(item: LineItem, result: Result | undefined): Meant {
  const score = result && scoreOf(result.score)
  return { item, ...(result ? { result } : {}), ...(score === undefined ? {} : { score }) }
}

export const titlesOf = (meant: readonly Meant[]): string[] => meant.map(({ item }) => item.title)

export const rowsOf = (meant: readonly Meant[]): string[] => meant.flatMap(({ result }) => (result ? [result.id] : []))
