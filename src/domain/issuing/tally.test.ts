import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from './decide.ts'
import type { LearnerRecord } from './decision.ts'
import type { IssuingRule } from './rule.ts'
import { countReasons, groundsOf, noReasons, reasonCounts, restsOn } from './tally.ts'

const record = (score: number | undefined, outcome: 'passed' | 'failed'): LearnerRecord => ({
  enrolment: 'lena',
  outcome: { result: 'row-outcome', value: outcome, says: outcome },
  lineItems: [{ id: 'exam', key: 'exam', title: 'Examination', category: 'exam', weight: 100, maximum: 100 }],
  results: score === undefined ? [] : [{ id: 'row-exam', lineItem: 'exam', score }],
})

const passed: IssuingRule = { kind: 'final_outcome', in: ['passed'] }
const average = (atLeast: number): IssuingRule => ({ kind: 'weighted_average', atLeast, missing: 'cannot_tell' })
const both: IssuingRule = { kind: 'all', rules: [passed, { kind: 'any', rules: [average(60), average(50)] }] }

test('a verdict rests on the innermost conditions that share it', () => {
  assert.deepEqual(groundsOf(decide(both, record(40, 'failed'))), [
    { code: 'outcome_is_another', at: [0] },
    { code: 'average_short', at: [1, 0] },
    { code: 'average_short', at: [1, 1] },
  ])
  assert.deepEqual(groundsOf(decide(both, record(40, 'passed'))), [
    { code: 'average_short', at: [1, 0] },
    { code: 'average_short', at: [1, 1] },
  ])
  assert.deepEqual(groundsOf(decide(both, record(55, 'passed'))), [
    { code: 'outcome_is_wanted', at: [0] },
    { code: 'average_reached', at: [1, 1] },
  ])
  assert.deepEqual(groundsOf(decide(both, record(undefined, 'failed'))), [{ code: 'outcome_is_another', at: [0] }])
})

test('what must not be the case rests on the condition inside, though that says the opposite', () => {
  const rule: IssuingRule = { kind: 'not', rule: { kind: 'all', rules: [passed, average(60)] } }
  assert.deepEqual(groundsOf(decide(rule, record(40, 'passed'))), [{ code: 'average_short', at: [0, 1] }])
  assert.deepEqual(
    groundsOf(decide(rule, record(80, 'passed'))).map(({ at }) => at),
    [
      [0, 0],
      [0, 1],
    ],
  )
})

test('each condition counts an enrolment once, and who is counted twice is told', () => {
  const reasons = noReasons()
  const records = [record(40, 'failed'), record(40, 'passed'), record(80, 'passed'), record(undefined, 'failed')]
  for (const one of records) countReasons(reasons, decide({ kind: 'all', rules: [passed, average(60)] }, one))
  assert.deepEqual(reasonCounts(reasons), [
    { verdict: 'does_not_qualify', code: 'average_short', at: [1], count: 2 },
    { verdict: 'does_not_qualify', code: 'outcome_is_another', at: [0], count: 2 },
    { verdict: 'qualifies', code: 'average_reached', at: [1], count: 1 },
    { verdict: 'qualifies', code: 'outcome_is_wanted', at: [0], count: 1 },
  ])
  assert.deepEqual(reasons.underSeveral, { qualifies: 1, does_not_qualify: 1, cannot_tell: 0 })
})

test('of a rule that is one condition the counts sum to everybody, and no way is told', () => {
  const reasons = noReasons()
  for (const one of [record(40, 'failed'), record(80, 'passed')]) countReasons(reasons, decide(passed, one))
  assert.deepEqual(reasonCounts(reasons), [
    { verdict: 'does_not_qualify', code: 'outcome_is_another', count: 1 },
    { verdict: 'qualifies', code: 'outcome_is_wanted', count: 1 },
  ])
  assert.deepEqual(reasons.underSeveral, { qualifies: 0, does_not_qualify: 0, cannot_tell: 0 })
})

test('the people behind a reason are those it was counted for', () => {
  const decision = decide(both, record(55, 'passed'))
  assert.equal(restsOn(decision, { code: 'average_reached', at: [1, 1] }), true)
  assert.equal(restsOn(decision, { code: 'average_reached', at: [1, 0] }), false)
  assert.equal(restsOn(decision, { code: 'average_short', at: [1, 0] }), false)
})
