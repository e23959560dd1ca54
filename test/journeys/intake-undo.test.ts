// Journeys of correcting and undoing an import.
import assert from 'node:assert/strict'
import test from 'node:test'
import { settle } from '../../src/domain/intake/intake.ts'
import { enrolmentOf, inResults, scoresOf, system } from '../intake-steps.ts'
import { imported } from '../steps.ts'
import { world } from '../world.ts'

test('a corrected score supersedes the one before, and undoing brings that back', async () => {
  const here = await world()
  await imported(here.rita)
  const before = await enrolmentOf(here, '9001', 'AAA-2013J')
  const corrected = await imported(here.rita, undefined, inResults('101,9001,18,0,72', '101,9001,18,0,80\n'))
  assert.deepEqual(corrected.counts.result, { new: 0, changed: 1, unchanged: 38 })
  const after = scoresOf(await enrolmentOf(here, '9001', 'AAA-2013J'), '101')
  assert.deepEqual(
    after?.map(({ score }) => score),
    [72, 80],
  )
  assert.equal(after?.[0]?.supersededBy, after?.[1]?.id)
  assert.equal((await here.rita.intake.undoImport({ id: corrected.id })).state, 'undone')
  assert.deepEqual(await enrolmentOf(here, '9001', 'AAA-2013J'), before)
})

test('a row that an import changed is restored as it was', async () => {
  const here = await world()
  await imported(here.rita)
  const before = await enrolmentOf(here, '9004', 'AAA-2013J')
  const passedAfterAll = (name: string, text: string) =>
    name === 'studentInfo.csv' ? text.replace('"60","N","Withdrawn"', '"60","N","Pass"') : text
  const corrected = await imported(here.rita, undefined, passedAfterAll)
  assert.deepEqual(
    { enrolment: corrected.counts.enrolment?.changed, outcome: corrected.counts.outcome?.changed },
    { enrolment: 1, outcome: 1 },
  )
  assert.equal((await enrolmentOf(here, '9004', 'AAA-2013J')).status, 'completed')
  await here.rita.intake.undoImport({ id: corrected.id })
  assert.deepEqual(await enrolmentOf(here, '9004', 'AAA-2013J'), before)
})

test('an import under a later one is undone only after that one', async () => {
  const here = await world()
  const first = await imported(here.rita)
  const later = await imported(here.rita, undefined, inResults('101,9001,18,0,72', '101,9001,18,0,80\n'))
  await assert.rejects(here.rita.intake.undoImport({ id: first.id }), { type: 'import_overlaid', status: 409 })
  await here.rita.intake.undoImport({ id: later.id })
  await here.rita.intake.undoImport({ id: first.id })
  assert.equal((await here.rita.intake.listOfferings({})).total, 0)
  assert.equal((await here.rita.intake.listEnrolments({})).total, 0)
  await assert.rejects(here.rita.intake.undoImport({ id: first.id }), { type: 'wrong_import_state' })
})

test('a later enrolment in an offering keeps the import that brought the offering', async () => {
  const here = await world()
  const without9018 = (name: string, text: string) =>
    name.startsWith('student')
      ? text
          .split('\n')
          .filter((line) => !line.includes('9018'))
          .join('\n')
      : text
  const first = await imported(here.rita, undefined, without9018)
  assert.equal(first.counts.enrolment?.new, 19)
  const later = await imported(here.rita)
  assert.deepEqual(later.counts.enrolment, { new: 1, changed: 0, unchanged: 19 })
  await assert.rejects(here.rita.intake.undoImport({ id: first.id }), { type: 'import_overlaid' })
  await here.rita.intake.undoImport({ id: later.id })
  assert.equal((await here.rita.intake.listEnrolments({})).total, 19)
})

test('what something was issued on is not undone', async () => {
  const here = await world()
  const { id } = await imported(here.rita)
  const enrolment = await enrolmentOf(here, '9001', 'AAA-2013J')
  const ctx = system(here)
  assert.deepEqual(await settle(ctx, [enrolment.id, 'enr_00000000000000000000000000']), [enrolment.id])
  assert.deepEqual(await settle(ctx, [enrolment.id]), [enrolment.id], 'twice is once')
  await assert.rejects(here.rita.intake.undoImport({ id }), { type: 'import_in_use', status: 409 })
})
