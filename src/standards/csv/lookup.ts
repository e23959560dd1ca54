// Rows kept of one file so that the rows of later files can find them: packed, counted and bounded.
import type { FilePlan } from './plan.ts'

/** In rows, and in UTF-16 code units kept. */
export const lookupBounds = { rows: 1_000_000, size: 64 * 1024 * 1024 } as const

export type Lookup = {
  readonly columns: readonly string[]
  readonly indexes: ReadonlyMap<string, Index>
  rows: number
  size: number
  /** `broken` once the file, or a part of it, could not be read: what is not found in it may yet exist. */
  state: 'whole' | 'absent' | 'broken'
}

type Index = Readonly<{ columns: readonly string[]; rows: Map<string, string> }>

export function emptyLookup({ kept, keys }: Pick<FilePlan, 'kept' | 'keys'>): Lookup {
  const indexes = new Map(keys.map((columns) => [indexName(columns), { columns, rows: new Map<string, string>() }]))
  return { columns: kept, indexes, rows: 0, size: 0, state: 'whole' }
}

export const indexName = (columns: readonly string[]) => JSON.stringify(columns)

/** A cell never holds NUL (the reader refuses it), so it can stand between cells; packing also frees the text that cells were cut from. */
const pack = (cells: readonly string[]) => ['', ...cells].join('\0')
const unpack = (packed: string) => packed.slice(1).split('\0')

/** Keeps a row, and says why not. */
export function keep(lookup: Lookup, cellOf: (column: string) => string): 'lookup_key_twice' | 'lookup_too_large' | undefined {
  const packed = pack(lookup.columns.map(cellOf))
  const entries = [...lookup.indexes.values()].map(({ columns, rows }) => ({ rows, key: pack(columns.map(cellOf)) }))
  if (entries.some(({ rows, key }) => (rows.get(key) ?? packed) !== packed)) return 'lookup_key_twice'
  lookup.rows += 1
  lookup.size += entries.reduce((size, { key }) => size + key.length, packed.length)
  if (lookup.rows > lookupBounds.rows || lookup.size > lookupBounds.size) return 'lookup_too_large'
  for (const { rows, key } of entries) rows.set(key, packed)
  return undefined
}

export type Find = (key: readonly string[]) => readonly string[] | undefined

/** Finds the kept cells of the row with this key. Neighbouring rows often ask for the same one. */
export function finder(lookup: Lookup, columns: readonly string[]): Find {
  const rows = lookup.indexes.get(indexName(columns))?.rows
  let lastKey: string | undefined
  let last: readonly string[] | undefined
  return (key) => {
    const packedKey = key.length === 1 ? `\0${key[0]}` : pack(key)
    if (packedKey === lastKey) return last
    const packed = rows?.get(packedKey)
    lastKey = packedKey
    last = packed === undefined ? undefined : unpack(packed)
    return last
  }
}
