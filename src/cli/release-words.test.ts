// What a release comes to, and which words a decision has.
import assert from 'node:assert/strict'
import test from 'node:test'
import { reasonLines, reasonSentence } from './reason-words.ts'
import { afterFinishing, afterReleasing, endSentence, nothingYet, preparedSentence } from './release-words.ts'
import { credentialIn } from './status-commands.ts'
import { tableLines } from './table.ts'

const lines = { ready: 0, held: 0, excluded: 0, not_due: 7, already_awarded: 13, issued: 0, failed: 0, cancelled: 0 }

test('of an interrupted release only what was issued since counts', () => {
  const finished = afterFinishing(nothingYet, { ...lines, issued: 5 }, { id: 'rel_a', lines: { ...lines, issued: 13 } })
  assert.deepEqual(finished, { issued: 8, alreadyAwarded: 0, failed: 0, notDue: 0, releases: ['rel_a'] })
  assert.deepEqual(afterReleasing(finished, { id: 'rel_b', lines }, false), {
    issued: 8,
    alreadyAwarded: 13,
    failed: 0,
    notDue: 7,
    releases: ['rel_a'],
  })
})

test('released twice, the second says that all have theirs', () => {
  const again = afterReleasing(nothingYet, { id: 'rel_b', lines }, false)
  assert.equal(preparedSentence({ lines }), '0 credentials to issue; 13 already have theirs; 7 are not due.')
  assert.equal(endSentence(again, 1), 'Issued 0 credentials: all 13 who qualify already have theirs.')
  assert.equal(endSentence(nothingYet, 1), 'Issued 0 credentials: nobody qualifies.')
})

test('what could not be issued is not passed over', () => {
  const outcome = afterReleasing(nothingYet, { id: 'rel_a', lines: { ...lines, issued: 12, failed: 1 } }, true)
  assert.match(endSentence(outcome, 65), /^Issued 12 credentials in 65 s\. 1 could not be issued/)
})

const failed = { outcome: 'failed', says: 'Fail', wanted: ['passed', 'passed_with_distinction'] }

test('a reason is a sentence, with its lists joined and outcomes translated', () => {
  assert.equal(
    reasonSentence({ code: 'outcome_is_another', values: failed }),
    'Final outcome: failed (recorded as “Fail”); needed: passed or passed with distinction',
  )
  assert.equal(reasonSentence({ code: 'something_newer', values: {} }), 'something newer')
  assert.equal(reasonSentence({ code: 'outcome_is_another', values: {} }), 'outcome is another')
})

test('reasons are counted, each with an example where one is at hand', () => {
  const decision = { verdict: 'does_not_qualify', reason: { code: 'outcome_is_another', values: failed }, because: [] } as const
  const line = {
    enrolment: 'enr_1',
    learner: { id: 'lrn_1', key: '9' },
    offering: { id: 'off_1', key: 'AAA' },
    decision: { ...decision, because: [] as string[] },
  } as const
  const reasons = [
    { verdict: 'does_not_qualify', code: 'outcome_is_another', count: 17_208 },
    { verdict: 'cannot_tell', code: 'outcome_missing', count: 2 },
    { verdict: 'cannot_tell', code: 'outcome_pending', count: 1 },
  ] as const
  assert.deepEqual(reasonLines({ reasons: [...reasons], lines: [line] }, 2), [
    '17,208 × Does not qualify, for example: Final outcome: failed (recorded as “Fail”); needed: passed or passed with distinction',
    '2 × Cannot tell yet, outcome missing',
    '… and 1 more reason',
  ])
})

test('a table has its figures to the right, whatever letters stand to the left', () => {
  assert.deepEqual(
    tableLines(
      ['Offering', 'qualifies'],
      [
        ['AAA', '1,072'],
        ['Café für å', '7'],
      ],
    ),
    ['Offering    qualifies', '──────────  ─────────', 'AAA             1,072', 'Café für å          7'],
  )
})

test('a credential is found by its id in a link or a file name', () => {
  const id = 'cred_01k7vsc6ld0rrj5vndr51jr231'
  for (const named of [id, `http://localhost:3000/credentials/${id}`, `./exported/credentials/${id}.json`])
    assert.equal(credentialIn(named), id)
  for (const named of ['cred_short', `${id}x`, 'https://example.org'])
    assert.throws(() => credentialIn(named), { code: 'no_credential' })
})
