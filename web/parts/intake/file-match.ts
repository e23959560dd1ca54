// Which of the profile's files have been given, before anything is sent: by their names alone.
import { matchFiles } from '#standards/csv/files.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'

export type Role = Readonly<{ role: string; names: readonly string[]; required: boolean; given: readonly string[] }>

export type FileMatch = Readonly<{
  roles: readonly Role[]
  /** Of the files named: those that the profile knows. */
  known: readonly string[]
  /** Those that it does not know, with why not. */
  unknown: readonly Readonly<{ name: string; code: 'unknown_file' | 'ambiguous_file' }>[]
  /** May lie beside the others, and stays out. */
  ignored: readonly string[]
  complete: boolean
}>

export function matchNames(
  { files, ignore = [] }: Pick<MappingProfile, 'files' | 'ignore'>,
  names: readonly string[],
): FileMatch {
  // only its mapping is looked at when names are matched
  const plans = files.map((mapping) => ({ mapping, joins: [], wanted: [], kept: [], keys: [] }))
  const given = [...new Set(names)].map((name) => ({ name }))
  const { filesOf, refusals } = matchFiles(plans, ignore, given)
  const known = [...filesOf.values()].flat().map(({ name }) => name)
  const unknown = refusals.flatMap(({ file, code }) =>
    code === 'unknown_file' || code === 'ambiguous_file' ? [{ name: file, code }] : [],
  )
  const out = new Set([...known, ...unknown.map(({ name }) => name)])
  return {
    roles: files.map(({ role, names, required = true }) => ({
      role,
      names,
      required,
      given: (filesOf.get(role) ?? []).map(({ name }) => name),
    })),
    known,
    unknown,
    ignored: given.map(({ name }) => name).filter((name) => !out.has(name)),
    complete: !refusals.some(({ code }) => code === 'missing_file'),
  }
}
