// Decisions about people.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  inOrder,
  invitationState,
  lasts,
  sameEmail,
  signUpNow,
  until,
  whyNotAccept,
  whyNotChange,
  whyNotGrant,
  whyNotSignUp,
  whyNotWithdraw,
} from './rules.ts'

const now = new Date('2026-11-21T09:00:00Z')
const before = new Date('2026-11-20T09:00:00Z')
const open = { expires: until(now, lasts.invitation), accepted: null, withdrawn: null }

test('a programme lead invites reviewers, but can make neither an owner nor a registrar', () => {
  assert.equal(whyNotGrant(['programme_lead'], ['reviewer', 'designer']), undefined)
  assert.equal(whyNotGrant(['programme_lead'], ['owner']), 'beyond_your_roles')
  assert.equal(whyNotGrant(['programme_lead'], ['reviewer', 'registrar']), 'beyond_your_roles')
})

test('an owner hands out any role, and somebody without a role none', () => {
  assert.equal(whyNotGrant(['owner'], ['owner', 'registrar']), undefined)
  assert.equal(whyNotGrant([], ['learner']), 'beyond_your_roles')
})

test('the last owner stays one', () => {
  assert.equal(whyNotChange(['olga'], 'olga', ['designer']), 'last_owner')
  assert.equal(whyNotChange(['olga'], 'olga', []), 'last_owner')
  assert.equal(whyNotChange(['olga'], 'olga', ['designer', 'owner']), undefined)
  assert.equal(whyNotChange(['olga', 'otto'], 'olga', []), undefined)
  assert.equal(whyNotChange(['olga'], 'dev', []), undefined)
})

test('roles are kept once each, in the order in which we list them', () => {
  assert.deepEqual(inOrder(['learner', 'owner', 'learner']), ['owner', 'learner'])
})

test('where only the first may sign up, the second may not', () => {
  assert.equal(whyNotSignUp(signUpNow('first', false)), undefined)
  assert.equal(whyNotSignUp(signUpNow('first', true)), 'sign_up_closed')
  assert.equal(whyNotSignUp(signUpNow('open', true)), undefined)
  assert.equal(whyNotSignUp(signUpNow('closed', false)), 'sign_up_closed')
})

test('an invitation is pending until it is accepted, withdrawn, or its seven days are over', () => {
  assert.equal(invitationState(open, now), 'pending')
  assert.equal(invitationState({ ...open, accepted: before }, now), 'accepted')
  assert.equal(invitationState({ ...open, withdrawn: before }, now), 'withdrawn')
  assert.equal(invitationState(open, new Date('2026-11-28T08:59:59.999Z')), 'pending')
  assert.equal(invitationState(open, new Date('2026-11-28T09:00:00Z')), 'expired')
})

test('a stranger is not told whether an invitation was withdrawn, expired or never there', () => {
  assert.equal(whyNotAccept(undefined, now), 'invitation_unknown')
  assert.equal(whyNotAccept({ ...open, withdrawn: before }, now), 'invitation_unknown')
  assert.equal(whyNotAccept({ ...open, expires: now }, now), 'invitation_unknown')
  assert.equal(whyNotAccept({ ...open, accepted: before }, now), 'invitation_accepted')
  assert.equal(whyNotAccept(open, now), undefined)
})

test('what was accepted cannot be withdrawn', () => {
  assert.equal(whyNotWithdraw({ ...open, accepted: before }), 'invitation_accepted')
  assert.equal(whyNotWithdraw(open), undefined)
})

test('an address is the same however it is capitalised', () => {
  assert.equal(sameEmail('Lena@Example.org', 'lena@example.org'), true)
  assert.equal(sameEmail('lena@example.org', 'lena@example.com'), false)
})
