import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type JsonRefusal, readJson } from './json.ts'

const refused: readonly (readonly [string, string | Uint8Array, JsonRefusal])[] = [
  ['a text that is not JSON', '{"a":', 'not_json'],
  ['nothing at all', '', 'not_json'],
  ['a member named twice', '{"a":1,"b":{"a":2},"a":3}', 'duplicate_name'],
  ['a member named twice, once with an escape', '{"a":1,"\\u0061":2}', 'duplicate_name'],
  ['a member named twice, with room before the colon', '{"a" \n:1,"a"\t:2}', 'duplicate_name'],
  ['a member that would change the object itself', '{"__proto__":{"a":1}}', 'dangerous_name'],
  ['a nest deeper than any credential', '['.repeat(100_000), 'too_deep'],
  ['a text that is longer than any credential', ' '.repeat(5_000_000), 'too_large'],
  ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'not_utf8'],
  ['half of a character, written as an escape', '{"a":["\\ud83d"]}', 'broken_character'],
  ['half of a character in a name', '{"\\ud83d":1}', 'broken_character'],
]

for (const [situation, source, code] of refused)
  test(`${situation} is refused`, () => {
    assert.throws(() => readJson(source), { code })
  })

test('a byte order mark is tolerated, in bytes and in text', () => {
  assert.deepEqual(readJson(new TextEncoder().encode('\uFEFF{"a":1}')), { a: 1 })
  assert.deepEqual(readJson('\uFEFF{"a":1}'), { a: 1 })
})

test('texts that look like names are not names', () => {
  assert.deepEqual(readJson('{"a":"x\\":\\"a","b":["a","a"],"c":{"a":"{\\"a\\":1"}}'), {
    a: 'x":"a',
    b: ['a', 'a'],
    c: { a: '{"a":1' },
  })
})

test('whatever JSON can say is read as JSON says it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value)
      if (text.includes('__proto__')) return
      assert.deepEqual(readJson(text), JSON.parse(text))
    }),
    { numRuns: 150 },
  )
})
