// Which rows are selected. Rows that are no longer shown are no longer selected: nobody acts on what they cannot see.
import { useState } from 'react'

export type Selection = Readonly<{
  ids: ReadonlySet<string>
  toggle: (id: string) => void
  toggleAll: () => void
  clear: () => void
}>

export function useSelection(shown: readonly string[]): Selection {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const ids = new Set(shown.filter((id) => chosen.has(id)))
  return {
    ids,
    toggle: (id) => choose(ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : new Set([...ids, id])),
    toggleAll: () => choose(ids.size === shown.length ? new Set() : new Set(shown)),
    clear: () => choose(new Set()),
  }
}
