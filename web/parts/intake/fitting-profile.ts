// Which mapping profile fits some files, and why: by their names, and by the columns at their beginning.
import type { FileMapping } from '#standards/csv/mapping.ts'
import { type FilePlan, planOf } from '#standards/csv/plan.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import { openTable } from '#standards/csv/table.ts'
import { matchNames } from './file-match.ts'

/** The beginning of a file, with its whole header; `whole` where that is all of it. */
export type Beginning = Readonly<{ name: string; text: string; whole: boolean }>

export type Fit = Readonly<{
  slug: string
  /** Called as the profile calls them, with all columns that it reads. */
  fitting: readonly string[]
  /** Called so, but without these columns. */
  lacking: readonly Readonly<{ name: string; columns: readonly string[] }>[]
  /** With all columns of a file that is to be called otherwise. */
  misnamed: readonly Readonly<{ name: string; expected: string }>[]
  /** Needed, and not among them. */
  missing: readonly string[]
}>

type Candidate = Readonly<{ slug: string; document: Pick<MappingProfile, 'files' | 'ignore'> }>

/** Best first; without those that have nothing to do with the files. */
export const fitsOf = (profiles: readonly Candidate[], files: readonly Beginning[]): Fit[] =>
  profiles
    .map((profile) => fitOf(profile, files))
    .filter(({ fitting, lacking, misnamed }) => fitting.length + lacking.length + misnamed.length > 0)
    .sort(worse)

/** The best one, where it can be read at all and no other is as good. */
export function suggested([best, second]: readonly Fit[]): Fit | undefined {
  if (!best || best.fitting.length === 0) return undefined
  return second && worse(best, second) === 0 ? undefined : best
}

const worse = (a: Fit, b: Fit): number =>
  b.fitting.length - a.fitting.length || a.lacking.length - b.lacking.length || a.missing.length - b.missing.length

function fitOf({ slug, document }: Candidate, files: readonly Beginning[]): Fit {
  const plans = planOf(document.files)
  const names = files.map(({ name }) => name)
  const { roles, unknown } = matchNames(document, names)
  const called = files.flatMap((file) => {
    const role = roles.find(({ given }) => given.includes(file.name))?.role
    const plan = plans.find(({ mapping }) => mapping.role === role)
    return plan ? [{ name: file.name, columns: columnsMissing(plan, file) }] : []
  })
  return {
    slug,
    fitting: called.flatMap(({ name, columns }) => (columns.length === 0 ? [name] : [])),
    lacking: called.filter(({ columns }) => columns.length > 0),
    misnamed: files
      .filter(({ name }) => unknown.some((one) => one.name === name))
      .flatMap((file) => {
        const plan = plans.find((one) => knowsItsColumns(one) && columnsMissing(one, file).length === 0)
        return plan ? [{ name: file.name, expected: firstName(plan.mapping) }] : []
      }),
    missing: roles.filter(({ required, given }) => required && given.length === 0).map(({ names: [name = ''] }) => name),
  }
}

const firstName = ({ names: [name = ''] }: FileMapping) => name

/** Without a header of its own, or without columns that are needed, every file would do. */
const knowsItsColumns = ({ mapping, wanted }: FilePlan) => !mapping.header && wanted.some(({ optional }) => !optional)

function columnsMissing(plan: FilePlan, { name, text, whole }: Beginning): string[] {
  const opened = openTable(plan, name, text, whole)
  // whatever else keeps it from being read is told by the preview, with its place
  return Array.isArray(opened) ? opened.flatMap(({ code, column }) => (code === 'missing_column' && column ? [column] : [])) : []
}
