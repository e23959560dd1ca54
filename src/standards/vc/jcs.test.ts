import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jcs } from './jcs.ts'

test('the sample of RFC 8785 is written as the RFC writes it', () => {
  const value = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
    literals: [null, true, false],
  }
  assert.equal(
    jcs(value),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('names sort by UTF-16 units, as the RFC shows', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']
  assert.equal(
    jcs(Object.fromEntries(names.map((name) => [name, 0]))),
    `{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(',')}}`,
  )
})

test('what JSON cannot carry is refused', () => {
  assert.throws(() => jcs(Number.NaN), RangeError)
  assert.throws(() => jcs(['\ud83d']), RangeError)
})
