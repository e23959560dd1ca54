// Limits at the door: so often a minute, for each door and each caller.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLimits } from './rate-limits.ts'

test('the third attempt in a minute is refused where two are allowed, and says how long to wait', async () => {
  const { take } = createLimits()
  assert.deepEqual(await take('sign in', '203.0.113.7', 2), { allowed: true, retryAfter: 0 })
  assert.deepEqual(await take('sign in', '203.0.113.7', 2), { allowed: true, retryAfter: 0 })
  const { allowed, retryAfter } = await take('sign in', '203.0.113.7', 2)
  assert.equal(allowed, false)
  assert.ok(Number.isInteger(retryAfter) && retryAfter >= 1 && retryAfter <= 60)
})

test('another door and another caller are counted by themselves', async () => {
  const { take } = createLimits()
  await take('sign in', '203.0.113.7', 1)
  assert.equal((await take('verify', '203.0.113.7', 1)).allowed, true)
  assert.equal((await take('sign in', '203.0.113.8', 1)).allowed, true)
  assert.equal((await take('sign in', '203.0.113.7', 1)).allowed, false)
})

const sameCaller = [
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff'],
  ['2001:DB8::1', '2001:db8:0:0:1::'],
  ['::ffff:203.0.113.7', '::ffff:cb00:7107'],
  ['fe80::1%eth0', 'fe80::2'],
] as const

test('all addresses of one household count as one caller', async () => {
  for (const [first, second] of sameCaller) {
    const { take } = createLimits()
    await take('sign in', first, 1)
    assert.equal((await take('sign in', second, 1)).allowed, false, `${first} and ${second}`)
  }
})

test('neighbours are told apart', async () => {
  const { take } = createLimits()
  await take('sign in', '2001:db8:1:2::1', 1)
  assert.equal((await take('sign in', '2001:db8:1:3::1', 1)).allowed, true)
  assert.equal((await take('sign in', '::ffff:203.0.113.7', 1)).allowed, true)
  assert.equal((await take('sign in', '::ffff:203.0.113.8', 1)).allowed, true)
})
