// Every code that deciding, reading files and writing rules can answer has its sentence in the catalogue, and no sentence asks for more than the code brings.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { factKinds, importStates } from '#domain/intake/intake.api.ts'
import { rowRefusals } from '#domain/intake/row-refusals.ts'
import { decisionWords, outcomeWords, verdictWords } from '#domain/issuing/decision-words.ts'
import { credentialStates, lineStates, releaseStates } from '#domain/issuing/issuing.api.ts'
import type { Question } from '#domain/issuing/kinds/kind.ts'
import { kindNames, kinds } from '#domain/issuing/kinds/kinds.ts'
import { doubtWords } from '#domain/issuing/rule-doubts.ts'
import { ruleWords } from '#domain/issuing/rule-in-words.ts'
import { ruleFaults } from '#domain/issuing/why-not-rule.ts'
import { enrolmentStatuses, factSchemas } from '#standards/csv/facts.ts'
import { states } from '../../ui/states.ts'

type Words = Readonly<Record<string, string>>

const area = (name: string): Record<string, Words> =>
  JSON.parse(readFileSync(new URL(`../../messages/en/${name}.json`, import.meta.url), 'utf8'))

/** Names of values, `{seen}` and `{seen, number}`, without the branches of a plural. */
const valuesIn = (message: string) => new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ''))

const mirrors: readonly (readonly [what: string, words: Words | undefined, codes: Words])[] = [
  ['decisions', area('decision').says, decisionWords],
  ['reasons', area('decision').reason, decisionWords],
  ['outcomes', area('decision').outcome, outcomeWords],
  ['rules', area('rules').says, ruleWords],
  ['doubts about rules', area('rules').doubt, doubtWords],
  ['refused rows', area('rows').refused, rowRefusals],
]

for (const [what, words = {}, codes] of mirrors)
  test(`the catalogue has a sentence for each of the ${what}, and none left over`, () => {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(codes).sort())
    for (const [code, message] of Object.entries(words))
      for (const value of valuesIn(message)) assert.ok(valuesIn(codes[code] ?? '').has(value), `${code} brings no ${value}`)
  })

test('the faults of a rule are those of the domain, and the two of typing', () => {
  assert.deepEqual(Object.keys(area('rules').fault ?? {}).sort(), [...Object.keys(ruleFaults), 'not_a_number', 'too_fine'].sort())
})

test('every kind of condition has a name, and each question of its form a label', () => {
  const rules = JSON.parse(readFileSync(new URL('../../messages/en/rules.json', import.meta.url), 'utf8'))
  assert.deepEqual(Object.keys(rules.kind), kindNames)
  for (const kind of kindNames)
    for (const [name, question] of Object.entries<Question>(kinds[kind].asks)) {
      if (!['line_items', 'rules', 'rule'].includes(question.asks)) assert.ok(rules.editor.field[kind][name], `${kind}.${name}`)
      if (question.asks === 'one_of') assert.deepEqual(Object.keys(rules.editor.option[name]), [...question.options])
    }
})

test('every state of an import, a release, a line and a credential, and every verdict, has a picture and a word', () => {
  const words = area('state')
  for (const state of [...importStates, ...releaseStates, ...lineStates, ...credentialStates, ...Object.keys(verdictWords)]) {
    assert.ok(state in states, state)
    assert.ok(state in words, state)
  }
})

test('every kind of fact and each of its fields has a name', () => {
  const { kind = {}, kinds = {}, field = {}, status = {} } = area('records')
  for (const name of factKinds) {
    assert.ok(name in kind && name in kinds, name)
    for (const each of Object.keys(factSchemas[name].shape)) assert.ok(['fact', 'place'].includes(each) || each in field, each)
  }
  for (const each of enrolmentStatuses) assert.ok(each in status, each)
})
