// A name inside of a sentence keeps its own direction and leaves that of the sentence alone (Unicode isolates, UAX 9).
import { useLocale } from 'use-intl'

/** Where the sentence runs from left to right nothing is added: names of another direction are rare there, and copied text stays plain. */
export function useIsolated(): (name: string) => string {
  const rtl = useLocale().startsWith('ar')
  return (name) => (rtl ? `\u2068${name}\u2069` : name)
}
