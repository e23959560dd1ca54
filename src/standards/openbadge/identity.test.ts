import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { hashIdentity } from './identity.ts'

test('an e-mail address is hashed with its salt behind it', async () => {
  const expected = createHash('sha256').update('lena@example.orgdeadsea').digest('hex')
  assert.equal(await hashIdentity('lena@example.org', 'deadsea'), `sha256$${expected}`)
})
