// Dates in the record are read as people write them, and nothing else in it is taken for one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayInWords, piecesOf } from './dates-in-text.ts'

const ours = { en: 'en-GB', ar: 'ar-u-nu-latn' }

test('days are found in a sentence, and the text around them is left as it is', () => {
  assert.deepEqual(piecesOf('Took part from 2026-08-08 to 2026-09-26.'), [
    { text: 'Took part from ' },
    { day: '2026-08-08' },
    { text: ' to ' },
    { day: '2026-09-26' },
    { text: '.' },
  ])
})

test('what only looks like a day stays as it was signed', () => {
  for (const text of ['2026-02-30', '2026-13-01', 'room 12026-08-08', 'order 2026-08-08-1'])
    assert.equal(
      piecesOf(text)
        .map((piece) => ('text' in piece ? piece.text : '<day>'))
        .join(''),
      text,
    )
})

test('a day is written in the language of the text, whatever language the page has', () => {
  assert.equal(dayInWords('2026-08-08', 'en', ours), '8 August 2026')
  assert.equal(dayInWords('2026-08-08', 'de', ours), '8. August 2026')
  assert.match(dayInWords('2026-08-08', 'ar-EG', ours), /^8 أغسطس 2026$/)
  assert.equal(dayInWords('2026-08-08', 'no-language-at-all', ours), '8 August 2026')
})
