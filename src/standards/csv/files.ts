// Which of the files given is which of the profile's.
import type { FilePlan } from './plan.ts'
import type { RowRefusal } from './refusals.ts'

type Named = Readonly<{ name: string }>

export type Matched<F extends Named> = Readonly<{ filesOf: ReadonlyMap<string, readonly F[]>; refusals: readonly RowRefusal[] }>

/** Only the last part of a path is looked at. Several files of one role are read in the order of their names. */
export function matchFiles<F extends Named>(
  plans: readonly FilePlan[],
  ignore: readonly string[],
  files: readonly F[],
): Matched<F> {
  const refusals: RowRefusal[] = []
  const filesOf = new Map<string, F[]>()
  const seen = new Set<string>()
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const roles = plans.filter(({ mapping }) => fits(mapping.names, file.name)).map(({ mapping }) => mapping.role)
    const [role] = roles
    if (seen.has(file.name)) refusals.push({ file: file.name, code: 'file_name_twice', values: {} })
    else if (role === undefined) {
      if (!fits(ignore, file.name)) refusals.push({ file: file.name, code: 'unknown_file', values: {} })
    } else if (roles.length > 1) refusals.push({ file: file.name, code: 'ambiguous_file', values: { roles } })
    else filesOf.set(role, [...(filesOf.get(role) ?? []), file])
    seen.add(file.name)
  }
  for (const { mapping } of plans)
    if (mapping.required !== false && !filesOf.has(mapping.role))
      refusals.push({ file: mapping.names[0] ?? '', code: 'missing_file', values: { role: mapping.role, names: mapping.names } })
  return { filesOf, refusals }
}

function fits(patterns: readonly string[], name: string): boolean {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return patterns.some((pattern) => glob(pattern).test(last))
}

const glob = (pattern: string) =>
  new RegExp(
    `^${pattern
      .replaceAll(/[\\^$.+()[\]{}|]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'is',
  )
