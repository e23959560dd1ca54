// The mails we write.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mail } from './mails.ts'

const invitation = {
  organisation: 'Example University',
  inviter: 'Olga',
  roles: ['registrar', 'support'],
  link: 'https://example.org/invitations/token',
  expires: new Date('2026-11-28T23:30:00Z'),
} as const

test('an invitation says who invites, where to, as what, how to accept, and until when', () => {
  const { to, subject, text } = mail('invitation', 'rita@example.org', invitation)
  assert.equal(to, 'rita@example.org')
  assert.match(subject, /Example University/)
  assert.match(text, /^Olga invites you to join Example University/)
  assert.match(text, /registrar and learner support/)
  assert.match(text, /^https:\/\/example\.org\/invitations\/token$/m)
  assert.match(text, /28 November 2026/)
})

test('an invitation from the installation itself names nobody', () => {
  assert.match(mail('invitation', 'rita@example.org', { ...invitation, inviter: undefined }).text, /^Somebody invites you/)
})

test('a mail about a new password holds the link alone on its line, so that it can be opened', () => {
  const { text } = mail('passwordReset', 'lena@example.org', { name: 'Lena', link: 'https://example.org/password/token' })
  assert.match(text, /^Hello Lena,$/m)
  assert.match(text, /^https:\/\/example\.org\/password\/token$/m)
})

test('who wants a language that we do not write in yet gets English', () => {
  const values = { name: 'Lena', link: 'https://example.org/password/token' }
  assert.deepEqual(
    mail('passwordReset', 'lena@example.org', values, ['he-IL', 'en-GB']),
    mail('passwordReset', 'lena@example.org', values),
  )
})
