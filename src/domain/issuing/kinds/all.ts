// Several conditions, all of which must be met.
import * as z from 'zod'
import type { Kind } from './kind.ts'
import { counts, firstOf, largest, listFaults, rowsOf, whyNotList } from './several.ts'

export interface AllRule<Rule> {
  kind: 'all'
  rules: Rule[]
}

const words = {
  rule: 'All of these:',
  decided: {
    all_qualifies: 'All {count} conditions are met',
    all_does_not_qualify: '{unmet, plural, one {One condition is} other {# conditions are}} not met; all {count} must be',
    all_cannot_tell: '{open, plural, one {One condition is} other {# conditions are}} still open; all {count} must be met',
  },
  faults: listFaults,
  doubts: {},
} as const

export const all = <Rule>(): Kind<AllRule<Rule>, Rule, typeof words> => ({
  words,
  schema: (part) =>
    z.object({
      kind: z.literal('all'),
      get rules() {
        return z.array(part()).max(largest)
      },
    }),
  asks: { rules: { asks: 'rules' } },
  whyNot: whyNotList,
  doubts: () => [],
  decide({ rules }, _evidence, part) {
    const parts = rules.map(part)
    const verdict = firstOf(['does_not_qualify', 'cannot_tell'], parts) ?? 'qualifies'
    return { verdict, reason: { code: `all_${verdict}`, values: counts(parts) }, because: rowsOf(parts, verdict), parts }
  },
  inWords: () => ({}),
})
