// What stands in a step's form: as saved, as sent back by the server, or as it was kept in this browser.
import { useEffect, useState } from 'react'
import type { Step } from '#domain/design/design-document.ts'
import type { Fields } from './fields.ts'
import { forgetDraft, keepDraft, readDraft } from './kept-draft.ts'
import { documentFrom } from './step-document.ts'

type Given = Readonly<{
  step: Step
  /** Names the draft in this browser. */
  name: string
  saved: Fields
  revision: number
  /** What the server sent back, when it did not save. */
  answered: Fields | undefined
}>

/** `times`: how often the form has been filled anew; its key, because fields keep what they began with. */
type Typed = Readonly<{ fields: Fields; revision: number; times: number; restored: boolean; unsaved: boolean }>

export function useTyped({ step, name, saved, revision, answered }: Given) {
  const fresh: Typed = { fields: answered ?? saved, revision, times: 0, restored: false, unsaved: answered !== undefined }
  const [typed, setTyped] = useState(fresh)
  // a draft is looked for once; what is saved later comes with a new key
  useEffect(() => {
    const kept = readDraft(name)
    if (!kept || answered) return
    if (same(step, kept.fields, saved)) forgetDraft(name)
    else setTyped({ fields: kept.fields, revision: kept.revision, times: 1, restored: true, unsaved: true })
  }, [])
  return {
    ...typed,
    /** On every key: kept, and said once to be not saved yet. */
    note: (fields: Fields) => {
      keepDraft(name, { revision: typed.revision, fields })
      if (!typed.unsaved) setTyped((before) => ({ ...before, unsaved: true }))
    },
    /** Fills the form anew. */
    refill: (fields: Fields) => {
      keepDraft(name, { revision: typed.revision, fields })
      setTyped((before) => ({ ...before, fields, times: before.times + 1, unsaved: true }))
    },
    discard: () => {
      forgetDraft(name)
      setTyped((before) => ({ ...fresh, fields: saved, times: before.times + 1, unsaved: false }))
    },
  }
}

/** Whether they come to the same document; spaces at the ends and the order of fields do not count. */
const same = (step: Step, one: Fields, other: Fields) => canonical(step, one) === canonical(step, other)

const canonical = (step: Step, fields: Fields): string =>
  JSON.stringify(
    documentFrom(step, fields, () => 'new'),
    (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  )
