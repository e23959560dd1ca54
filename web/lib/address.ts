// The state of a list lives in its address: what is sorted, filtered, shown and opened can be linked to, and works without JavaScript.

export type Sort = Readonly<{ key: string; direction: 'ascending' | 'descending' }>

/** `sort=-issued` → issued, descending. */
export function sortOf(search: URLSearchParams): Sort | undefined {
  const key = search.get('sort')
  if (!key) return undefined
  return key.startsWith('-') ? { key: key.slice(1), direction: 'descending' } : { key, direction: 'ascending' }
}

/** The address with some parts changed; `undefined` takes one away. A list that changes starts again at its first page. */
export function changed(search: URLSearchParams, changes: Readonly<Record<string, string | undefined>>): string {
  const next = new URLSearchParams(search)
  if (Object.keys(changes).some((key) => !keepsPage.has(key))) next.delete('after')
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === '') next.delete(key)
    else next.set(key, value)
  }
  return `?${next}`
}

/** Opening a row or choosing columns changes nothing about which rows there are. */
const keepsPage = new Set(['after', 'open', 'columns', 'confirm'])
