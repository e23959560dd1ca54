// Which line items a rule means, each with the one score that counts.
import type { DescribedLineItem, LearnerRecord, LineItem, Result } from './decision.ts'
import type { Selection } from './kinds/selection.ts'

/** `score` is there when the line item has been scored; `result` also when a row came without a score. */
export type Meant = Readonly<{ item: LineItem; result: Result | undefined; score: number | undefined }>

/** What a condition looks at: the record with each line item beside its best result, put together at most once for a whole rule. */
export type Evidence = Readonly<{ outcome: LearnerRecord['outcome']; lineItems: () => readonly Meant[] }>

export function evidenceIn({ outcome, lineItems, results }: LearnerRecord): Evidence {
  let meant: readonly Meant[] | undefined
  return {
    outcome,
    lineItems: () => {
      meant ??= withBest(lineItems, results)
      return meant
    },
  }
}

/** In the record's order of line items, so that the order of results cannot matter. `unknown`: keys the rule names and the record lacks. */
export function lineItemsMeant(
  of: Selection | undefined,
  { lineItems }: Evidence,
): { meant: readonly Meant[]; unknown: string[] } {
  const all = lineItems()
  if (of === undefined) return { meant: all, unknown: [] }
  const { keys = [] } = of
  return {
    meant: all.filter(({ item }) => isMeant(of, item)),
    unknown: keys.filter((key) => !all.some(({ item }) => item.key === key)),
  }
}

export const isMeant = (of: Selection | undefined, { category, key }: DescribedLineItem): boolean =>
  of === undefined || Boolean(of.categories?.includes(category) || of.keys?.includes(key))

/** Whether a score can be compared with full marks at all. */
export const hasMaximum = (maximum: number | null): maximum is number =>
  maximum !== null && Number.isFinite(maximum) && maximum > 0

export const titlesOf = (meant: readonly Meant[]): string[] => meant.map(({ item }) => item.title)

export function rowsOf(meant: readonly Meant[]): string[] {
  const rows: string[] = []
  for (const { result } of meant) if (result) rows.push(result.id)
  return rows
}

function withBest(lineItems: readonly LineItem[], results: readonly Result[]): Meant[] {
  const best = new Map<string, Result>()
  for (const result of results) {
    const other = best.get(result.lineItem)
    if (!other || isBetter(result, other)) best.set(result.lineItem, result)
  }
  return lineItems.map((item) => {
    const result = best.get(item.id)
    return { item, result, score: result && scoreOf(result.score) }
  })
}

/** Equal scores go to the earlier id, so that the same row is cited whatever the order. */
function isBetter(one: Result, other: Result): boolean {
  const [a, b] = [rank(one), rank(other)]
  return a === b ? one.id < other.id : a > b
}

const rank = ({ score }: Result) => scoreOf(score) ?? Number.NEGATIVE_INFINITY

const scoreOf = (score: number | null) => (score !== null && Number.isFinite(score) ? score : undefined)
