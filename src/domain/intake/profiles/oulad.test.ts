// The OULAD profile, on a small hand-made set of the same shape and, where it is at hand, on the dataset itself.
import assert from 'node:assert/strict'
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Fact } from '#standards/csv/facts.ts'
import { factSchema } from '#standards/csv/facts.ts'
import { mappingProfile } from '#standards/csv/profile.ts'
import { readFacts } from '#standards/csv/read.ts'
import { ouladProfile } from './oulad.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const small = resolve(root, 'fixtures/results/oulad-small')
const real = resolve(root, process.env.TESTAMUR_SAMPLES ?? '../shared', 'data/oulad')

async function read(folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  const files = names.map((name) => ({
    name,
    open: () => createReadStream(resolve(folder, name)),
    size: statSync(resolve(folder, name)).size,
  }))
  const batches = await Array.fromAsync(readFacts(ouladProfile, files))
  return { facts: batches.flatMap(({ facts }) => facts), refusals: batches.flatMap(({ refusals }) => refusals) }
}

const count = (facts: readonly Fact[], by: (fact: Fact) => string) => {
  const counts: Record<string, number> = {}
  for (const fact of facts) counts[by(fact)] = (counts[by(fact)] ?? 0) + 1
  return counts
}

const kinds = (facts: readonly Fact[]) => count(facts, ({ fact }) => fact)
const only = <K extends Fact['fact']>(facts: readonly Fact[], kind: K) =>
  facts.filter((fact): fact is Extract<Fact, { fact: K }> => fact.fact === kind)

test('the profile is a sound mapping profile that survives being saved as a file', () => {
  assert.deepEqual(mappingProfile.parse(JSON.parse(JSON.stringify(ouladProfile))), ouladProfile)
})

test('the small set is understood to the last row', async () => {
  const { facts, refusals } = await read(small)
  assert.deepEqual(refusals, [])
  for (const fact of facts) factSchema.parse(fact)
  assert.deepEqual(kinds(facts), { offering: 3, line_item: 8, learner: 20, enrolment: 20, outcome: 20, result: 39 })
  assert.deepEqual(
    count(only(facts, 'outcome'), (fact) => (fact.fact === 'outcome' ? fact.value : '')),
    { passed: 9, passed_with_distinction: 4, failed: 4, withdrawn: 3 },
  )
  assert.equal(only(facts, 'result').filter(({ score }) => score === null).length, 3)
})

test('dates count from the start of the presentation, and work carried over says so', async () => {
  const { facts } = await read(small)
  assert.deepEqual(facts[0], {
    fact: 'offering',
    place: { file: 'courses.csv', line: 2 },
    key: 'AAA-2013J',
    title: 'Open University module AAA, 2013J',
    course: 'AAA',
    courseTitle: 'Open University module AAA',
    startsOn: '2013-10-01',
    endsOn: '2014-06-18',
  })
  const exam = only(facts, 'line_item').find(({ key }) => key === '103')
  assert.deepEqual([exam?.title, exam?.weight, exam?.maximum, exam?.dueOn], ['Exam 103', 100, 100, undefined])
  const withdrawn = only(facts, 'enrolment').find(({ learner }) => learner === '9010')
  assert.deepEqual([withdrawn?.startsOn, withdrawn?.endsOn, withdrawn?.status], ['2014-08-22', '2014-09-26', 'withdrawn'])
  const banked = only(facts, 'result').filter(({ carriedOver }) => carriedOver)
  assert.deepEqual(
    banked.map(({ learner, lineItem, submittedOn }) => [learner, lineItem, submittedOn]),
    [['9003', '104', '2014-09-30']],
  )
})

if (!existsSync(real)) console.log(`Left out, since ${real} is absent: the counts over the whole dataset`)
else
  test('the whole dataset is understood to the last row', async () => {
    const { facts, refusals } = await read(real)
    assert.deepEqual(refusals, [])
    assert.deepEqual(kinds(facts), {
      offering: 22,
      line_item: 206,
      learner: 32_593,
      enrolment: 32_593,
      outcome: 32_593,
      result: 173_912,
    })
    const outcomes = count(only(facts, 'outcome'), (fact) => (fact.fact === 'outcome' ? fact.value : ''))
    assert.deepEqual(outcomes, { passed: 12_361, passed_with_distinction: 3024, failed: 7052, withdrawn: 10_156 })
    assert.equal(new Set(only(facts, 'learner').map(({ key }) => key)).size, 28_785)
    assert.equal(new Set(only(facts, 'offering').map(({ course }) => course)).size, 7)
    assert.equal(only(facts, 'line_item').filter(({ dueOn }) => dueOn === undefined).length, 11)
    assert.equal(only(facts, 'enrolment').filter(({ startsOn }) => startsOn === undefined).length, 45)
    const results = only(facts, 'result')
    assert.equal(results.filter(({ score }) => score === null).length, 173)
    assert.equal(results.filter(({ carriedOver }) => carriedOver).length, 1909)
    const lineItems = new Set(only(facts, 'line_item').map(({ offering, key }) => `${offering} ${key}`))
    assert.ok(results.every(({ offering, lineItem }) => lineItems.has(`${offering} ${lineItem}`)))
  })
