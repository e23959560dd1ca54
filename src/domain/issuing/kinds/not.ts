// A condition that must not be the case.
import * as z from 'zod'
import type { Verdict } from '../decision.ts'
import type { Kind } from './kind.ts'

export interface NotRule<Rule> {
  kind: 'not'
  rule: Rule
}

const words = {
  rule: 'Not this:',
  decided: {
    not_qualifies: 'What must not be the case is not the case',
    not_does_not_qualify: 'What must not be the case is the case',
    not_cannot_tell: 'Whether what must not be the case is the case is still open',
  },
  faults: {},
  doubts: {},
} as const

export const not = <Rule>(): Kind<NotRule<Rule>, Rule, typeof words> => ({
  words,
  schema: (part) =>
    z.object({
      kind: z.literal('not'),
      get rule() {
        return part()
      },
    }),
  asks: { rule: { asks: 'rule' } },
  whyNot: () => undefined,
  doubts: () => [],
  decide({ rule }, _evidence, part) {
    const inner = part(rule)
    const verdict = opposite[inner.verdict]
    return { verdict, reason: { code: `not_${verdict}`, values: {} }, because: inner.because, parts: [inner] }
  },
  inWords: () => ({}),
})

const opposite = {
  qualifies: 'does_not_qualify',
  does_not_qualify: 'qualifies',
  cannot_tell: 'cannot_tell',
} as const satisfies Record<Verdict, Verdict>
