// Text in languages: BCP 47 tag → text. What a person reads is the nearest language that is there.
import * as z from 'zod'

export const textInLanguages = z.record(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/), z.string().min(1))

export type TextInLanguages = z.output<typeof textInLanguages>

/** The text for the first wanted language that is there, by exact tag, then by primary language, then whatever comes first. */
export function inLanguage(text: TextInLanguages, wanted: readonly string[]): string {
  const primary = (tag: string) => tag.split('-')[0]?.toLowerCase()
  for (const tag of wanted) {
    const exact = text[tag]
    if (exact !== undefined) return exact
    const near = Object.keys(text).find((key) => primary(key) === primary(tag))
    if (near !== undefined) return text[near] ?? ''
  }
  return Object.values(text)[0] ?? ''
}
