// A document that somebody typed is pointed at by line, whether it is JSON or nearly.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ouladProfile } from '#domain/intake/profiles/oulad.ts'
import { jsonPlaces, lineAndColumn, offsetOf } from './json-places.ts'

const text = '{\n  "files": [\n    { "role": "marks", "names": [] },\n    { "role": "people" }\n  ]\n}'
const lineOf = (...path: (string | number)[]) => lineAndColumn(text, offsetOf(jsonPlaces(text), path)).line

test('a value is found on its line', () => {
  assert.equal(lineOf('files', 0, 'names'), 3)
  assert.equal(lineOf('files', 1, 'role'), 4)
})

test('what is missing is looked for where it would stand', () => {
  assert.equal(lineOf('files', 1, 'names'), 4)
  assert.equal(lineOf('title'), 1)
})

const slips: readonly [text: string, needs: string, place: string][] = [
  ['', 'value', '1:1'],
  ['hello', 'value', '1:1'],
  ['{ "a": }', 'value', '1:8'],
  ['{ a: 1 }', 'name', '1:3'],
  ['{ "a" 1 }', 'colon', '1:7'],
  ['{\n  "a": 1\n  "b": 2\n}', 'comma', '3:3'],
  ['{ "a": 1, }', 'name', '1:11'],
  ['[1, ]', 'value', '1:5'],
  ['{ "a": "b }', 'quote', '1:8'],
  ['{ "a": "b\n" }', 'quote', '1:8'],
  ['{ "a": [1', 'comma', '1:10'],
  ['{} {}', 'end', '1:4'],
  ['{ "a": 01 }', 'comma', '1:9'],
]

for (const [given, needs, place] of slips)
  test(`${JSON.stringify(given)}: what is needed is a ${needs}, and where`, () => {
    const { slip } = jsonPlaces(given)
    assert.ok(slip)
    const { line, column } = lineAndColumn(given, slip.at)
    assert.deepEqual([slip.needs, `${line}:${column}`], [needs, place])
    assert.throws(() => JSON.parse(given))
  })

test('a document deeper than any stack is refused for its depth', () => {
  assert.equal(jsonPlaces('['.repeat(900_000)).slip?.needs, 'less_depth')
})

test('what is JSON has no slip', () => {
  const fine = [
    '1',
    '-0.5e+3',
    'null',
    '[]',
    '{}',
    ' [ 1 , "a\\u00e9\\n" ] ',
    JSON.stringify(ouladProfile, null, 2),
    JSON.stringify(ouladProfile),
  ]
  for (const given of fine) assert.equal(jsonPlaces(given).slip, undefined, given)
})
