// Passwords as they are stored and compared.
import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { test } from 'node:test'
import { argon2Passwords } from './argon2-passwords.ts'

const password = 'correct horse battery staple'

test('a password holds against what was stored of it, and another does not', async () => {
  const stored = await argon2Passwords.hash(password)
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.equal(await argon2Passwords.holds(password, stored), true)
  assert.equal(await argon2Passwords.holds(`${password} `, stored), false)
})

test('two people with the same password cannot be told by what is stored', async () => {
  assert.notEqual(await argon2Passwords.hash(password), await argon2Passwords.hash(password))
})

test('without an account no password holds', async () => {
  assert.equal(await argon2Passwords.holds(password, undefined), false)
  assert.equal(await argon2Passwords.holds(password, null), false)
})

test('a letter with an accent holds however the keyboard composed it', async () => {
  const stored = await argon2Passwords.hash('caf\u00e9 caf\u00e9 caf\u00e9')
  assert.equal(await argon2Passwords.holds('cafe\u0301 cafe\u0301 cafe\u0301', stored), true)
})

test('a password stored with other parameters still holds', async () => {
  const salt = Buffer.from('sixteen bytes ok')
  const hash = argon2Sync('argon2id', { message: password, nonce: salt, memory: 64, passes: 3, parallelism: 2, tagLength: 24 })
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  assert.equal(await argon2Passwords.holds(password, `$argon2id$v=19$m=64,t=3,p=2$${text(salt)}$${text(hash)}`), true)
})

test('what was never written by us is a fault, not a match', async () => {
  await assert.rejects(argon2Passwords.holds(password, 'plain'), TypeError)
})
