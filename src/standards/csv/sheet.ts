// The rows of one file at work: joins, derived columns, conditions, and the facts that come of them.
import type * as z from 'zod'
import type { Bound, Columns, Reads, Row, Say } from './evaluate.ts'
import { bind, bindText } from './evaluate.ts'
import type { Expression } from './expression.ts'
import type { Fact } from './facts.ts'
import type { Field } from './fields.ts'
import { fieldsOf } from './fields.ts'
import type { Find, Lookup } from './lookup.ts'
import { finder } from './lookup.ts'
import type { Condition, FileMapping, Join, Yield } from './mapping.ts'
import type { CsvRefusalCode } from './refusals.ts'
import { shortened } from './refusals.ts'
import type { ColumnRef } from './template.ts'

type Place = Readonly<{ file: string; line: number }>

/** The facts of a row are worth nothing once `say` was called. `cellOf` reads a column of the row, derived ones included. */
export type Sheet = (fields: readonly string[], place: Place, say: Say) => { facts: Fact[]; cellOf: (column: string) => string }

export type Surroundings = Readonly<{ header: readonly string[]; empty: readonly string[]; lookups: ReadonlyMap<string, Lookup> }>

export function bindSheet(mapping: FileMapping, { header, empty, lookups }: Surroundings): Sheet {
  const { joins = [], derived = {}, yields = [] } = mapping
  const slots = new Map(Object.keys(derived).map((name, at) => [name, header.length + at]))
  for (const [at, name] of header.entries()) if (!slots.has(name)) slots.set(name, at)
  const columns: Columns = {
    joins: joins.map(({ as }) => as),
    empty,
    cellOf: (ref) => (ref.of === undefined ? ownCell(slots.get(ref.column)) : joinedCell(ref, joins, lookups)),
  }
  const joiners = joins.map((join) => bindJoin(join, columns, lookups))
  const derivations = Object.values(derived).map((expression) => bindText(expression, columns))
  const makers = yields.map((one) => bindYield(one, columns))
  return (fields, place, say) => {
    const row: Row = { cells: [...fields], joined: [] }
    for (const joiner of joiners) row.joined.push(joiner(row, say))
    for (const derivation of derivations) row.cells.push(derivation(row, say))
    const facts = makers.map((make) => make(row, say, place)).filter((fact) => fact !== undefined)
    return { facts, cellOf: (column) => row.cells[slots.get(column) ?? -1]?.trim() ?? '' }
  }
}

const ownCell = (slot: number | undefined) => (slot === undefined ? undefined : (row: Row) => row.cells[slot] ?? '')

function joinedCell({ column, of }: ColumnRef, joins: readonly Join[], lookups: Surroundings['lookups']) {
  const nth = joins.findIndex(({ as }) => as === of)
  const slot = lookups.get(joins[nth]?.file ?? '')?.columns.indexOf(column) ?? -1
  return (row: Row) => row.joined[nth]?.[slot] ?? ''
}

function bindJoin(
  { as, file, on, whenMissing = 'refuse' }: Join,
  columns: Columns,
  lookups: Surroundings['lookups'],
): Reads<readonly string[] | undefined> {
  const key = Object.values(on).map((expression) => bind(expression, 'text', columns))
  const lookup = lookups.get(file)
  const find: Find = lookup ? finder(lookup, Object.keys(on)) : () => undefined
  const pointed = key.map(({ column }) => column).join(', ')
  return (row, say) => {
    const values = key.map(({ read }) => String(read(row, say) ?? ''))
    const found = find(values)
    if (!found && whenMissing === 'refuse') say('not_found_in_lookup', pointed, { as, seen: shortened(values.join(', ')) })
    return found
  }
}

type Maker = (row: Row, say: Say, place: Place) => Fact | undefined
type Filled = Field & Bound & Readonly<{ misfit: (value: unknown) => CsvRefusalCode | undefined }>

function bindYield({ fact, when = [], ...expressions }: Yield, columns: Columns): Maker {
  const fields = fieldsOf(fact).flatMap((field): Filled[] => {
    const expression = (expressions as Readonly<Record<string, Expression | undefined>>)[field.name]
    return expression === undefined
      ? []
      : [{ ...field, ...bind(expression, field.readsAs, columns), misfit: misfitOf(field.schema) }]
  })
  const holds = when.map((condition) => bindCondition(condition, columns))
  return (row, say, place) => {
    if (!holds.every((one) => one(row, say))) return undefined
    const made: Record<string, unknown> = fact === 'result' ? { fact, place, score: null } : { fact, place }
    let whole = true
    for (const field of fields) if (!fill(made, field, row, say)) whole = false
    // Each field was accepted by its own schema, and none that is needed is missing.
    return whole ? (made as Fact) : undefined
  }
}

function bindCondition({ value, in: among, notIn, present }: Condition, columns: Columns): Reads<boolean> {
  const read = bindText(value, columns)
  return (row, say) => {
    const text = read(row, say)
    return (among?.includes(text) ?? true) && !(notIn?.includes(text) ?? false) && (present ?? text !== '') === (text !== '')
  }
}

/** False when the field was refused. */
function fill(made: Record<string, unknown>, { name, needed, column, read, misfit }: Filled, row: Row, say: Say): boolean {
  let spoke = false
  const value = read(row, (...refusal) => {
    spoke = true
    return say(...refusal)
  })
  if (spoke) return false
  if (value === undefined) {
    if (needed) say('empty_value', column || name, { field: name })
    return !needed
  }
  const code = misfit(value)
  if (code) say(code, column || name, { seen: shortened(String(value)), field: name })
  else made[name] = value
  return code === undefined
}

const misfits: Readonly<Record<string, CsvRefusalCode>> = {
  'too_big string': 'value_too_long',
  'too_big number': 'number_out_of_range',
  'too_small number': 'number_out_of_range',
}

/** Lengths, ranges and closed lists are said by the fact's schema and nowhere else. Most values come again: they are asked once. */
function misfitOf(schema: z.ZodType): (value: unknown) => CsvRefusalCode | undefined {
  const accepted = new Set<unknown>()
  return (value) => {
    if (accepted.has(value)) return undefined
    const issue = schema.safeParse(value).error?.issues[0]
    if (issue) return misfits[`${issue.code} ${'origin' in issue ? issue.origin : ''}`] ?? 'value_not_allowed'
    // A longer text may be a window on the whole piece of file that it was cut from, and would keep that in memory.
    if (typeof value === 'string' && value.length > 12) return undefined
    if (accepted.size > 10_000) accepted.clear()
    accepted.add(value)
    return undefined
  }
}
