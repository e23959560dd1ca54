import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { permutation, permute } from './permutation.ts'

test('no two learners are given the same place, whatever the key and the length', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), fc.uint8Array({ minLength: 1, maxLength: 40 }), async (length, key) => {
      const placeOf = await permutation(length, key)
      const places = new Set(Array.from({ length }, (_, position) => placeOf(position)))
      assert.equal(places.size, length)
      assert.ok([...places].every((place) => place >= 0 && place < length))
    }),
    { numRuns: 60 },
  )
})

test('a full list is dealt out without a repeat, and not in order', async () => {
  const length = 131_072
  const placeOf = await permutation(length, Uint8Array.of(1, 2, 3))
  const seen = new Uint8Array(length)
  let steps = 0
  for (let position = 0; position < length; position++) {
    const place = placeOf(position)
    seen[place] = 1
    if (position > 0 && Math.abs(place - placeOf(position - 1)) < 64) steps++
  }
  assert.ok(seen.every((bit) => bit === 1))
  // By chance one neighbour in about a thousand lies that near.
  assert.ok(steps < length / 300, `${steps} neighbours stayed neighbours`)
})

test('the same key gives the same place, another key another', async () => {
  const places = await Promise.all([1, 1, 2].map((byte) => permute(7, 131_072, Uint8Array.of(byte))))
  assert.equal(places[0], places[1])
  assert.notEqual(places[0], places[2])
})

test('a position outside of the list is an error', async () => {
  const placeOf = await permutation(10, Uint8Array.of(1))
  for (const position of [-1, 10, 0.5, Number.NaN]) assert.throws(() => placeOf(position), RangeError)
  await assert.rejects(permutation(0, Uint8Array.of(1)), RangeError)
})
