// Several conditions, one of which is enough.
import * as z from 'zod'
import type { Kind } from './kind.ts'
import { counts, firstOf, largest, listFaults, rowsOf, whyNotList } from './several.ts'

export interface AnyRule<Rule> {
  kind: 'any'
  rules: Rule[]
}

const words = {
  rule: 'At least one of these:',
  decided: {
    any_qualifies: '{met, plural, one {One condition is} other {# conditions are}} met, of {count}; one is enough',
    any_does_not_qualify: 'None of the {count} conditions is met; one is needed',
    any_cannot_tell:
      'No condition is met yet and {open, plural, one {one is} other {# are}} still open; one of {count} is needed',
  },
  faults: listFaults,
  doubts: {},
} as const

export const any = <Rule>(): Kind<AnyRule<Rule>, Rule, typeof words> => ({
  words,
  schema: (part) =>
    z.object({
      kind: z.literal('any'),
      get rules() {
        return z.array(part()).max(largest)
      },
    }),
  asks: { rules: { asks: 'rules' } },
  whyNot: whyNotList,
  doubts: () => [],
  decide({ rules }, _evidence, part) {
    const parts = rules.map(part)
    const verdict = firstOf(['qualifies', 'cannot_tell'], parts) ?? 'does_not_qualify'
    return { verdict, reason: { code: `any_${verdict}`, values: counts(parts) }, because: rowsOf(parts, verdict), parts }
  },
  inWords: () => ({}),
})
