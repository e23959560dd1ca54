// What a bar and its words say, and how wide they may be.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { bytes, counted, duration } from './figures.ts'
import { barLine, paceBetween, progressWords } from './progress.ts'

const reached = { count: 50_000, fraction: 0.25, at: 11_000 }

test('rows, rate and time left are told from two looks', () => {
  const pace = paceBetween({ count: 0, fraction: 0, at: 1000 }, reached)
  assert.deepEqual(pace, { rate: 5000, secondsLeft: 30 })
  assert.equal(
    progressWords({ label: 'Reading', unit: 'row', reached, pace }),
    '25 %, 50,000 rows, 5,000 rows a second, 30 s left',
  )
})

test('before anything has happened nobody says how long it will take', () => {
  assert.equal(paceBetween(reached, reached), undefined)
  assert.equal(progressWords({ label: 'Reading', unit: 'row', reached, pace: undefined }), '25 %, 50,000 rows')
})

test('where the whole is not known there is a count and no bar', () => {
  const open = { count: 7, fraction: undefined, at: 2000 }
  assert.equal(
    barLine({ label: 'Deciding', unit: 'enrolment', reached: open, pace: paceBetween(open, reached) }, 80),
    'Deciding  7 enrolments',
  )
})

test('the bar is as full as the work is done', () => {
  const line = barLine({ label: 'Issuing', unit: 'credential', reached: { count: 1, fraction: 0.5, at: 0 }, pace: undefined }, 80)
  assert.match(line, /^Issuing \[█{15}░{15}\] {2}50 %, 1 credential$/)
})

test('a line never wraps, however narrow the terminal is', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(10_000_000), fc.double({ min: 0, max: 1, noNaN: true }), (width, count, fraction) => {
      const pace = { rate: count / 7, secondsLeft: 100 }
      assert.ok(
        barLine({ label: 'Reading', unit: 'row', reached: { count, fraction, at: 0 }, pace }, width).length <=
          Math.max(0, width - 1),
      )
    }),
  )
})

test('numbers are said as people say them', () => {
  assert.equal(counted(1, 'row'), '1 row')
  assert.equal(counted(32_593, 'enrolment'), '32,593 enrolments')
  assert.deepEqual([0, 1023, 1024, 8_315_732, 5 * 1024 ** 3].map(bytes), ['0 bytes', '1,023 bytes', '1 KB', '7.9 MB', '5 GB'])
  assert.deepEqual([0.42, 12.3, 89, 91, 5400, 7260].map(duration), ['0.4 s', '12 s', '89 s', '2 min', '1 h 30 min', '2 h 1 min'])
})
