// Of what was verified, that is shown which can be read; and only what holds is said to be proven.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report } from '#standards/verify/report.ts'
import { documentsShown } from './documents-shown.ts'

const report = (
  credential: Record<string, unknown>,
  ...findings: [Report['findings'][number]['check'], string, string?][]
): Report => ({
  verdict: 'undecided',
  credential,
  findings: findings.map(([check, code, path]) => ({ check, outcome: 'passed', code, values: path ? { path } : {} })),
})

test('of a presentation each credential is shown, and a forged one is not said to be proven', () => {
  const [genuine, forged] = [
    { credentialSubject: {}, name: 'A' },
    { credentialSubject: {}, name: 'B' },
  ]
  const envelope = { type: 'EnvelopedVerifiableCredential', id: 'data:,' }
  const shown = documentsShown(
    report(
      { type: ['VerifiablePresentation'], verifiableCredential: [genuine, envelope, forged] },
      ['proof_holds', 'proof_holds'],
      ['embedded', 'embedded_lapsed', 'verifiableCredential.0'],
      ['embedded', 'embedded_fails', 'verifiableCredential.2'],
    ),
  )
  assert.deepEqual(shown, [
    { path: 'verifiableCredential.0', document: genuine, proven: true, verdict: 'untrusted' },
    { path: 'verifiableCredential.2', document: forged, proven: false, verdict: 'untrusted' },
  ])
})

test('a badge of version 2.0 is shown in today’s words, and not at all where it only points', () => {
  const badge = { id: 'https://a.example/b', name: 'Data', issuer: { id: 'https://a.example/i', name: 'College' } }
  const assertion = {
    type: 'Assertion',
    badge,
    recipient: { type: 'email', hashed: true, identity: 'x' },
    issuedOn: '2026-03-01',
  }
  const [shown] = documentsShown(report(assertion, ['proof_holds', 'hosted_confirmed']))
  assert.partialDeepStrictEqual(shown, {
    proven: true,
    document: { name: 'Data', issuer: badge.issuer, validFrom: '2026-03-01' },
  })
  assert.deepEqual(documentsShown(report({ ...assertion, badge: badge.id })), [])
})

test('any other credential is shown as it is', () => {
  const credential = { credentialSubject: {} }
  assert.deepEqual(documentsShown(report(credential)), [{ path: '', document: credential, proven: false, verdict: 'undecided' }])
  assert.deepEqual(documentsShown({ verdict: 'untrusted', findings: [] }), [])
})
