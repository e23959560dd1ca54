// The sentence over a person's results says what they amount to, and nothing that the credential does not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resultsFinding } from './results-finding.ts'

const scored = (...scores: (readonly [score: number | undefined, max: number])[]) =>
  resultsFinding(scores.map(([score, max], at) => ({ id: String(at), name: '', max, ...(score === undefined ? {} : { score }) })))

test('one score is told as it is', () => {
  assert.deepEqual(scored([78, 100]), { key: 'oneAndMissing', values: { score: 78, max: 100, missing: 0 } })
})

test('several are told from lowest to highest, with what has no score', () => {
  assert.deepEqual(scored([64.5, 100], [96, 100], [undefined, 100]), {
    key: 'range',
    values: { count: 2, low: 64.5, high: 96, max: 100, missing: 1 },
  })
})

test('equal scores are not told as a range', () => {
  assert.equal(scored([50, 100], [50, 100]).key, 'same')
})

test('scores of different maxima are compared as shares', () => {
  assert.deepEqual(scored([10, 20], [75, 100]), { key: 'share', values: { count: 2, low: 0.5, high: 0.75, missing: 0 } })
})

test('nothing scored is not nothing done', () => {
  assert.deepEqual(scored([undefined, 100], [undefined, 100]), { key: 'unscored', values: { count: 2 } })
})
