// Sorted lists in pages: each goes on after the row with which the page before ended, by (column, id), so that no row is shown twice or left out.
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

type Asked<Key extends string> = Readonly<{
  /** `-column` from the largest on; nothing: newest first. */
  sort: Key | `-${Key}` | undefined
  /** What each column sorts by; never null, because nothing is larger or smaller than null. */
  columns: Readonly<Record<Key, RawBuilder<unknown>>>
  id: RawBuilder<unknown>
  after: string | undefined
  /** A subquery for what the row with the id `after` sorts by, and its id. */
  rowOf: (by: RawBuilder<unknown>, after: string) => Expression<unknown>
}>

/** For `orderBy`, and for `where` on every page but the first. */
export type Keyset = Readonly<{ order: RawBuilder<unknown>; beyond: RawBuilder<SqlBool> | undefined }>

export function keyset<Key extends string>({ sort, columns, id, after, rowOf }: Asked<Key>): Keyset {
  if (sort === undefined)
    return { order: sql`${id} desc`, beyond: after === undefined ? undefined : sql<SqlBool>`${id} < ${after}` }
  const descending = sort.startsWith('-')
  // the other form of a key is that key behind a minus
  const by = columns[(descending ? sort.slice(1) : sort) as Key]
  const [direction, further] = descending ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`]
  return {
    order: sql`${by} ${direction}, ${id} ${direction}`,
    beyond: after === undefined ? undefined : sql<SqlBool>`(${by}, ${id}) ${further} ${rowOf(by, after)}`,
  }
}
