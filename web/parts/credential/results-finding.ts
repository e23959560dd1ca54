// What a person's results come down to, as one sentence: a key of the catalogue under `credential.record`, and its values.
import type { ShownResult } from '../../ui/results-chart.tsx'

export type ResultsFinding = Readonly<{
  key: 'unscored' | 'oneAndMissing' | 'same' | 'range' | 'share'
  values: Readonly<Record<string, number>>
}>

/** No average: pieces of work weigh differently, and the credential does not say how much. */
export function resultsFinding(results: readonly ShownResult[]): ResultsFinding {
  const scored = results.flatMap(({ score, max }) => (score === undefined ? [] : [{ score, max }]))
  const count = scored.length
  const missing = results.length - count
  const [first] = scored
  if (!first) return { key: 'unscored', values: { count: results.length } }
  if (count === 1) return { key: 'oneAndMissing', values: { ...first, missing } }
  const sameMaximum = scored.every(({ max }) => max === first.max)
  const measured = scored.map(({ score, max }) => (sameMaximum ? score : score / max))
  const [low, high] = [Math.min(...measured), Math.max(...measured)]
  if (!sameMaximum) return { key: 'share', values: { count, low, high, missing } }
  return { key: low === high ? 'same' : 'range', values: { count, low, high, max: first.max, missing } }
}
