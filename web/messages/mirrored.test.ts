// What the rooms can refuse, tell and give out as roles, the catalogue has words for: no code without a sentence, no sentence without a code.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { designEvents, designRefusals } from '#domain/design/design.api.ts'
import { missingWords } from '#domain/design/rules.ts'
import { intakeEvents, intakeRefusals } from '#domain/intake/intake.api.ts'
import { issuingEvents, issuingRefusals } from '#domain/issuing/issuing.api.ts'
import { organisationsEvents, organisationsRefusals } from '#domain/organisations/organisations.api.ts'
import { peopleEvents, peopleRefusals } from '#domain/people/people.api.ts'
import { roles } from '#domain/people/roles.ts'
import { trustRefusals } from '#domain/trust/trust.api.ts'
import { verificationEvents, verificationRefusals } from '#domain/verification/verification.api.ts'
import { commonRefusals } from '#kernel/refusal.ts'
import { imageRefusals } from '#ports/images.ts'

type Tree = { [key: string]: string | Tree }

const read = (area: string): Tree => JSON.parse(readFileSync(new URL(`en/${area}.json`, import.meta.url), 'utf8'))
const flat = (tree: Tree, at = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [at + key] : flat(value, `${at}${key}.`)))

test('every refusal of every room has a sentence in the catalogue', () => {
  const refusals = {
    ...commonRefusals,
    ...organisationsRefusals,
    ...peopleRefusals,
    ...designRefusals,
    ...intakeRefusals,
    ...issuingRefusals,
    ...verificationRefusals,
    ...trustRefusals,
    ...imageRefusals,
  }
  assert.deepEqual(flat(read('refusal')).sort(), Object.keys(refusals).sort())
})

test('everything that can happen has a sentence in the catalogue', () => {
  const events = {
    ...organisationsEvents,
    ...peopleEvents,
    ...designEvents,
    ...intakeEvents,
    ...issuingEvents,
    ...verificationEvents,
  }
  assert.deepEqual(flat(read('event')).sort(), Object.keys(events).sort())
})

test('each of the eleven roles has a name and says what it may do', () => {
  assert.deepEqual(flat(read('role')).sort(), roles.flatMap((role) => [`${role}.does`, `${role}.name`]).sort())
})

test('everything that a design can lack is said in the catalogue', () => {
  const { missing } = read('design')
  assert.deepEqual(flat(missing as Tree).sort(), Object.keys(missingWords).sort())
})
