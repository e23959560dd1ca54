// Pages of a list: newest first, continued by a cursor of (created, id).
import * as z from 'zod'

export const pageInput = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(100).optional(),
}

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
