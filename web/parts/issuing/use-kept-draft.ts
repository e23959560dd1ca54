// What somebody is writing survives a reload and the back button: kept in this tab until it is saved.
import { useEffect, useState } from 'react'
import type { Draft } from './rule-draft.ts'

/** `given` is what the address or the saved rule says; `asked` when the address says it. */
export function useKeptDraft(name: string, given: Draft, asked: boolean) {
  const key = `rule ${name}`
  const [draft, setDraft] = useState(given)
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    const kept = asked ? undefined : parsed(sessionStorage.getItem(key))
    if (!kept || JSON.stringify(kept) === JSON.stringify(given)) return
    setDraft(kept)
    setRestored(true)
  }, [key, asked, given])
  return {
    draft,
    restored,
    change: (next: (draft: Draft) => Draft) =>
      setDraft((before) => {
        const after = next(before)
        sessionStorage.setItem(key, JSON.stringify(after))
        return after
      }),
    forget: () => sessionStorage.removeItem(key),
  }
}

/** Written by this tab, and so of the right shape; anything else is let go. */
function parsed(text: string | null): Draft | undefined {
  try {
    const kept = JSON.parse(text ?? 'null') as Draft | null
    return kept?.typed && kept.chosen && Array.isArray(kept.parts) ? kept : undefined
  } catch {
    return undefined
  }
}
