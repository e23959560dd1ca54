// What went wrong, as a person reads it.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { Refusal } from '#kernel/refusal.ts'
import { printable } from './printable.ts'
import { problemLines } from './problem-words.ts'

const problem = (said: object) => Object.assign(new Error('no'), { name: 'Problem' }, said)

test('a problem of the server names the thing, every issue, and the remedy', () => {
  assert.deepEqual(
    problemLines(problem({ type: 'profile_unknown', status: 404, title: 'There is no profile of this name', detail: 'lms' })),
    [
      'There is no profile of this name: lms',
      'See the profiles with `testamur call intake.listProfiles`, or give a file: --profile FILE.json.',
    ],
  )
  const issues = [{ path: ['document', 'files', 0], code: 'custom', message: 'joins go in a circle' }]
  assert.deepEqual(problemLines(problem({ type: 'misfit', status: 400, title: 'The input does not fit', issues })), [
    'The input does not fit',
    '  document.files.0: joins go in a circle',
  ])
})

test('a refusal of our own speaks for itself', () => {
  assert.deepEqual(problemLines(new Refusal('no_credential', 'One.\nTwo.')), ['One.', 'Two.'])
})

test('a file that cannot be used is named', async () => {
  const error = await readFile('/nowhere/at/all.csv').catch((cause: unknown) => cause)
  assert.deepEqual(problemLines(error), ['/nowhere/at/all.csv cannot be used: it does not exist.'])
})

test('a stranger’s text cannot move the cursor or turn the line around', () => {
  assert.equal(printable('Evil\u001B[2J\u0007 \u202Eesrever\r'), 'Evil\uFFFD[2J\uFFFD \uFFFDesrever\uFFFD')
  assert.equal(printable('Ünïcödé — شهادة'), 'Ünïcödé — شهادة')
})
