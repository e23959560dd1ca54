import assert from 'node:assert/strict'
import test from 'node:test'
import { designDocument } from './design-document.ts'
import { missingFrom, stateOf, whyNotPublish } from './rules.ts'

const complete = {
  overview: { title: 'Title', description: 'About', language: ['en'] },
  outcomes: { learningOutcomes: [{ id: 'o1', text: 'Does it', alignments: [{ name: 'Doing' }] }] },
  assessment: { criteria: 'Do it' },
  volume: { hours: 10, levels: [{ framework: 'EQF', level: '4' }] },
}

test('an empty draft names everything that is missing, in the order of the steps', () => {
  assert.deepEqual(
    missingFrom(designDocument.parse({})).map(({ code }) => code),
    ['no_title', 'no_description', 'no_outcomes', 'no_criteria', 'no_hours', 'no_level'],
  )
})

test('an outcome without a skill is named by its words', () => {
  const [missing] = missingFrom(
    designDocument.parse({ ...complete, outcomes: { learningOutcomes: [{ id: 'o1', text: 'Wonders' }] } }),
  )
  assert.deepEqual(missing, { step: 'outcomes', code: 'outcome_without_skill', values: { outcome: 'Wonders' } })
})

test('a complete design misses nothing and can be published once, and again only when it has changed', () => {
  const missing = missingFrom(designDocument.parse(complete))
  assert.deepEqual(missing, [])
  assert.equal(whyNotPublish({ retired: false, versions: 0, changedSince: false }, missing), undefined)
  assert.equal(whyNotPublish({ retired: false, versions: 1, changedSince: false }, missing), 'nothing_changed')
  assert.equal(whyNotPublish({ retired: false, versions: 1, changedSince: true }, missing), undefined)
  assert.equal(whyNotPublish({ retired: true, versions: 0, changedSince: true }, missing), 'retired')
})

test('the state follows from what happened', () => {
  assert.equal(stateOf({ retired: false, versions: 0, changedSince: false }), 'draft')
  assert.equal(stateOf({ retired: false, versions: 2, changedSince: true }), 'changed')
  assert.equal(stateOf({ retired: false, versions: 2, changedSince: false }), 'published')
  assert.equal(stateOf({ retired: true, versions: 2, changedSince: true }), 'retired')
})
