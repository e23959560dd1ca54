// Whatever a schema can find wrong is said in the reader's language, as a sentence that names the field.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTranslator } from 'use-intl/core'
import * as z from 'zod'
import { type Issue, issuesOf } from '#kernel/issue.ts'
import { profileFlaws } from '#standards/csv/flaws.ts'
import { messagesIn } from '../messages/messages.ts'
import { issueIn, issueSentence, type Say } from './issue-text.ts'

/** One for each code that zod has: a new one does not compile before it stands here. */
const spoiled: Record<z.core.$ZodIssueCode, readonly [schema: z.ZodType, given: unknown][]> = {
  invalid_type: [
    z.string(),
    z.number(),
    z.int(),
    z.bigint(),
    z.boolean(),
    z.date(),
    z.array(z.string()),
    z.object({ a: z.array(z.string()) }),
    z.record(z.string(), z.string()),
    z.map(z.string(), z.string()),
    z.null(),
    z.never(),
    z.nan(),
    z.symbol(),
    z.file(),
  ].map((schema) => [schema, () => {}]),
  too_small: [
    [z.string().min(1), ''],
    [z.string().min(3), 'ab'],
    [z.string().length(3), 'ab'],
    [z.array(z.string()).min(2), []],
    [z.set(z.string()).min(2), new Set()],
    [z.map(z.string(), z.string()).min(1), new Map()],
    [z.number().min(5), 4],
    [z.number().positive(), 0],
    [z.int().min(5), 4],
    [z.bigint().min(5n), 4n],
    [z.date().min(new Date('2026-01-01')), new Date('2025-01-01')],
    [z.file().min(5), new File(['a'], 'a')],
  ],
  too_big: [
    [z.string().max(3), 'abcd'],
    [z.string().length(3), 'abcd'],
    [z.array(z.string()).max(0), ['a']],
    [z.number().max(3), 4],
    [z.number().lt(3), 3],
    [z.int(), 1e300],
    [z.date().max(new Date('2026-01-01')), new Date('2027-01-01')],
    [z.file().max(1), new File(['abc'], 'a')],
  ],
  invalid_format: [
    [z.email(), 'a'],
    [z.url(), 'a'],
    [z.uuid(), 'a'],
    [z.iso.date(), 'a'],
    [z.iso.datetime(), 'a'],
    [z.string().regex(/b/), 'a'],
    [z.string().startsWith('b'), 'a'],
    [z.base64(), '!'],
    [z.jwt(), 'a'],
    [z.stringFormat('of_our_own', /b/), 'a'],
  ],
  not_multiple_of: [[z.number().multipleOf(5), 3]],
  unrecognized_keys: [
    [z.strictObject({}), { a: 1 }],
    [z.strictObject({}), { a: 1, b: 2, c: 3 }],
  ],
  invalid_union: [
    [z.union([z.string(), z.number()]), true],
    [z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })]), { kind: 'c' }],
    [z.xor([z.string(), z.string().min(1)]), 'abc'],
  ],
  invalid_key: [[z.record(z.string().min(3), z.string()), { a: 'b' }]],
  invalid_element: [[z.map(z.any(), z.number()), new Map([[{}, 'a']])]],
  invalid_value: [
    [z.enum(['a', 'b']), 'c'],
    [z.literal(1), 2],
    [z.stringbool(), 'perhaps'],
  ],
  custom: [
    [z.string().refine(() => false, 'only the schema says so'), 'a'],
    [z.string().refine(() => false, { error: 'only the schema says so', params: { rule: 'unheard_of', n: 1 } }), 'a'],
  ],
}

for (const locale of ['en', 'ar'] as const) {
  const say = await sayingIn(locale)

  for (const [code, cases] of Object.entries(spoiled))
    test(`${locale}: ${code} is said as a sentence that names the field, and never in the schema's words`, () => {
      for (const [schema, given] of cases) {
        const [issue] = issuesOf(schema.safeParse(given, { reportInput: true }).error?.issues ?? [])
        assert.ok(issue)
        assert.equal(issue.code, code)
        for (const listed of [false, true]) assertSaid(say(issue, listed), issue, locale)
      }
    })

  test(`${locale}: every flaw that a mapping profile can have has its own sentence`, () => {
    const values = { role: 'marks', name: 'course', column: 'score' }
    for (const rule of Object.keys(profileFlaws)) {
      const said = say({ path: ['x'], code: 'custom', message: 'in English', rule, values })
      assertSaid(said, { path: [], code: '', message: 'in English' }, locale, false)
      assert.notEqual(said, say({ path: ['x'], code: 'custom', message: '' }), rule)
    }
  })

  test(`${locale}: what nobody has foreseen is said too`, () => {
    assertSaid(
      say({ path: [], code: 'from_the_future', message: 'Invalid input' }),
      { path: [], code: '', message: 'Invalid input' },
      locale,
    )
  })
}

test('nothing at all, an empty text and a text of spaces are told alike', async () => {
  const say = await sayingIn('en')
  const text = z.string().trim().min(1)
  const told = [undefined, '', '  '].map((given) => {
    const [issue] = issuesOf(text.safeParse(given, { reportInput: true }).error?.issues ?? [])
    return issue && say(issue)
  })
  assert.deepEqual([...new Set(told)], ['“Code” is empty. Fill it in.'])
})

const fine = { valueMissing: false, tooShort: false, tooLong: false, typeMismatch: false, patternMismatch: false, valid: false }
const input = (validity: object, more: object = {}) =>
  ({
    name: 'x',
    type: 'text',
    value: 'a',
    required: false,
    dataset: {},
    validity: { ...fine, ...validity },
    ...more,
  }) as unknown as HTMLInputElement

const alike: readonly [says: string, left: HTMLInputElement, schema: z.ZodType, sent: unknown][] = [
  ['empty', input({ valueMissing: true }, { value: '', required: true }), z.string().trim().min(1), ''],
  ['only spaces', input({ valid: true }, { value: '  ', required: true }), z.string().trim().min(1), '  '],
  ['too short', input({ tooShort: true }, { minLength: 10 }), z.string().min(10), 'a'],
  ['too long', input({ tooLong: true }, { maxLength: 2 }), z.string().max(2), 'abc'],
  ['no address', input({ typeMismatch: true }, { type: 'email' }), z.email(), 'a'],
  ['no link', input({ typeMismatch: true }, { type: 'url' }), z.url(), 'a'],
  ['no number', input({ patternMismatch: true }, { dataset: { expected: 'number' } }), z.number(), 'many'],
  ['no whole number', input({ patternMismatch: true }, { dataset: { expected: 'int' } }), z.number().int(), 1.5],
  [
    'no short name',
    input({ patternMismatch: true }, { dataset: { format: 'short_name' } }),
    z.stringFormat('short_name', /^[a-z]$/),
    'A B',
  ],
]

for (const [says, left, schema, sent] of alike)
  test(`${says}: leaving the field says the same as saving it`, async () => {
    const say = await sayingIn('en')
    const [saved] = issuesOf(schema.safeParse(sent, { reportInput: true }).error?.issues ?? [])
    const found = issueIn(left)
    assert.ok(saved && found)
    assert.equal(say({ message: '', code: '', ...found }), say(saved))
  })

test('a field that the browser finds nothing wrong with is left in peace', () => {
  assert.equal(issueIn(input({ valid: true })), undefined)
})

async function sayingIn(locale: 'en' | 'ar') {
  const refuse = (error: Error) => assert.fail(`${locale}: ${error.message}`)
  const messages = await messagesIn(locale)
  const t = createTranslator({ locale, messages, namespace: 'ui.issue', timeZone: 'UTC', onError: refuse }) as unknown as Say
  return (issue: Issue, listed = false) => issueSentence(issue, { label: 'Code', listed }, t)
}

function assertSaid(said: string, issue: Issue, locale: string, named = issue.code !== 'unrecognized_keys'): void {
  assert.ok(!said.includes(issue.message), `the schema's own text: ${said}`)
  assert.match(said, /[.]$/u, said)
  assert.doesNotMatch(said, /undefined|NaN/u, said)
  if (named) assert.ok(said.includes('Code'), said)
  if (locale === 'ar') assert.match(said, /\p{Script=Arabic}/u, said)
}
