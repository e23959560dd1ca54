// The plan of a reading: in which order files are read so that each is looked up only after it was, and which columns are kept for that.
import type { Expression } from './expression.ts'
import { columnsOf } from './expression.ts'
import type { ProfileFlaw } from './flaws.ts'
import type { FileMapping } from './mapping.ts'
import type { ColumnRef } from './template.ts'

export type FilePlan = Readonly<{
  mapping: FileMapping
  joins: readonly string[]
  /** The file's own columns that are read from it, by this file's expressions or through another's join. */
  wanted: readonly ColumnRef[]
  /** The columns that other files read through a join, derived ones included. */
  kept: readonly string[]
  /** The sets of columns that other files look rows up by. */
  keys: readonly (readonly string[])[]
}>

/** Files that are looked up come before those that look; otherwise the order is the profile's. */
export function planOf(files: readonly FileMapping[]): FilePlan[] {
  return inOrder(files).map((mapping) => {
    const joins = joinNames(mapping)
    const keys = files.flatMap((other) => joinsTo(other, mapping.role).map((join) => Object.keys(join.on)))
    const kept = files.flatMap((other) => columnsThroughJoins(other, mapping.role))
    const own = allColumns(mapping).filter(({ of }) => of === undefined)
    const named: ColumnRef[] = keys.flat().map((column) => ({ column }))
    return {
      mapping,
      joins,
      keys,
      kept: unique(kept.map(({ column }) => column)),
      wanted: withoutDerived(mapping, [...own, ...kept, ...named]),
    }
  })
}

type Flaw = Readonly<{ path: (string | number)[]; rule: ProfileFlaw; values?: Readonly<Record<string, string>> }>

/** What is wrong with how the files refer to each other and to derived columns. */
export function whyNotPlan(files: readonly FileMapping[]): Flaw[] {
  const flaws = [...names(files), ...files.flatMap((mapping, at) => references(mapping, files, at))]
  return flaws.length === 0 && inOrder(files).length < files.length ? [{ path: [], rule: 'joins_in_a_circle' }] : flaws
}

const joinNames = ({ joins = [] }: FileMapping) => joins.map(({ as }) => as)
const joinsTo = ({ joins = [] }: FileMapping, role: string) => joins.filter(({ file }) => file === role)
const unique = <T>(values: readonly T[]) => [...new Set(values)]

/** Leaves out files that wait for each other. */
function inOrder(files: readonly FileMapping[]): FileMapping[] {
  const ready: FileMapping[] = []
  for (let waiting = [...files]; waiting.length > 0; ) {
    const next = waiting.find(({ joins = [] }) => joins.every(({ file }) => ready.some(({ role }) => role === file)))
    if (!next) break
    ready.push(next)
    waiting = waiting.filter((file) => file !== next)
  }
  return ready
}

/** In the order of evaluation: joins, then derived columns, then facts. */
const allExpressions = ({ joins = [], derived = {}, yields = [] }: FileMapping): Expression[] => [
  ...joins.flatMap(({ on }) => Object.values(on)),
  ...Object.values(derived),
  ...yields.flatMap(({ fact: _, when = [], ...fields }) => [...when.map(({ value }) => value), ...Object.values(fields)]),
]

const allColumns = (mapping: FileMapping): ColumnRef[] =>
  allExpressions(mapping).flatMap((expression) => columnsOf(expression, joinNames(mapping)))

function columnsThroughJoins(mapping: FileMapping, role: string): ColumnRef[] {
  const through = joinsTo(mapping, role).map(({ as }) => as)
  return allColumns(mapping).filter(({ of }) => of !== undefined && through.includes(of))
}

/** A column is optional only where every use of it says so. */
function withoutDerived({ derived = {} }: FileMapping, columns: readonly ColumnRef[]): ColumnRef[] {
  const read = columns.filter(({ column }) => !Object.hasOwn(derived, column))
  return unique(read.map(({ column }) => column)).map((column) => ({
    column,
    optional: read.every((ref) => ref.column !== column || ref.optional === true),
  }))
}

function names(files: readonly FileMapping[]): Flaw[] {
  const roles = files.map(({ role }) => role)
  return files.flatMap((mapping, at) => [
    ...(roles.indexOf(mapping.role) < at
      ? [{ path: [at, 'role'], rule: 'role_twice' as const, values: { role: mapping.role } }]
      : []),
    ...joinNames(mapping).flatMap((as, nth, all) =>
      all.indexOf(as) < nth ? [{ path: [at, 'joins', nth, 'as'], rule: 'join_twice' as const, values: { name: as } }] : [],
    ),
  ])
}

function references(mapping: FileMapping, files: readonly FileMapping[], at: number): Flaw[] {
  const { joins = [], derived = {} } = mapping
  const flaws: Flaw[] = []
  const known = new Set<string>()
  const look = (expression: Expression, path: (string | number)[]) => {
    for (const { column, of } of columnsOf(expression, joinNames(mapping))) {
      if (of !== undefined && !known.has(of)) flaws.push({ path, rule: 'read_before_joined', values: { name: of } })
      if (of === undefined && Object.hasOwn(derived, column) && !known.has(`=${column}`))
        flaws.push({ path, rule: 'read_before_derived', values: { column } })
    }
  }
  for (const [nth, join] of joins.entries()) {
    if (!files.some(({ role }) => role === join.file))
      flaws.push({ path: [at, 'joins', nth, 'file'], rule: 'no_such_role', values: { role: join.file } })
    for (const [column, value] of Object.entries(join.on)) look(value, [at, 'joins', nth, 'on', column])
    known.add(join.as)
  }
  for (const [column, value] of Object.entries(derived)) {
    look(value, [at, 'derived', column])
    known.add(`=${column}`)
  }
  for (const expression of allExpressions({ ...mapping, joins: [], derived: {} })) look(expression, [at, 'yields'])
  return flaws
}
