// The input of any endpoint, from the words of a command line.
import assert from 'node:assert/strict'
import test from 'node:test'
import { apis } from '#sdk/sdk.ts'
import { fieldsOf, inputFrom } from './call-fields.ts'

const { simulate, listCredentials, revoke, prepareRelease } = apis.issuing

test('an object as JSON is the input, and fields after it win', () => {
  assert.deepEqual(inputFrom(['{"limit": 5, "search": "a"}'], listCredentials), { limit: 5, search: 'a' })
  assert.deepEqual(inputFrom(['{"limit": 5}', '--limit', '7'], listCredentials), { limit: 7 })
})

test('fields are read as what they are: text stays text, everything else is JSON', () => {
  assert.deepEqual(inputFrom(['--search', '123', '--limit=10', '--micro-credential', 'mc_1'], listCredentials), {
    search: '123',
    limit: 10,
    microCredential: 'mc_1',
  })
  assert.deepEqual(inputFrom(['--rule', '{"kind":"final_outcome","in":["passed"]}'], simulate), {
    rule: { kind: 'final_outcome', in: ['passed'] },
  })
  assert.deepEqual(inputFrom(['--reason', 'true'], revoke), { reason: 'true' })
})

test('a field named twice is a list, and so is one that only lists fit', () => {
  assert.deepEqual(inputFrom(['--offerings', 'off_1', '--offerings', 'off_2'], prepareRelease), { offerings: ['off_1', 'off_2'] })
  assert.deepEqual(inputFrom(['--offerings', 'off_1'], prepareRelease), { offerings: ['off_1'] })
  assert.deepEqual(inputFrom(['--offerings', '["off_1"]'], prepareRelease), { offerings: ['off_1'] })
})

test('what is no field is refused with the fields there are', () => {
  assert.throws(() => inputFrom(['--sarch', 'x'], listCredentials), /no field “sarch”.*search/)
  assert.throws(() => inputFrom(['{"limit": 5}', 'x'], listCredentials), /“x” is no field/)
  assert.throws(() => inputFrom(['[1]'], listCredentials), { code: 'not_json' })
  assert.throws(() => inputFrom(['--constructor', 'x'], listCredentials), { code: 'field_unknown' })
})

test('every endpoint can be called by its fields', () => {
  for (const [room, api] of Object.entries(apis))
    for (const [name, endpoint] of Object.entries(api))
      assert.equal(typeof fieldsOf(endpoint), 'object', `${room}.${name} has no fields to show`)
})
