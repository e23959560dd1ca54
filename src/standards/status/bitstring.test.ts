import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { bitAt, composeStatusList, decodeList, emptyList, encodeList, leastBits, readIndex, setBit } from './bitstring.ts'

const packed = (bytes: Uint8Array) => `u${gzipSync(bytes).toString('base64url')}`

test('what is set is read, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: leastBits - 1 }), { maxLength: 40 }), async (set) => {
      const list = emptyList()
      for (const index of set) setBit(list, index, true)
      const read = await decodeList(await encodeList(list))
      const found = Array.from({ length: leastBits }, (_, index) => index).filter((index) => bitAt(read, index))
      assert.deepEqual(
        found,
        [...set].sort((a, b) => a - b),
      )
    }),
    { numRuns: 8 },
  )
})

test('index 0 is the left-most bit, as the standard has it', async () => {
  const list = emptyList()
  setBit(list, 0, true)
  setBit(list, 9, true)
  const bytes = gunzipSync(Buffer.from((await encodeList(list)).slice(1), 'base64url'))
  assert.deepEqual([...bytes.subarray(0, 3)], [0b1000_0000, 0b0100_0000, 0])
  setBit(list, 0, false)
  assert.equal(bitAt(list, 0), false)
})

test('a place outside of the list is an error and not a "no"', () => {
  for (const index of [-1, leastBits, 0.5, Number.NaN, 2 ** 40]) {
    assert.throws(() => bitAt(emptyList(), index), { code: 'RANGE_ERROR' }, String(index))
    assert.throws(() => setBit(emptyList(), index, true), { code: 'RANGE_ERROR' })
  }
})

const broken: readonly (readonly [string, string])[] = [
  ['not multibase', 'H4sIAAAA'],
  ['another alphabet', 'z6Mk'],
  ['not zipped', 'uAAAA'],
  ['cut off', packed(emptyList()).slice(0, -20)],
  ['shorter than the standard allows', packed(new Uint8Array(leastBits / 8 - 1))],
  ['a bomb', packed(new Uint8Array(64 * 1024 * 1024))],
]

for (const [situation, encoded] of broken)
  test(`a list that is ${situation} is malformed`, async () => {
    await assert.rejects(decodeList(encoded), { code: 'MALFORMED_VALUE_ERROR' })
  })

test('an index is a whole number in base ten, written as text', () => {
  assert.deepEqual(['0', '94567', '00', '1.0', '-1', '1e3', ' 1', '0x1', 7, null].map(readIndex), [
    0,
    94567,
    ...Array(8).fill(undefined),
  ])
})

test('the credential of a list says what it is for', async () => {
  const encodedList = await encodeList(emptyList())
  const list = composeStatusList({
    id: 'https://x.example/1',
    issuer: 'did:web:x.example',
    purpose: 'suspension',
    encodedList,
    validFrom: new Date(0),
    ttl: 300_000,
  })
  assert.deepEqual(list.type, ['VerifiableCredential', 'BitstringStatusListCredential'])
  assert.deepEqual(list.credentialSubject, {
    id: 'https://x.example/1#list',
    type: 'BitstringStatusList',
    statusPurpose: 'suspension',
    encodedList,
    ttl: 300_000,
  })
})
