// Tokens and their hashes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOf, newToken } from './tokens.ts'

test('a session is 256 bits of chance, a link 128, and no two are alike', () => {
  assert.match(newToken('session'), /^[A-Za-z0-9_-]{43}$/)
  assert.match(newToken('invitation'), /^[A-Za-z0-9_-]{22}$/)
  assert.match(newToken('passwordReset'), /^[A-Za-z0-9_-]{22}$/)
  assert.equal(new Set(Array.from({ length: 1000 }, () => newToken('invitation'))).size, 1000)
})

test('a token is found again by its SHA-256 hash', async () => {
  // FIPS 180-4, the example "abc"
  assert.equal(
    Buffer.from(await hashOf('abc')).toString('hex'),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})
