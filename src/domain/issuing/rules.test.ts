import assert from 'node:assert/strict'
import test from 'node:test'
import {
  credentialState,
  lineStateFor,
  pace,
  releaseMoves,
  statesFor,
  whyNotConfirm,
  whyNotLift,
  whyNotMoveRelease,
  whyNotRevoke,
  whyNotSuspend,
} from './rules.ts'

const now = new Date('2026-06-01T00:00:00Z')
const before = new Date('2026-05-01T00:00:00Z')

test('revoked stands before suspended, suspended before expired', () => {
  assert.equal(credentialState({ revoked: true, suspended: true, validUntil: before }, now), 'revoked')
  assert.equal(credentialState({ revoked: false, suspended: true, validUntil: before }, now), 'suspended')
  assert.equal(credentialState({ revoked: false, suspended: false, validUntil: before }, now), 'expired')
  assert.equal(credentialState({ revoked: false, suspended: false }, now), 'valid')
})

test('revocation is final, suspension is not', () => {
  assert.equal(whyNotRevoke({ revoked: true }), 'already_revoked')
  assert.equal(whyNotSuspend({ revoked: true, suspended: false }), 'already_revoked')
  assert.equal(whyNotSuspend({ revoked: false, suspended: true }), 'already_suspended')
  assert.equal(whyNotSuspend({ revoked: false, suspended: false }), undefined)
  assert.equal(whyNotLift({ suspended: false }), 'not_suspended')
})

test('a release is confirmed only when prepared, and only with the number that was seen', () => {
  assert.equal(whyNotConfirm('prepared', 12, 12), undefined)
  assert.equal(whyNotConfirm('prepared', 12, 13), 'count_changed')
  assert.equal(whyNotConfirm('issuing', 12, 12), 'wrong_release_state')
})

test('an issued release leads nowhere, and nothing leads back to preparing', () => {
  assert.deepEqual(releaseMoves.issued, {})
  assert.ok(Object.values(releaseMoves).every((moves) => !Object.values(moves).includes('preparing' as never)))
  assert.equal(whyNotMoveRelease('issuing', 'cancel'), 'wrong_release_state')
})

test('only lines that still wait can be held or excluded', () => {
  assert.deepEqual(statesFor('hold'), ['ready', 'excluded'])
  assert.deepEqual(statesFor('exclude'), ['ready', 'held'])
  assert.deepEqual(statesFor('readmit'), ['held', 'excluded'])
})

test('who qualifies and already has it is not issued another', () => {
  assert.equal(lineStateFor({ verdict: 'qualifies', awarded: true, held: true }), 'already_awarded')
  assert.equal(lineStateFor({ verdict: 'qualifies', awarded: false, held: false }), 'ready')
  assert.equal(lineStateFor({ verdict: 'qualifies', awarded: false, held: true }), 'held')
  assert.equal(lineStateFor({ verdict: 'cannot_tell', awarded: false, held: true }), 'not_due')
})

test('the time left follows from the pace so far', () => {
  assert.deepEqual(pace(50, 200, new Date(0), new Date(10_000)), { rate: 5, secondsLeft: 30 })
  assert.deepEqual(pace(0, 200, new Date(0), new Date(10_000)), { rate: 0, secondsLeft: 0 })
})
