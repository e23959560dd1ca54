import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonObject } from './json.ts'
import { conditionsAmiss, type Expected } from './proof-conditions.ts'

const expected: Expected = { now: new Date('2026-03-01T12:00:00Z'), toleranceInMs: 60_000, purpose: 'assertionMethod' }
const proof = { proofPurpose: 'assertionMethod', created: '2026-03-01T11:00:00Z' }
const asked: Expected = { ...expected, purpose: 'authentication', domain: 'harbour.example', challenge: 'one' }
const answered = { ...proof, proofPurpose: 'authentication', domain: ['other.example', 'harbour.example'], challenge: 'one' }

const rows: readonly (readonly [string, JsonObject, Expected, readonly string[]])[] = [
  ['a proof as it should be', proof, expected, []],
  ['a clock that is a little ahead', { ...proof, created: '2026-03-01T12:00:59Z' }, expected, []],
  ['a proof without a date', { proofPurpose: 'assertionMethod' }, expected, []],
  ['a proof for another purpose', { ...proof, proofPurpose: 'authentication' }, expected, ['proof_purpose_wrong']],
  ['a proof without a purpose', { created: proof.created }, expected, ['proof_purpose_wrong']],
  ['a proof from tomorrow', { ...proof, created: '2026-03-02T00:00:00Z' }, expected, ['proof_from_future']],
  ['a proof that has run out', { ...proof, expires: '2026-03-01T11:30:00Z' }, expected, ['proof_expired']],
  [
    'dates that are none',
    { ...proof, created: 'today', expires: '2026-03-01' },
    expected,
    ['proof_date_malformed', 'proof_date_malformed'],
  ],
  ['an answer to the question asked', answered, asked, []],
  ['an answer for another reader', { ...answered, domain: 'other.example' }, asked, ['proof_domain_wrong']],
  ['an answer to another question', { ...answered, challenge: 'two' }, asked, ['proof_challenge_wrong']],
  [
    'an answer that names neither',
    { ...answered, domain: null, challenge: null },
    asked,
    ['proof_domain_wrong', 'proof_challenge_wrong'],
  ],
  ['a reader who asked nothing', { ...answered, proofPurpose: 'assertionMethod' }, expected, []],
  [
    'all of it at once',
    { created: '2027-01-01T00:00:00Z' },
    asked,
    ['proof_purpose_wrong', 'proof_from_future', 'proof_domain_wrong', 'proof_challenge_wrong'],
  ],
]

for (const [situation, given, wanted, codes] of rows)
  test(`${situation}: ${codes.join(', ') || 'nothing amiss'}`, () => {
    assert.deepEqual(
      conditionsAmiss(given, wanted).map(({ code }) => code),
      codes,
    )
  })
