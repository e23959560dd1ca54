// Reads a mapping profile that somebody typed, or says what is wrong and where. Apart from its words, so that browsers need not fetch the schema.
import { type Issue, issuesOf } from '#kernel/issue.ts'
import { type MappingProfile, mappingProfile } from '#standards/csv/profile.ts'
import { jsonPlaces, lineAndColumn, offsetOf } from '../../lib/json-places.ts'
import { knownMembers } from './known-members.ts'
import type { ProfileFault } from './profile-text.ts'

export type ReadProfile = { document: MappingProfile; fault?: undefined } | { document?: undefined; fault: ProfileFault }

/** `slug` takes the place of the one in the text; what is wrong with it is told of its own field, and not here. */
export function readProfileText(text: string, slug?: string): ReadProfile {
  const places = jsonPlaces(text)
  if (places.slip) return { fault: { code: 'not_json', needs: places.slip.needs, ...lineAndColumn(text, places.slip.at) } }
  const value: unknown = JSON.parse(text)
  const given = typeof value === 'object' && value !== null && slug ? { ...value, slug } : value
  const read = mappingProfile.safeParse(given, { reportInput: true })
  if (read.success) return { document: read.data }
  const issues = eachOnce(issuesOf(read.error.issues))
  const named = issues.find(({ path }) => slug && path.length === 1 && path[0] === 'slug')
  if (named) return { fault: { code: 'misnamed', issue: named } }
  return {
    fault: {
      code: 'misfit',
      flaws: issues
        .map((issue) => ({
          ...issue,
          ...(issue.keys ? { options: knownMembers(mappingProfile, given, issue.path) } : {}),
          line: lineAndColumn(text, offsetOf(places, [...issue.path, ...(issue.keys?.slice(0, 1) ?? [])])).line,
          file: fileNamed(given, issue.path),
        }))
        .sort((one, other) => one.line - other.line)
        .slice(0, most),
      count: issues.length,
    },
  }
}

/** More than these nobody mends at one go. */
const most = 20

/** The same thing found by two ways is one thing. */
const eachOnce = (issues: readonly Issue[]): Issue[] => [
  ...new Map(
    issues.map((issue) => [JSON.stringify([issue.path, issue.code, issue.rule, issue.values, issue.keys]), issue]),
  ).values(),
]

/** What the file that an issue is about calls itself, as far as it does. */
function fileNamed(given: unknown, [part, at]: Issue['path']): string | undefined {
  const { files } = given as { files?: unknown }
  const file = part === 'files' && typeof at === 'number' && Array.isArray(files) ? files[at] : undefined
  const { role, names } = (file ?? {}) as { role?: unknown; names?: unknown }
  const [name] = Array.isArray(names) ? names : []
  return [name, role].find((one): one is string => typeof one === 'string' && one !== '')
}
