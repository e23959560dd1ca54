// How much an import brings, as words: "173,912 results and 32,593 enrolments".
import { useFormatter, useTranslations } from 'use-intl'
import type { factKinds, Import } from '#domain/intake/intake.api.ts'

export type FactKindName = (typeof factKinds)[number]
type Counts = Import['counts']

/** What people ask for first. */
export const kindsInOrder = [
  'result',
  'outcome',
  'enrolment',
  'learner',
  'line_item',
  'offering',
] as const satisfies readonly FactKindName[]

export const changing = (counts: Counts, kind: FactKindName) => (counts[kind]?.new ?? 0) + (counts[kind]?.changed ?? 0)

export const changesAnything = (counts: Counts) => kindsInOrder.some((kind) => changing(counts, kind) > 0)

export const staged = (counts: Counts, kind: FactKindName) => changing(counts, kind) + (counts[kind]?.unchanged ?? 0)

/** All of it, joined the way the language joins. */
export function useWhatItBrings() {
  const t = useTranslations('records')
  const format = useFormatter()
  return (counts: Counts) =>
    format.list(
      kindsInOrder
        .filter((kind) => changing(counts, kind) > 0)
        .map((kind) => t(`kind.${kind}`, { count: changing(counts, kind) })),
    )
}

/** The most telling of it, for a button. */
export function useMainThing() {
  const t = useTranslations('records')
  return (counts: Counts) => {
    const kind = kindsInOrder.find((one) => changing(counts, one) > 0) ?? 'result'
    return t(`kind.${kind}`, { count: changing(counts, kind) })
  }
}
