// A mapping profile as text for people to edit, and how what is wrong with it is pointed at.
import type { Issue } from '#kernel/issue.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import type { Slip } from '../../lib/json-places.ts'

export const profileText = (document: MappingProfile): string => JSON.stringify(document, null, 2)

/** `line` is 1-based; `file` is what the file of the profile that this is about is called. */
export type ProfileFlaw = Issue & Readonly<{ line: number; file: string | undefined }>

/** `count`: of all flaws, of which only the first are listed. */
export type ProfileFault =
  | Readonly<{ code: 'not_json'; needs: Slip; line: number; column: number }>
  | Readonly<{ code: 'misnamed'; issue: Issue }>
  | Readonly<{ code: 'misfit'; flaws: readonly ProfileFlaw[]; count: number }>

/** A part of a profile on the way to a place in it. */
export type PlacePart = Readonly<{ kind: ListedPart; number: number }> | Readonly<{ kind: 'name'; name: string }>

const listedParts = ['files', 'names', 'joins', 'yields', 'when', 'microCredentials', 'outcomes', 'skills'] as const
type ListedPart = (typeof listedParts)[number] | 'entry'

/** `['files', 1, 'joins', 0, 'as']` → the second file, its first join, “as”. The last is what the sentence is about. */
export function placeParts(path: Issue['path']): PlacePart[] {
  const [part, next, ...rest] = path
  if (part === undefined) return []
  if (typeof part === 'number') return [{ kind: 'entry', number: part + 1 }, ...placeParts(path.slice(1))]
  const listed = listedParts.find((one) => one === part)
  if (listed && typeof next === 'number') return [{ kind: listed, number: next + 1 }, ...placeParts(rest)]
  return [{ kind: 'name', name: part }, ...placeParts(path.slice(1))]
}

/** A name for the address, made of a title: `results-of-spring`. */
export const slugFrom = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
