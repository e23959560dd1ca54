// What the address of a list asks for: the page to continue from, what is searched, and what it is sorted by.

/** For `api(…).room.list(…)`. Empty means nothing is asked; `sorts` are those of the contract. */
export function listIn<Sort extends string = never>(search: URLSearchParams, sorts: readonly Sort[] = []) {
  return {
    after: search.get('after') || undefined,
    search: search.get('search')?.trim().slice(0, 200) || undefined,
    sort: oneOf(sorts, search.get('sort')),
  }
}

/** A value of a closed list, or nothing. */
export const oneOf = <T extends string>(list: readonly T[], value: string | null): T | undefined =>
  list.find((one) => one === value)
