import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromBase64url, fromMultibase, toBase58btc, toBase64url } from './multibase.ts'

test('bytes come back from either alphabet, leading zeros included', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      assert.deepEqual(fromMultibase(toBase58btc(bytes)), bytes)
      assert.deepEqual(fromMultibase(`u${toBase64url(bytes)}`), bytes)
      assert.equal(toBase64url(bytes), Buffer.from(bytes).toString('base64url'))
    }),
  )
})

test('the examples of the base58 draft are met', () => {
  assert.equal(toBase58btc(new TextEncoder().encode('Hello World!')), 'z2NEpo7TZRRrLZSi2U')
  assert.equal(toBase58btc(Uint8Array.of(0, 0, 0x28, 0x7f, 0xb4, 0xcd)), 'z11233QC4')
})

test('text of another alphabet, or with a letter that does not belong, is not read', () => {
  for (const text of ['', 'z0', 'zO', 'zl', 'f00', 'u+/', 'uA', 'uAA==', 'uAB', `z${'2'.repeat(5000)}`])
    assert.equal(fromMultibase(text), undefined, text)
})

test('two texts never mean the same bytes', () => {
  assert.deepEqual(fromBase64url('AA'), Uint8Array.of(0))
  assert.equal(fromBase64url('AB'), undefined)
})
