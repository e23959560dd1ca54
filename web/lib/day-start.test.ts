// Days begin where the reader lives, also on the days on which the clocks change.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOfDay, startOfDay } from './day-start.ts'

const start = (day: string, zone: string) => startOfDay(day, zone)?.toISOString()
const end = (day: string, zone: string) => endOfDay(day, zone)?.toISOString()

test('a day begins at midnight where the reader is', () => {
  assert.equal(start('2026-11-21', 'UTC'), '2026-11-21T00:00:00.000Z')
  assert.equal(start('2026-11-21', 'Pacific/Auckland'), '2026-11-20T11:00:00.000Z')
  assert.equal(start('2026-11-21', 'America/New_York'), '2026-11-21T05:00:00.000Z')
  assert.equal(start('2026-11-21', 'Asia/Kolkata'), '2026-11-20T18:30:00.000Z')
})

test('a day on which the clocks change is an hour shorter or longer', () => {
  assert.deepEqual(
    [start('2026-03-29', 'Europe/Berlin'), end('2026-03-29', 'Europe/Berlin')],
    ['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
  )
  assert.deepEqual(
    [start('2026-10-25', 'Europe/Berlin'), end('2026-10-25', 'Europe/Berlin')],
    ['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  )
})

test('what is no day begins never', () => {
  for (const day of ['', '2026-02-30', '2026-13-01', 'tomorrow', '2026-1-1'])
    assert.deepEqual([start(day, 'UTC'), end(day, 'UTC')], [undefined, undefined], day)
})
