// A mapping profile as text for people to edit, and how what is wrong with it is pointed at.
import type { MappingProfile } from '#standards/csv/profile.ts'
import type { Issue } from '../../lib/problem.ts'

export const profileText = (document: MappingProfile): string => JSON.stringify(document, null, 2)

export type ProfileFault =
  | Readonly<{ code: 'not_json'; line?: number; column?: number }>
  | Readonly<{ code: 'misfit'; issues: readonly Issue[] }>

/** `files[0].names`, as people who write JSON point at things. */
export const pathText = (path: Issue['path']): string =>
  path.map((part, at) => (typeof part === 'number' ? `[${part + 1}]` : `${at === 0 ? '' : '.'}${part}`)).join('')

/** A name for the address, made of a title: `results-of-spring`. */
export const slugFrom = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
