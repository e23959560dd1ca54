// Reads a mapping profile that somebody typed, or says what is wrong and where. Apart from its words, so that browsers need not fetch the schema.
import { type MappingProfile, mappingProfile } from '#standards/csv/profile.ts'
import type { Issue } from '../../lib/problem.ts'
import type { ProfileFault } from './profile-text.ts'

export type ReadProfile = { document: MappingProfile; fault?: undefined } | { document?: undefined; fault: ProfileFault }

/** `slug` takes the place of the one in the text. */
export function readProfileText(text: string, slug?: string): ReadProfile {
  const parsed = parse(text)
  if ('fault' in parsed) return parsed
  const given = typeof parsed.value === 'object' && parsed.value !== null && slug ? { ...parsed.value, slug } : parsed.value
  const read = mappingProfile.safeParse(given)
  if (read.success) return { document: read.data }
  return { fault: { code: 'misfit', issues: read.error.issues as unknown as Issue[] } } // zod's issues have the fields that ours name
}

function parse(text: string): { value: unknown } | { fault: ProfileFault } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1]
    return { fault: { code: 'not_json', ...(position === undefined ? {} : placeOf(text, Number(position))) } }
  }
}

/** 1-based. */
function placeOf(text: string, position: number) {
  const lines = text.slice(0, position).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
