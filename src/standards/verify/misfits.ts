// Where a document does not fit the shape that it must have: a place for each, and whether anything stands there.
import type * as z from 'zod'
import { isArray, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { failed, type Noted } from './check.ts'

/** Two shapes may miss the same member. */
export const eachOnce = (notes: readonly Noted[]): readonly Noted[] => [
  ...new Map(notes.map((note) => [String(note.values?.member), note])).values(),
]

export function misfits(shape: z.ZodType, credential: JsonObject): readonly Noted[] {
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
