// Every finding has a sentence, and every verdict a cause that can be said.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { plainWords } from '#standards/verify/plain-words.ts'
import { checkIds, type Report } from '#standards/verify/report.ts'
import { causeOf, isProven, nextOf, titleOf } from './verdict-cause.ts'

const words = JSON.parse(readFileSync(new URL('../../messages/en/verify.json', import.meta.url), 'utf8'))

test('every code that a finding can carry is said in the catalogue, and no other', () => {
  assert.deepEqual(Object.keys(words.finding).sort(), Object.keys(plainWords).sort())
})

test('every check is asked as a question', () => {
  assert.deepEqual(Object.keys(words.asks).sort(), [...checkIds].sort())
})

const report = (
  verdict: Report['verdict'],
  ...findings: [Report['findings'][number]['check'], 'passed' | 'failed' | 'not_run', string][]
): Report => ({
  verdict,
  findings: findings.map(([check, outcome, code]) => ({ check, outcome, code, values: {} })),
})

test('the first question with a bad answer is the cause, not those that were not asked because of it', () => {
  const altered = report('untrusted', ['status', 'not_run', 'not_asked_yet'], ['proof_holds', 'failed', 'signature_wrong'])
  assert.equal(causeOf(altered)?.code, 'signature_wrong')
  assert.equal(titleOf(altered), 'changed')
  const unreachable = report(
    'undecided',
    ['proof_holds', 'not_run', 'not_asked_yet'],
    ['known_issuer', 'not_run', 'issuer_unreachable'],
  )
  assert.equal(causeOf(unreachable)?.code, 'issuer_unreachable')
  assert.equal(titleOf(unreachable), undefined)
})

test('what may count again, or not yet, is not sent away for good', () => {
  const answer = (code: string) => {
    const title = titleOf(report('untrusted', ['status', 'failed', code]))
    return [title && words.verdict[title], words.answer[nextOf(title)]]
  }
  assert.match(answer('suspended').join(), /has suspended .* may hold again/)
  assert.match(answer('not_yet_valid').join(), /not valid yet.* has not begun/)
  assert.match(answer('expired').join(), /has expired.* a newer one/)
  assert.match(answer('revoked').join(), /has revoked .*Do not decide anything on this one/)
  assert.match(answer('signature_wrong').join(), /not what the issuer signed.*Do not decide anything on this one/)
})

test('what a revoked credential says was said by its issuer; what an altered one says was not', () => {
  assert.ok(isProven(report('untrusted', ['proof_holds', 'passed', 'proof_holds'], ['status', 'failed', 'revoked'])))
  assert.ok(!isProven(report('untrusted', ['proof_holds', 'failed', 'signature_wrong'])))
  assert.ok(!isProven(report('untrusted', ['known_issuer', 'failed', 'key_missing'], ['proof_holds', 'passed', 'proof_holds'])))
  assert.ok(!isProven(report('untrusted')))
})
