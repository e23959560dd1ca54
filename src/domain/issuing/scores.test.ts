import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atLeast, dividedBy, hundredths, plus, rational, times } from './exact.ts'
import { reachesPercent, weightedAverage } from './scores.ts'

/** What people write, what machines write, and what is larger or finer than whole numbers can hold. */
const amount = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100),
  fc.constantFrom(0, 0.1, 33.33, 33.333, 1e-9, 99.995, 12_345_678.9, 1e15, 2 ** 53),
  fc.double({ min: 0, max: 1000, noNaN: true }),
)
const full = amount.filter((value) => value > 0)
const percent = fc.integer({ min: 1, max: 10_000 }).map((value) => value / 100)
const hundred = rational(100)

test('a score reaches a percentage exactly when its fraction does', () => {
  fc.assert(
    fc.property(amount, full, percent, (score, maximum, wanted) => {
      const share = times(dividedBy(rational(score), rational(maximum)), hundred)
      assert.equal(reachesPercent(score, maximum, wanted), atLeast(share, rational(wanted)))
    }),
    { numRuns: 1000 },
  )
})

test('an average in whole numbers is the average in fractions', () => {
  const weighed = fc.array(fc.record({ weight: full, score: amount, maximum: full }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(weighed, (all) => {
      const weights = all.map(({ weight }) => rational(weight)).reduce(plus)
      const earned = all
        .map(({ weight, score, maximum }) => times(rational(weight), dividedBy(rational(score), rational(maximum))))
        .reduce(plus)
      const { of, over } = weightedAverage(all)
      const expected = times(dividedBy(earned, weights), hundred)
      assert.equal(of * expected.over, expected.of * over)
    }),
    { numRuns: 1000 },
  )
})

test('marks that are easily rounded away are not', () => {
  assert.equal(reachesPercent(39.99, 100, 40), false)
  assert.equal(reachesPercent(0.4, 1, 40), true)
  assert.equal(reachesPercent(2.675, 100, 2.68), false)
  assert.deepEqual([hundredths(1.005), hundredths(0.29), hundredths(-0.1), hundredths(1e15)], [undefined, 29, -10, undefined])
})
