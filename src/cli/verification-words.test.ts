// What a verification says, what it answers to scripts, and how saved documents stand in for the web.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Report } from '#standards/verify/report.ts'
import { addressesOf, answerFrom, savedDocuments } from './saved-documents.ts'
import { exitCodes, reportLines, worstOf } from './verification-words.ts'

const revoked: Report = {
  verdict: 'untrusted',
  credential: { name: 'Data Literacy', issuer: { id: 'did:web:a.org', name: 'Harbour University' } },
  findings: [
    { check: 'proof_holds', outcome: 'passed', code: 'proof_holds', values: {} },
    { check: 'known_contexts', outcome: 'warned', code: 'inline_terms', values: {} },
    { check: 'status', outcome: 'failed', code: 'revoked', values: { purpose: 'revocation' } },
    { check: 'within_dates', outcome: 'not_run', code: 'not_asked_yet', values: {} },
    { check: 'recipient', outcome: 'not_run', code: 'not_asked_yet', values: {} },
  ],
}

test('every finding has a sign and a word, and the verdict says why', () => {
  assert.deepEqual(reportLines('badge.json', revoked), [
    'badge.json: “Data Literacy”, issued by Harbour University',
    '  ✓ passed           Nothing was changed since the issuer signed it',
    '  ! note             It uses words of its own, which we do not interpret',
    '  ✗ failed           The issuer has revoked it (revocation)',
    '  ? not asked        Is it valid today? Whose is it?',
    'Not trusted. The issuer has revoked it.',
  ])
})

test('what could not be read at all has a name nevertheless', () => {
  const findings: Report['findings'] = [{ check: 'well_formed', outcome: 'not_run', code: 'check_broke', values: {} }]
  assert.deepEqual(reportLines('x', { verdict: 'undecided', findings }), [
    'x',
    '  ? could not check  We could not finish this check',
    'Undecided: it could not be checked to the end. We could not finish this check.',
  ])
})

test('of several, what is known to be bad is worst; what is not known is never taken for good', () => {
  assert.equal(exitCodes[worstOf(['trusted', 'trusted'])], 0)
  assert.equal(exitCodes[worstOf(['trusted', 'untrusted', 'undecided'])], 1)
  assert.equal(exitCodes[worstOf(['trusted', 'undecided'])], 2)
})

const saved = (document: object) => ({ path: 'saved.json', bytes: new TextEncoder().encode(JSON.stringify(document)) })

test('a saved document answers at its own address and at no other', () => {
  const documents = savedDocuments([
    saved({ id: 'did:web:a.example.org:o:harbour' }),
    saved({ id: 'https://a.example.org/status/sl_1' }),
  ])
  assert.equal(answerFrom(documents, 'https://a.example.org/o/harbour/did.json')?.status, 200)
  assert.equal(answerFrom(documents, 'https://a.example.org/status/sl_1')?.status, 200)
  assert.equal(answerFrom(documents, 'https://b.example.org/status/sl_1'), undefined)
  assert.deepEqual(addressesOf({ id: 'did:web:localhost%3A3000:o:x' }), [
    'http://localhost:3000/o/x/did.json',
    'https://localhost:3000/o/x/did.json',
  ])
})

test('a file that says nowhere which document it is, is refused', () => {
  assert.throws(() => savedDocuments([saved({ type: 'List' })]), /saved\.json.*no “id”/)
  assert.throws(
    () => savedDocuments([{ path: 'saved.json', bytes: new TextEncoder().encode('{') }]),
    /saved\.json cannot be read/,
  )
})
