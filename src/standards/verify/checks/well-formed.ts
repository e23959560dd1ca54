// Has it everything that a credential of its kind must have? All that is missing is named, not the first.
import type * as z from 'zod'
import { asList, isArray, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { type Check, failed, type Noted, passed, warned } from '../check.ts'
import { isOpenBadge, readMoment, validityOf } from '../reading.ts'
import { credential1, credential2, openBadge, openBadge2 } from '../shape.ts'

export const wellFormed: Check = {
  id: 'well_formed',
  asks: 'Is it a complete credential of its kind?',
  after: [],
  async look({ credential }) {
    const notes = [
      ...eachOnce(shapesFor(credential).flatMap((shape) => misfits(shape, credential))),
      ...subjectNamed(credential),
      ...datesInOrder(credential),
    ]
    return [...(notes.length > 0 ? notes : [passed('well_formed')]), ...oddities(credential)]
  },
}

const isOlder = (credential: JsonObject): boolean =>
  asList(credential['@context'])[0] === 'https://www.w3.org/2018/credentials/v1'

function shapesFor(credential: JsonObject): readonly z.ZodType[] {
  if (isOlder(credential)) return isOpenBadge(credential) ? [credential1, openBadge] : [credential1]
  return isOpenBadge(credential) ? [credential2, openBadge, openBadge2] : [credential2]
}

/** Two shapes may miss the same member. */
const eachOnce = (notes: readonly Noted[]): readonly Noted[] => [
  ...new Map(notes.map((note) => [String(note.values?.member), note])).values(),
]

function misfits(shape: z.ZodType, credential: JsonObject): readonly Noted[] {
  const fit = shape.safeParse(credential)
  return fit.success ? [] : fit.error.issues.flatMap((issue) => misfit(issue, credential))
}

/** A union names each way in which nothing fitted; what the reader needs is the place, and whether anything stands there. */
function misfit(issue: z.core.$ZodIssue, credential: JsonObject, above: readonly PropertyKey[] = []): readonly Noted[] {
  const path = [...above, ...issue.path]
  const deeper = issue.code === 'invalid_union' ? nearest(issue.errors) : undefined
  if (deeper) return deeper.flatMap((inner) => misfit(inner, credential, path))
  const member = path.join('.')
  return [failed(at(credential, path) === undefined ? 'member_missing' : 'member_malformed', { member })]
}

/** The branch that came furthest, if any looked inside at all. */
function nearest(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  return branches.find((issues) => issues.length > 0 && issues.every(({ path }) => path.length > 0))
}

function at(value: Json | undefined, [name, ...rest]: readonly PropertyKey[]): Json | undefined {
  if (name === undefined) return value
  if (isArray(value)) return at(value[Number(name)], rest)
  return isObject(value) ? at(value[String(name)], rest) : undefined
}

/** Open Badges 3.0, 8.2: the subject has an id or at least one identifier. */
function subjectNamed(credential: JsonObject): readonly Noted[] {
  if (!isOpenBadge(credential)) return []
  return asList(credential.credentialSubject)
    .filter(isObject)
    .filter(({ id, identifier }) => id === undefined && asList(identifier).length === 0)
    .map(() => failed('subject_unnamed'))
}

function datesInOrder(credential: JsonObject): readonly Noted[] {
  const { from, until } = validityOf(credential)
  const [first, last] = [readMoment(from), readMoment(until)]
  return first && last && last < first ? [failed('validity_backwards', { from, until })] : []
}

function oddities(credential: JsonObject): readonly Noted[] {
  const empty = firstNull(credential, '')
  return [
    ...(isOlder(credential) ? [warned('older_data_model', { version: '1.1' })] : []),
    ...(empty === undefined ? [] : [warned('null_member', { member: empty })]),
    ...(credential.credentialSchema === undefined ? [] : [warned('schema_not_checked')]),
    ...(credential.relatedResource === undefined ? [] : [warned('resources_not_checked')]),
  ]
}

function firstNull(value: Json, path: string): string | undefined {
  if (value === null) return path
  if (typeof value !== 'object') return undefined
  for (const [name, member] of Object.entries(value)) {
    const found = firstNull(member, path === '' ? name : `${path}.${name}`)
    if (found !== undefined && name !== '@context') return found
  }
  return undefined
}
