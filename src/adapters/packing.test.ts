import assert from 'node:assert/strict'
import test from 'node:test'
import { gzipSync } from 'node:zlib'
import { pack, unpack } from './packing.ts'

const text = Buffer.from(
  JSON.stringify({ name: 'さくら Łódzka', results: Array.from({ length: 200 }, (_, at) => ({ at, score: at % 61 })) }),
)

test('what is packed is small and comes back to the byte, and what older releases packed is still read', () => {
  assert.deepEqual(unpack(pack(text)), text)
  assert.deepEqual(unpack(gzipSync(text)), text)
  assert.deepEqual(unpack(pack(Buffer.alloc(0))), Buffer.alloc(0))
  assert.ok(pack(text).length < text.length / 4)
})

test('what was cut off or was never packed is no text', () => {
  for (const bytes of [pack(text).subarray(0, -3), gzipSync(text).subarray(0, -9), Buffer.from('{}'), Buffer.alloc(0)])
    assert.throws(() => unpack(bytes))
})
