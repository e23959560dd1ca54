// An id out of an address: of the kind expected there, or the page does not exist.
import { data } from 'react-router'
import { type Id, idSchema } from '#kernel/id.ts'

export function idIn<Prefix extends string>(prefix: Prefix, part: string | null | undefined): Id<Prefix> {
  const read = idSchema(prefix).safeParse(part)
  if (!read.success) throw data(null, { status: 404 })
  return read.data
}

/** For a filter in the search: one that is none of its kind filters nothing. */
export function idMeant<Prefix extends string>(prefix: Prefix, part: string | null): Id<Prefix> | undefined {
  const read = idSchema(prefix).safeParse(part)
  return read.success ? read.data : undefined
}
