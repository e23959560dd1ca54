// A refusal is told in the reader's words: by its code and values, never in the door's own English.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFormatter, createTranslator } from 'use-intl/core'
import { messagesIn } from '../messages/messages.ts'
import type { Problem } from './problem.ts'
import { problemText, type Words } from './problem-text.ts'

const problem = (type: string, values: Problem['values'] = {}): Problem => ({
  status: 409,
  type,
  title: 'English title',
  detail: 'English detail',
  values,
})

const told: readonly [type: string, values: NonNullable<Problem['values']>, detail: string][] = [
  ['too_large', { most: 2_000_000 }, 'At most 2000000 B fit.'],
  ['wrong_release_state', { state: 'issued' }, 'The release is now: Issued.'],
  ['count_changed', { ready: 1, expected: 12, state: 'prepared' }, 'Now 1 credential is ready; you had agreed to 12.'],
  ['line_settled', { settled: 2, asked: 5 }, 'This concerns 2 of the 5 lines that you chose. Look at the list again.'],
  ['retired', { keys: ['MAR-210', 'MAR-220'] }, 'Retired since then: MAR-210 and MAR-220.'],
  [
    'file_unknown',
    { name: 'a.csv', names: ['b.csv'] },
    'The file is called “a.csv”. This profile reads files that are called: b.csv.',
  ],
  ['wrong_media_type', { sent: 'text/html', types: ['text/csv'] }, 'It was sent as text/html. What fits: text/csv.'],
  ['too_many_requests', { seconds: 30 }, 'Try again in 30 seconds.'],
  ['design_incomplete', { missing: [{ code: 'no_title', values: {} }] }, 'Still to do: Give it a title.'],
  [
    'rule_senseless',
    { fault: 'rule_selects_nothing' },
    'The selection of line items is empty; leave it out to mean all of them.',
  ],
]

for (const [type, values, detail] of told)
  test(`${type}: what more there is to say is said from its values`, async () => {
    assert.equal(problemText(problem(type, values), await wordsIn('en')).detail, detail)
    const arabic = problemText(problem(type, values), await wordsIn('ar'))
    for (const said of [arabic.title, arabic.detail ?? '']) assert.match(said, /\p{Script=Arabic}/u)
  })

test('where a value is not known, the sentence that needs it is not said', async () => {
  const words = await wordsIn('en')
  for (const [type, values] of told)
    for (const missing of Object.keys(values).filter((name) => name !== 'state' || type === 'wrong_release_state')) {
      const { [missing]: _, ...rest } = values
      assert.equal(problemText(problem(type, rest), words).detail, undefined, `${type} without ${missing}`)
    }
})

test('a code from the future is told in general words', async () => {
  for (const locale of ['en', 'ar'] as const) {
    const said = problemText(problem('from_the_future'), await wordsIn(locale))
    assert.deepEqual(Object.keys(said), ['title'])
    assert.doesNotMatch(said.title, /English|from_the_future/)
  }
})

test('there is more to say only of what can be refused', async () => {
  const { refusal, error } = await messagesIn('en')
  assert.deepEqual(
    Object.keys(error.detail).filter((code) => !Object.hasOwn(refusal, code)),
    [],
  )
})

async function wordsIn(locale: 'en' | 'ar'): Promise<Words> {
  const onError = (error: Error) => assert.fail(error.message)
  const messages = await messagesIn(locale)
  const t = createTranslator({ locale, messages, timeZone: 'UTC', onError })
  const { list } = createFormatter({ locale, timeZone: 'UTC', onError })
  return {
    say: (key, values) => t(key as 'common.saved', values as never),
    has: (key) => t.has(key as 'common.saved'),
    raw: (key) => String(t.raw(key as 'common.saved')),
    list: (entries) => list(entries),
    bytes: (value) => `${value} B`,
  }
}
