import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from './decide.ts'
import type { LearnerRecord } from './decision.ts'
import type { IssuingRule } from './rule.ts'

type Row = [key: string, category: string, weight: number | null, score?: number | null, maximum?: number | null]

/** Line items with their scores; a score left out was never handed in. */
const record = (rows: Row[], outcome?: LearnerRecord['outcome']): LearnerRecord => ({
  enrolment: 'lena',
  ...(outcome ? { outcome } : {}),
  lineItems: rows.map(([key, category, weight, , maximum = 100]) => ({
    id: `item-${key}`,
    key,
    title: `Title of ${key}`,
    category,
    weight,
    maximum,
  })),
  results: rows.flatMap(([key, , , score]) =>
    score === undefined ? [] : [{ id: `row-${key}`, lineItem: `item-${key}`, score }],
  ),
})

const outcome = (value: 'passed' | 'failed' | 'pending', says: string): LearnerRecord =>
  record([], { result: 'row-outcome', value, says })

const passes: IssuingRule = { kind: 'final_outcome', in: ['passed', 'passed_with_distinction'] }
const average = (atLeast: number, missing: 'cannot_tell' | 'counts_as_zero' | 'left_out'): IssuingRule => ({
  kind: 'weighted_average',
  atLeast,
  missing,
})
const some = (atLeast: number, keys?: string[]): IssuingRule => ({
  kind: 'line_items',
  atLeast,
  scoring: 40,
  ...(keys ? { of: { keys } } : {}),
})

const tutorMarked: Row[] = [
  ['TMA1', 'assignment', 30, 60],
  ['TMA2', 'assignment', 30, 20],
  ['exam', 'exam', 140],
]

type Case = [name: string, IssuingRule, LearnerRecord, verdict: string, code: string, because: string[]]
const cases: Case[] = [
  ['a pass is a pass', passes, outcome('passed', 'Pass'), 'qualifies', 'outcome_is_wanted', ['row-outcome']],
  ['a fail is not', passes, outcome('failed', 'Fail'), 'does_not_qualify', 'outcome_is_another', ['row-outcome']],
  ['pending is open', passes, outcome('pending', 'Ongoing'), 'cannot_tell', 'outcome_pending', ['row-outcome']],
  ['no outcome is open', passes, record([]), 'cannot_tell', 'outcome_missing', []],

  [
    'a missing examination keeps the average open',
    average(40, 'cannot_tell'),
    record(tutorMarked),
    'cannot_tell',
    'average_results_missing',
    [],
  ],
  [
    'left out, the rest decides',
    average(40, 'left_out'),
    record(tutorMarked),
    'qualifies',
    'average_reached',
    ['row-TMA1', 'row-TMA2'],
  ],
  [
    'as zero, it drags down',
    average(40, 'counts_as_zero'),
    record(tutorMarked),
    'does_not_qualify',
    'average_short',
    ['row-TMA1', 'row-TMA2'],
  ],
  [
    'a row without a score leaves it open, and is cited',
    average(40, 'cannot_tell'),
    record([
      ['TMA1', 'assignment', 10, 90],
      ['TMA2', 'assignment', 90, null],
    ]),
    'cannot_tell',
    'average_results_missing',
    ['row-TMA2'],
  ],
  [
    'what weighs nothing is not waited for',
    average(40, 'cannot_tell'),
    record([
      ['quiz', 'quiz', 0],
      ['exam', 'exam', 100, 40],
    ]),
    'qualifies',
    'average_reached',
    ['row-exam'],
  ],
  [
    'weights of zero make no average',
    average(40, 'left_out'),
    record([['quiz', 'quiz', 0, 90]]),
    'cannot_tell',
    'average_weights_are_zero',
    [],
  ],
  [
    'no weight, no average',
    average(40, 'left_out'),
    record([['quiz', 'quiz', null, 90]]),
    'cannot_tell',
    'average_weights_missing',
    [],
  ],
  [
    'no maximum, no scale',
    average(40, 'left_out'),
    record([['quiz', 'quiz', 10, 90, null]]),
    'cannot_tell',
    'average_maximum_missing',
    ['row-quiz'],
  ],
  ['nothing scored at all', average(40, 'left_out'), record([['quiz', 'quiz', 10]]), 'cannot_tell', 'average_nothing_scored', []],
  ['no line items at all', average(40, 'counts_as_zero'), record([]), 'cannot_tell', 'average_no_line_items', []],
  [
    'a named line item that is not here is not quietly forgotten',
    { kind: 'weighted_average', atLeast: 40, missing: 'left_out', of: { keys: ['exam', 'viva'] } },
    record([['exam', 'exam', 100, 90]]),
    'cannot_tell',
    'average_line_items_unknown',
    [],
  ],
  [
    'a category selects',
    { kind: 'weighted_average', atLeast: 40, missing: 'cannot_tell', of: { categories: ['assignment'] } },
    record(tutorMarked),
    'qualifies',
    'average_reached',
    ['row-TMA1', 'row-TMA2'],
  ],

  ['one of three is enough', some(1), record(tutorMarked), 'qualifies', 'line_items_reached', ['row-TMA1']],
  ['two of three are still open', some(2), record(tutorMarked), 'cannot_tell', 'line_items_open', []],
  ['three of three are out of reach', some(3), record(tutorMarked), 'does_not_qualify', 'line_items_out_of_reach', ['row-TMA2']],
  ['four of three is no fault of the learner', some(4), record(tutorMarked), 'cannot_tell', 'line_items_too_few', []],
  ['a key that is not here counts as open', some(2, ['TMA1', 'viva']), record(tutorMarked), 'cannot_tell', 'line_items_open', []],
  [
    'a score without a maximum is open',
    some(1),
    record([['quiz', 'quiz', 10, 90, null]]),
    'cannot_tell',
    'line_items_open',
    ['row-quiz'],
  ],
]

for (const [name, rule, given, verdict, code, because] of cases) {
  test(`decide: ${name}`, () => {
    const decision = decide(rule, given)
    assert.deepEqual(
      { verdict: decision.verdict, code: decision.reason.code, because: decision.because },
      { verdict, code, because },
    )
  })
}

test('an average of exactly 40 passes at 40, where binary fractions would fall short', () => {
  const sevenths: Row[] = [
    ['a', 'quiz', 0.1, 0.7, 1],
    ['b', 'quiz', 0.2, 0.1, 1],
    ['c', 'quiz', 0.3, 0.5, 1],
  ]
  const { verdict, reason } = decide(average(40, 'cannot_tell'), record(sevenths))
  assert.equal(((0.1 * 0.7 + 0.2 * 0.1 + 0.3 * 0.5) / (0.1 + 0.2 + 0.3)) * 100 >= 40, false, 'the trap is a real one')
  assert.equal(verdict, 'qualifies')
  assert.equal(reason.values.seen, 40)
})

test('what falls short of 40 by a hair fails, and is not shown as 40', () => {
  const { verdict, reason } = decide(average(40, 'cannot_tell'), record([['a', 'exam', 1, 39.99999]]))
  assert.equal(verdict, 'does_not_qualify')
  assert.equal(reason.values.seen, 39.99)
})

test('scores are scaled by their maximum and weights need not sum to 100', () => {
  const rows: Row[] = [
    ['a', 'quiz', 100, 9, 18],
    ['b', 'quiz', 200, 60, 80],
  ]
  const { reason } = decide(average(50, 'cannot_tell'), record(rows))
  assert.deepEqual(reason.values, { seen: 66.66, needed: 50, unscored: 'none', missing: [] })
})

test('missing line items are named by title, with the value seen and the value needed', () => {
  const { reason } = decide(some(2), record(tutorMarked))
  assert.deepEqual(reason.values, { seen: 1, needed: 2, count: 3, short: 1, scoring: 40, missing: ['Title of exam'] })
})

test('of several results for one line item the best counts', () => {
  const once = record([['exam', 'exam', 100, 30]])
  const again = { ...once, results: [...once.results, { id: 'row-resit', lineItem: 'item-exam', score: 55 }] }
  assert.deepEqual(decide(some(1), again).because, ['row-resit'])
  assert.deepEqual(decide(some(1), { ...again, results: again.results.toReversed() }).because, ['row-resit'])
})

test('every part is looked at, and a verdict cites only the parts that share it', () => {
  const given = record(tutorMarked, { result: 'row-outcome', value: 'failed', says: 'Fail' })
  const decision = decide({ kind: 'all', rules: [passes, some(1), some(3), { kind: 'not', rule: some(2) }] }, given)
  assert.deepEqual(
    decision.parts?.map((part) => part.verdict),
    ['does_not_qualify', 'qualifies', 'does_not_qualify', 'cannot_tell'],
  )
  assert.equal(decision.verdict, 'does_not_qualify')
  assert.deepEqual(decision.because, ['row-outcome', 'row-TMA2'])
  assert.deepEqual(decision.reason.values, { met: 1, unmet: 2, open: 1, count: 4 })
})
