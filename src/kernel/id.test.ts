import assert from 'node:assert/strict'
import test from 'node:test'
import { idSchema, newId } from './id.ts'

test('ids sort by the time of their birth and fit their own schema alone', () => {
  const early = newId('cred', new Date('2026-01-01'))
  const late = newId('cred', new Date('2026-01-02'))
  assert.ok(early < late)
  assert.ok(idSchema('cred').safeParse(early).success)
  assert.ok(!idSchema('org').safeParse(early).success)
  for (const forged of ['cred_', `${early}x`, early.toUpperCase(), 7, null, `x${early}`])
    assert.ok(!idSchema('cred').safeParse(forged).success, String(forged))
})

test('ten thousand ids of one moment are all different', () => {
  const at = new Date('2026-01-01')
  assert.equal(new Set(Array.from({ length: 10_000 }, () => newId('evt', at))).size, 10_000)
})
