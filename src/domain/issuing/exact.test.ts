import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atLeast, dividedBy, plus, rational, shown, times } from './exact.ts'

test('a decimal is read as a person wrote it', () => {
  assert.deepEqual(rational(0.1), { of: 1n, over: 10n })
  assert.deepEqual(rational(-2.5), { of: -5n, over: 2n })
  assert.deepEqual(rational(1e-7), { of: 1n, over: 10_000_000n })
  assert.deepEqual(rational(1.5e21), { of: 1_500_000_000_000_000_000_000n, over: 1n })
  assert.throws(() => rational(Number.NaN), RangeError)
  assert.throws(() => dividedBy(rational(1), rational(0)), RangeError)
})

test('one tenth and two tenths are three tenths', () => {
  assert.deepEqual(plus(rational(0.1), rational(0.2)), rational(0.3))
})

test('what is shown is never above what is there', () => {
  const third = dividedBy(rational(-1), rational(3))
  assert.equal(shown(third), -0.34)
  assert.equal(shown(rational(39.9999)), 39.99)
  assert.equal(shown(rational(40)), 40)
})

test('hundredths add, multiply and compare as whole numbers do', () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      const [x, y] = [rational(a / 100), rational(b / 100)]
      assert.deepEqual(plus(x, y), rational((a + b) / 100))
      assert.deepEqual(times(x, rational(100)), rational(a))
      assert.equal(atLeast(x, y), a >= b)
      if (b !== 0) assert.deepEqual(times(dividedBy(x, y), y), x)
    }),
  )
})
