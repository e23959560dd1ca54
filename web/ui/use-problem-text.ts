// What the door refused, in the reader's words: for whatever shows it.
import { useFormatter, useTranslations } from 'use-intl'
import type { Problem } from '../lib/problem.ts'
import { type ProblemText, problemText, type Words } from '../lib/problem-text.ts'
import { useNumber } from './number-text.tsx'

export function useProblemText(): (problem: Problem) => ProblemText {
  const t = useTranslations()
  const format = useFormatter()
  const number = useNumber()
  const words: Words = {
    say: (key, values) => t(key as 'common.saved', values as never), // keys that are put together
    has: (key) => t.has(key as 'common.saved'),
    raw: (key) => String(t.raw(key as 'common.saved')),
    list: (entries) => format.list(entries),
    bytes: (value) => number(value, 'bytes'),
  }
  return (problem) => problemText(problem, words)
}
