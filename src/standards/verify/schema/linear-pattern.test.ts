import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { linearPattern } from './linear-pattern.ts'

const matches = (pattern: string, text: string): boolean => linearPattern(pattern, () => {}).test(text)

const atom = fc.constantFrom(
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '\\d',
  '\\w',
  '(?:a|b)',
  '(ab)',
  '(a|)',
  '^',
  '$',
  '(a*b)',
  '\\.',
  '-',
)
const quantifier = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{0,}', '*?', '{0}')
const pattern = fc
  .array(fc.tuple(atom, quantifier), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([one, many]) => (one === '^' || one === '$' ? one : one + many)).join(''))
const alternatives = fc.array(pattern, { minLength: 1, maxLength: 3 }).map((all) => all.join('|'))
const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', '-', '😀', '\n'), maxLength: 8 })

test('a pattern matches what the platform’s own would match', () => {
  fc.assert(
    fc.property(alternatives, text, (written, letters) => {
      assert.equal(
        matches(written, letters),
        new RegExp(written, 'u').test(letters),
        `/${written}/ on ${JSON.stringify(letters)}`,
      )
    }),
    { numRuns: 3000 },
  )
})

test('the patterns of the schemas that badges name are among those', () => {
  const date = String.raw`^-?([1-9][0-9]{3,}|0[0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T(\d\d:){2}\d\d(\.[0-9]+)?(Z|(\+|-)\d\d:\d\d)?$`
  assert.ok(matches(date, '2026-03-01T09:00:00.123Z'))
  assert.ok(!matches(date, '2026-13-01T09:00:00Z'))
  assert.ok(matches('(ext:)[a-z|A-Z|0-9|.|-|_]+', 'ext:Mine'))
  assert.ok(matches('^\\p{Lu}\\/x\\-$', 'Ä/x-'))
})

test('a pattern made to take for ever takes no longer than its text is long', () => {
  let steps = 0
  const count = (spent: number) => {
    steps += spent
  }
  for (const slow of ['(a+)+$', '(a|a)*b', '(a?){30}a{30}b', '(.*)*x'])
    assert.equal(linearPattern(slow, count).test('a'.repeat(2000)), slow === '(a+)+$')
  assert.ok(steps < 1_000_000, `${steps}`)
})

for (const refused of [
  '(?=a)',
  '(?!a)',
  '(?<=a)b',
  '(a)\\1',
  '\\bword',
  'a{2,1}',
  '(a',
  'a)',
  '*a',
  '[a',
  'a{5000}',
  '((a{99}){99}){99}',
])
  test(`${refused} is refused rather than tried`, () => assert.throws(() => linearPattern(refused, () => {}), RangeError))
