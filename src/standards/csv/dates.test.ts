// Calendar days by format and by counting.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { dateReader, daysAfter } from './dates.ts'

const cases: readonly [format: string, text: string, day: string | undefined][] = [
  ['yyyy-MM-dd', '2024-02-29', '2024-02-29'],
  ['yyyy-MM-dd', '2023-02-29', undefined],
  ['yyyy-MM-dd', '2023-2-9', undefined],
  ['d.M.yyyy', '9.2.2023', '2023-02-09'],
  ['dd/MM/yyyy', '12/01/2023', '2023-01-12'],
  ['MM/dd/yyyy', '12/01/2023', '2023-12-01'],
  ['d MMM yyyy', '3 Oct 2013', '2013-10-03'],
  ['d MMM yyyy', '3 Okt 2013', undefined],
  ["yyyy-MM-dd'T'HH:mm:ss*", '2023-05-06T07:08:09.123Z', '2023-05-06'],
  ['yyyy-MM-dd*', '2023-05-06 at noon', '2023-05-06'],
  ['yyyyMMdd', '20230506', '2023-05-06'],
]

for (const [format, text, day] of cases)
  test(`${text} read as ${format} is ${day ?? 'no date'}`, () => assert.equal(dateReader(format)?.(text), day))

test('a format without exactly one year, month and day is none', () => {
  for (const format of ['yyyy-MM', 'yy-MM-dd', 'yyyy-MM-MM-dd', 'yyyy*-MM-dd', 'yyyy-QQ-dd', ''])
    assert.equal(dateReader(format), undefined, format)
})

test('days counted forward and back lead home', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
      fc.integer({ min: -40_000, max: 40_000 }),
      (date, count) => {
        const day = date.toISOString().slice(0, 10)
        assert.equal(daysAfter(daysAfter(day, count) ?? '', -count), day)
      },
    ),
  )
})

test('a day that the calendar does not have is not counted from', () => {
  assert.equal(daysAfter('2023-02-30', 1), undefined)
  assert.equal(daysAfter('9999-12-31', 1), undefined)
})
