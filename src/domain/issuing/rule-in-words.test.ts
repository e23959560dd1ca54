import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTranslator } from 'use-intl/core'
import { decide } from './decide.ts'
import type { Decision, Values } from './decision.ts'
import { decisionWords } from './decision-words.ts'
import type { IssuingRule } from './rule.ts'
import { type RuleInWords, ruleInWords, ruleWords } from './rule-in-words.ts'

/** As a screen would say it; a value that a sentence lacks is an error here. */
function say(words: Readonly<Record<string, string>>, code: string, values: Values): string {
  const translate = createTranslator({
    locale: 'en',
    messages: words,
    onError(error) {
      throw error
    },
  })
  const joined = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? new Intl.ListFormat('en').format(value) : value,
  ])
  return translate(code, Object.fromEntries(joined))
}

const told = ({ code, values, parts = [] }: RuleInWords): string[] => [
  say(ruleWords, code, values),
  ...parts.flatMap(told).map((line) => `  ${line}`),
]

const heard = ({ reason, parts = [] }: Decision): string[] => [
  say(decisionWords, reason.code, reason.values),
  ...parts.flatMap(heard).map((line) => `  ${line}`),
]

const rule: IssuingRule = {
  kind: 'all',
  rules: [
    { kind: 'not', rule: { kind: 'final_outcome', in: ['failed', 'withdrawn'] } },
    { kind: 'weighted_average', atLeast: 40, of: { categories: ['assignment'] }, missing: 'counts_as_zero' },
    {
      kind: 'any',
      rules: [
        { kind: 'line_items', atLeast: 2, scoring: 55, of: { keys: ['TMA1', 'TMA2', 'exam'] } },
        { kind: 'line_items', atLeast: 1, scoring: 90 },
      ],
    },
  ],
}

test('a rule reads as sentences', () => {
  assert.deepEqual(told(ruleInWords(rule)), [
    'All of these:',
    '  Not this:',
    '    The final outcome is failed and withdrawn',
    '  The weighted average of the line items in assignment is at least 40%; what is missing counts as zero',
    '  At least one of these:',
    '    At least 2 of TMA1, TMA2, and exam reach 55%',
    '    At least 1 of all line items reaches 90%',
  ])
})

test('a decision reads as sentences', () => {
  const decision = decide(rule, {
    enrolment: 'lena',
    outcome: { result: 'row-outcome', value: 'pending', says: 'Ongoing' },
    lineItems: [
      { id: '1', key: 'TMA1', title: 'First assignment', category: 'assignment', weight: 50, maximum: 100 },
      { id: '2', key: 'TMA2', title: 'Second assignment', category: 'assignment', weight: 50, maximum: 100 },
      { id: '3', key: 'exam', title: 'Examination', category: 'exam', weight: 100, maximum: 100 },
    ],
    results: [{ id: 'row-1', lineItem: '1', score: 86 }],
  })
  assert.deepEqual(heard(decision), [
    '2 conditions are still open; all 3 must be met',
    '  Whether what must not be the case is the case is still open',
    '    The final outcome is still pending (recorded as “Ongoing”); needed: failed and withdrawn',
    '  Weighted average 43 of at least 40; counted as zero: Second assignment',
    '  No condition is met yet and 2 are still open; one of 2 is needed',
    '    1 of 3 line items reach 55% so far; at least 2 must. Still open: Second assignment and Examination',
    '    0 of 3 line items reach 90% so far; at least 1 must. Still open: Second assignment and Examination',
  ])
})
