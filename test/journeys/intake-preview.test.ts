// Journeys of looking at a preview: what stands now, what would stand, whose it is, and where a credential was issued on it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { inResults } from '../intake-steps.ts'
import { imported, prepared, previewed, readyToRelease, released } from '../steps.ts'
import { world } from '../world.ts'

const corrected = (name: string, text: string) =>
  inResults('101,9004,25,0,55', '101,9004,25,0,56\n')(
    name,
    inResults('101,9001,18,0,72', '101,9001,18,0,80\n')(name, text),
  ).replace('"60","N","Withdrawn"', '"60","N","Pass"')

test('of a change, a preview says what stands now, of which line item, and whether a credential was issued on it', async () => {
  const here = await world()
  await readyToRelease(here)
  await released(here.rita, await prepared(here.rita))
  const { id } = await previewed(here.rita, undefined, corrected)
  const { items } = await here.rita.intake.listStaged({ id, kind: 'result', effect: 'changed' })
  assert.deepEqual(
    items.map(({ fact, before, names, enrolment }) => [fact.learner, before?.score, fact.score, names, enrolment?.settled]),
    [
      ['9001', 72, 80, { lineItem: 'TMA 101', maximum: 100 }, true],
      ['9004', 55, 56, { lineItem: 'TMA 101', maximum: 100 }, false],
    ],
  )
  const ofIssued = await here.rita.intake.listStaged({ id, kind: 'result', effect: 'changed', settled: 'yes' })
  assert.deepEqual(
    ofIssued.items.map(({ fact }) => fact.learner),
    ['9001'],
  )
  const [outcome] = (await here.rita.intake.listStaged({ id, kind: 'outcome', effect: 'changed' })).items
  assert.deepEqual({ ...outcome?.before }, { value: 'withdrawn', says: 'Withdrawn', on: null })
  assert.equal(outcome?.fact.value, 'passed')
  const [unchanged] = (await here.rita.intake.listStaged({ id, kind: 'result', effect: 'unchanged' })).items
  assert.equal(unchanged?.before, undefined)
})

test('what stands now is what another import has made of it meanwhile', async () => {
  const { rita } = await world()
  await imported(rita)
  const { id } = await previewed(rita, undefined, inResults('101,9001,18,0,72', '101,9001,18,0,80\n'))
  await imported(rita, undefined, inResults('101,9001,18,0,72', '101,9001,18,0,76\n'))
  const { items } = await rita.intake.listStaged({ id, kind: 'result', effect: 'changed' })
  assert.deepEqual(
    items.map(({ before }) => before?.score),
    [76],
  )
})

const marks = {
  version: 1 as const,
  slug: 'marks',
  title: 'Marks with names',
  description: 'One table of marks.',
  files: [
    {
      role: 'marks',
      names: ['marks*.csv'],
      yields: [
        { fact: 'offering' as const, key: '{course}', title: 'Course {course}', course: '{course}' },
        { fact: 'learner' as const, key: '{number}', name: '{name?}' },
        { fact: 'enrolment' as const, offering: '{course}', learner: '{number}', status: 'enrolled' },
        { fact: 'line_item' as const, offering: '{course}', key: 'essay', title: 'The essay', category: 'essay', maximum: '10' },
        {
          fact: 'result' as const,
          offering: '{course}',
          learner: '{number}',
          lineItem: 'essay',
          score: '{mark}',
        },
      ],
    },
  ],
}

test('learners have their names in a preview: as the files say, or else as they are known', async () => {
  const here = await world()
  await here.rita.intake.saveProfile({ slug: 'marks', document: marks })
  const open = async (rows: string) => {
    const { id } = await here.rita.intake.openImport({ profile: 'marks' })
    await here.rita.intake.uploadFile({ id, name: 'marks.csv' }, `course,number,name,mark\n${rows}`, 'text/csv')
    await here.rita.intake.previewImport({ id })
    await here.until(
      () => here.rita.intake.readImport({ id }),
      ({ state }) => state === 'previewed',
    )
    return id
  }
  const first = await open('MAT,1,Ada Lovelace,7\nMAT,2,Grace Hopper,8\n')
  const names = async (id: `imp_${string}`, kind: 'result' | 'learner') =>
    (await here.rita.intake.listStaged({ id, kind })).items.map((row) => [row.names.learner, row.before?.name, row.effect])
  assert.deepEqual(await names(first, 'result'), [
    ['Ada Lovelace', undefined, 'new'],
    ['Grace Hopper', undefined, 'new'],
  ])
  await here.rita.intake.confirmImport({ id: first })
  await here.until(
    () => here.rita.intake.readImport({ id: first }),
    ({ state }) => state === 'imported',
  )
  const second = await open('MAT,1,,9\nMAT,2,Grace B. M. Hopper,8\n')
  assert.deepEqual(await names(second, 'result'), [
    ['Ada Lovelace', undefined, 'changed'],
    ['Grace B. M. Hopper', undefined, 'unchanged'],
  ])
  assert.deepEqual(await names(second, 'learner'), [
    [undefined, undefined, 'unchanged'],
    [undefined, 'Grace Hopper', 'changed'],
  ])
})
