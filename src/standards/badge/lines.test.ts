import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cut, evenLines, filledLines } from './lines.ts'
import { widthOf } from './widths.ts'

test('lines are as even as can be', () => {
  assert.deepEqual(evenLines('Data Literacy for Public Health', 2), ['Data Literacy for', 'Public Health'])
  assert.deepEqual(evenLines('Ethical Use of Artificial Intelligence in Clinical Practice', 3), [
    'Ethical Use of',
    'Artificial Intelligence',
    'in Clinical Practice',
  ])
  assert.equal(evenLines('Welding', 2), undefined)
})

test('breaking a title loses no word', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé]{1,12}$/), { minLength: 1, maxLength: 14 })
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 3 }), (words, count) => {
      const lines = evenLines(words.join(' '), count)
      if (words.length < count) return assert.equal(lines, undefined)
      assert.equal(lines?.length, count)
      assert.equal(lines?.join(' '), words.join(' '))
    }),
  )
})

test('no other break is more even', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 2, maxLength: 9 })
  const widest = (lines: readonly string[]) => Math.max(...lines.map((line) => widthOf(line, 1)))
  fc.assert(
    fc.property(words, (words) => {
      const others = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')])
      const least = Math.min(...others.map(widest))
      assert.ok(widest(evenLines(words.join(' '), 2) ?? []) <= least + 1e-9)
    }),
  )
})

test('what does not fit is cut with an ellipsis, between letters as people count them', () => {
  assert.equal(cut('Welding', 20, 500), 'Welding')
  const family = '👩‍👩‍👧'
  assert.equal(cut(family.repeat(3), 20, 45).replaceAll(family, ''), '…')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 60, max: 200 }), (text, width) => {
      assert.ok(widthOf(cut(text, 20, width), 20) <= width)
    }),
  )
})

test('a word longer than a line goes on with a hyphen; writing without spaces without one', () => {
  const [first = '', second = ''] = filledLines('Nachhaltigkeitsberichterstattung', 24, [260, 260, 260])
  assert.match(first, /-$/)
  assert.equal(first.slice(0, -1) + second, 'Nachhaltigkeitsberichterstattung')
  assert.deepEqual(filledLines('公共卫生数据素养', 24, [100, 200]), ['公共卫', '生数据素养'])
})

test('accents take no room, and other writing has a width', () => {
  assert.equal(widthOf('é', 10), widthOf('e', 10))
  for (const text of ['ж', 'α', 'ש', 'ب', '数', '👍']) assert.ok(widthOf(text, 10) > 3, text)
})
