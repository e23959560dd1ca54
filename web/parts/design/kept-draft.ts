// What was typed and not saved, kept in this browser: it outlives a reload, a crash, and a session that ends.
import type { Fields } from './fields.ts'

/** `revision`: what it was typed on top of. */
export type KeptDraft = Readonly<{ revision: number; fields: Fields }>

/** Whose and which: people who share a browser do not find each other's words. */
export const draftName = (person: string, microCredential: string, step: string) =>
  `testamur.draft.${person}.${microCredential}.${step}`

export function readDraft(name: string): KeptDraft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Partial<KeptDraft> | null
    return typeof kept?.revision === 'number' && isFields(kept.fields)
      ? { revision: kept.revision, fields: kept.fields }
      : undefined
  } catch {
    return undefined
  }
}

/** A browser may refuse to keep anything; then the page works as it would without. */
export function keepDraft(name: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(name, JSON.stringify(draft))
  } catch {
    // full, or forbidden
  }
}

export function forgetDraft(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // forbidden
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')
