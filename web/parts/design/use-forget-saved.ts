// Once a step has been saved, what was kept of it in this browser is let go: the redirect's message says which.
import { useEffect } from 'react'
import { usePage } from '../../lib/page.ts'
import { draftName, forgetDraft } from './kept-draft.ts'

/** A message stays on the page for a while; it counts once. */
const heard = new WeakSet<object>()

export function useForgetSaved(person: string, microCredential: string): void {
  const flash = usePage()?.flash
  useEffect(() => {
    if (flash?.key !== 'design.saved' || heard.has(flash)) return
    heard.add(flash)
    forgetDraft(draftName(person, microCredential, String(flash.values?.step)))
  }, [flash, person, microCredential])
}
