// The rows that a bulk form names: each an id of its kind, none twice.
import type { Id } from '#kernel/id.ts'
import { idMeant } from './id-in.ts'

export function selectedIn<Prefix extends string>(prefix: Prefix, form: FormData, name = 'selected'): Id<Prefix>[] {
  const ids = form.getAll(name).flatMap((value) => idMeant(prefix, String(value)) ?? [])
  return [...new Set(ids)]
}
