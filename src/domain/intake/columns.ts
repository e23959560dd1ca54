// Which columns of a file the fields of its facts are made from: to point at them in refusals, and to keep names out of those.
import { columnsOf, type Expression } from '#standards/csv/expression.ts'
import { matchFiles } from '#standards/csv/files.ts'
import type { FileMapping } from '#standards/csv/mapping.ts'
import { planOf } from '#standards/csv/plan.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import type { RowRefusal } from '#standards/csv/refusals.ts'
import { type ColumnRef, shownColumn } from '#standards/csv/template.ts'

/** The role of a file by its name; undefined where the profile knows none, or more than one. */
export const roleOf = (profile: MappingProfile, name: string): string | undefined =>
  [...matchFiles(planOf(profile.files), profile.ignore ?? [], [{ name }]).filesOf.keys()][0]

/** file → kind of fact → field → the columns it is made from, as a person would point at them. */
export type FieldColumns = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

export function fieldColumns(profile: MappingProfile, names: readonly string[]): FieldColumns {
  return Object.fromEntries(
    names.map((name) => {
      const mapping = profile.files.find(({ role }) => role === roleOf(profile, name))
      return [name, mapping ? ofMapping(mapping) : {}]
    }),
  )
}

/** What a refusal may show: never a name or an e-mail. */
export function withoutNames(personal: ReadonlySet<string> | undefined, refusal: RowRefusal): RowRefusal {
  if (!refusal.column?.split(', ').some((column) => personal?.has(column))) return refusal
  const { seen: _, ...values } = refusal.values
  return { ...refusal, values }
}

/** role → its columns from which learners' names and e-mails are made. */
export function personalColumns({ files }: MappingProfile): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map(files.map(({ role }) => [role, new Set<string>()]))
  const note = (mapping: FileMapping, ref: ColumnRef) => {
    found.get(mapping.role)?.add(shownColumn(ref))
    const join = mapping.joins?.find(({ as }) => as === ref.of)
    const other = files.find(({ role }) => role === join?.file)
    if (other) note(other, { column: ref.column })
    for (const inner of derivedFrom(mapping, ref)) note(mapping, inner)
  }
  for (const mapping of files)
    for (const one of mapping.yields ?? [])
      if (one.fact === 'learner')
        for (const expression of [one.name, one.email])
          if (expression !== undefined) for (const ref of refsOf(mapping, expression)) note(mapping, ref)
  return found
}

const refsOf = (mapping: FileMapping, expression: Expression) =>
  columnsOf(
    expression,
    (mapping.joins ?? []).map(({ as }) => as),
  )

/** A derived column may use those above it, never itself. */
function derivedFrom(mapping: FileMapping, { column, of }: ColumnRef): readonly ColumnRef[] {
  const expression = of === undefined ? mapping.derived?.[column] : undefined
  return expression === undefined ? [] : refsOf(mapping, expression)
}

function ofMapping(mapping: FileMapping) {
  const kinds: Record<string, Record<string, string>> = {}
  for (const { fact, when: _, ...fields } of mapping.yields ?? []) {
    const columns = Object.entries(fields).map(([field, expression]) => [field, readFrom(mapping, expression)])
    kinds[fact] = { ...Object.fromEntries(columns), ...kinds[fact] }
  }
  return kinds
}

function readFrom(mapping: FileMapping, expression: Expression): string {
  const real = (ref: ColumnRef): readonly ColumnRef[] => {
    const inner = derivedFrom(mapping, ref)
    return inner.length === 0 ? [ref] : inner.flatMap(real)
  }
  return [...new Set(refsOf(mapping, expression).flatMap(real).map(shownColumn))].join(', ')
}
