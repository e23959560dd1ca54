// Pages of a list: newest first unless sorted, continued by the id of the last row; ids are in the order of their birth.
import * as z from 'zod'

export const pageInput = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(100).optional(),
}

/** What a list can be sorted by: `name` from the smallest on, `-name` from the largest. */
export const sortsOf = <const Key extends string>(keys: readonly Key[]): (Key | `-${Key}`)[] =>
  keys.flatMap((key) => [key, `-${key}` as const])

/** What a reader saw; the next save is on top of it. */
export const revision = z.coerce.number().int().min(0).max(2_147_483_646)

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().optional(), total: z.int().optional() })

export type Page<T> = { items: T[]; next?: string; total?: number }

/** Takes one row more than asked for, and tells from it whether there is a next page. */
export function page<T extends { id: string }>(rows: readonly T[], limit: number, total?: number): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    ...(rows.length > limit && last ? { next: last.id } : {}),
    ...(total === undefined ? {} : { total }),
  }
}
