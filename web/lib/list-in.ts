// What the address of a list asks for: the page to continue from, and what is searched.

/** For `api(…).room.list(…)`. Empty means nothing is asked. */
export function listIn(search: URLSearchParams) {
  return { after: search.get('after') || undefined, search: search.get('search')?.trim().slice(0, 200) || undefined }
}

/** A value of a closed list, or nothing. */
export const oneOf = <T extends string>(list: readonly T[], value: string | null): T | undefined =>
  list.find((one) => one === value)
