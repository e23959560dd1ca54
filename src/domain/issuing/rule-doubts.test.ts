import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decide } from './decide.ts'
import type { DescribedLineItem } from './decision.ts'
import type { IssuingRule } from './rule.ts'
import { doubtsAbout } from './rule-doubts.ts'

const item = (key: string, weight: number | null, maximum: number | null = 100): DescribedLineItem => ({
  key,
  title: key,
  category: key === 'exam' ? 'exam' : 'coursework',
  weight,
  maximum,
})

const average = (keys?: string[]): IssuingRule => ({
  kind: 'weighted_average',
  atLeast: 40,
  missing: 'cannot_tell',
  ...(keys ? { of: { keys } } : {}),
})
const some = (atLeast: number, keys?: string[]): IssuingRule => ({
  kind: 'line_items',
  atLeast,
  scoring: 40,
  ...(keys ? { of: { keys } } : {}),
})

type Case = [name: string, IssuingRule, DescribedLineItem[], [code: string, stops: boolean, values: object][]]
const cases: Case[] = [
  ['weights of 100 are as they should be', average(), [item('essay', 40), item('exam', 60)], []],
  ['weights of tenths sum to 100 as people sum them', average(), [item('a', 33.3), item('b', 33.3), item('exam', 33.4)], []],
  [
    'weights that sum to 200 are told with their sum',
    average(),
    [item('essay', 100), item('exam', 100)],
    [['average_weights_sum', false, { sum: 200 }]],
  ],
  [
    'a source without weights can never tell an average',
    average(),
    [item('essay', null), item('exam', null)],
    [['average_without_weights', true, {}]],
  ],
  [
    'one weight that is missing stops it as well',
    average(),
    [item('essay', null), item('exam', 100)],
    [['average_lacks_weights', true, { keys: ['essay'], count: 1 }]],
  ],
  ['weights of zero', average(), [item('essay', 0)], [['average_weighs_nothing', true, {}]]],
  ['nothing that is meant', average(), [], [['average_means_nothing', true, {}]]],
  [
    'a lone line item, which is not here',
    average(['exam', 'viva']),
    [item('exam', 100)],
    [['average_names_unknown', true, { keys: ['viva'], count: 1 }]],
  ],
  [
    'full marks that nobody recorded',
    average(),
    [item('essay', 100, null)],
    [['average_without_maximum', true, { keys: ['essay'], count: 1 }]],
  ],
  [
    'of two named, one is not here and stays open',
    some(1, ['exam', 'viva']),
    [item('exam', 100)],
    [['line_items_unknown', false, { keys: ['viva'], count: 1 }]],
  ],
  ['three of two', some(3), [item('essay', 1), item('exam', 1)], [['line_items_too_few_there', true, { needed: 3, count: 2 }]]],
  ['no weights are needed for counting', some(1), [item('exam', null)], []],
  ['an outcome asks for no line items', { kind: 'final_outcome', in: ['passed'] }, [], []],
]

for (const [name, rule, lineItems, expected] of cases)
  test(`doubtful or not: ${name}`, () => {
    assert.deepEqual(
      doubtsAbout(rule, [{ offerings: ['autumn'], lineItems }]).map(({ code, stops, values }) => [code, stops, values]),
      expected,
    )
  })

test('what is true of several offerings is told once, with its place in the rule, and what stops comes first', () => {
  const rule: IssuingRule = { kind: 'all', rules: [average(), { kind: 'not', rule: some(1, ['viva']) }] }
  const odd = [item('exam', 50)]
  assert.deepEqual(
    doubtsAbout(rule, [
      { offerings: ['autumn'], lineItems: odd },
      { offerings: ['spring'], lineItems: odd },
      { offerings: ['summer'], lineItems: [item('exam', null), item('viva', null)] },
    ]).map(({ code, at, offerings }) => [code, at, offerings]),
    [
      ['average_without_weights', [0], ['summer']],
      ['average_weights_sum', [0], ['autumn', 'spring']],
      ['line_items_unknown', [1, 0], ['autumn', 'spring']],
    ],
  )
})

test('where a doubt stops a condition, nobody is ever told apart by it, and only there', () => {
  const lineItem = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'exam'),
    weight: fc.constantFrom(null, 0, 10, 90),
    maximum: fc.constantFrom(null, 20, 100),
  })
  const lineItems = fc.uniqueArray(lineItem, { selector: ({ key }) => key, maxLength: 4 })
  const keys = fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'viva'), { minLength: 1 }), { nil: undefined })
  const rule = fc.oneof(
    keys.map(average),
    fc.tuple(fc.integer({ min: 1, max: 4 }), keys).map(([count, keys]) => some(count, keys)),
  )
  fc.assert(
    fc.property(rule, lineItems, (rule, found) => {
      const items = found.map(({ key, weight, maximum }) => ({ ...item(key, weight, maximum), id: key }))
      const stopped = doubtsAbout(rule, [{ offerings: ['autumn'], lineItems: items }]).some(({ stops }) => stops)
      const results = items.map(({ key, maximum }) => ({ id: `row-${key}`, lineItem: key, score: maximum ?? 1 }))
      const { verdict } = decide(rule, { enrolment: 'lena', lineItems: items, results })
      // full marks everywhere: only line items that are lacking can leave it open
      if (stopped) assert.equal(verdict, 'cannot_tell')
      else if (rule.kind === 'weighted_average') assert.equal(verdict, 'qualifies')
    }),
    { numRuns: 500 },
  )
})
