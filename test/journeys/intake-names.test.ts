// Journeys of learners' names, through a mapping profile of the school's own.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { intakeApi } from '../../src/domain/intake/intake.api.ts'
import { findLearners, learnersOf } from '../../src/domain/intake/intake.ts'
import type { Outputs } from '../../src/kernel/endpoint.ts'
import type { Client } from '../../src/sdk/sdk.ts'
import { fresh, same, system } from '../intake-steps.ts'
import { until, world } from '../world.ts'

type Import = Outputs<typeof intakeApi>['readImport']

const pupils = {
  version: 1 as const,
  slug: 'pupils',
  title: 'Pupils',
  description: 'Names and addresses.',
  files: [
    {
      role: 'pupils',
      names: ['pupils.csv'],
      derived: { zebra: '{course}', ape: '{zebra}-2026' },
      yields: [
        { fact: 'offering' as const, key: '{ape}', title: 'Course {course}', course: '{course}' },
        { fact: 'learner' as const, key: '{number}', name: '{name?}', email: '{mail?}' },
        { fact: 'enrolment' as const, offering: '{ape}', learner: '{number}', status: 'enrolled' },
      ],
    },
  ],
}

async function pupilsRead(rita: Client, rows: string): Promise<Import> {
  const { id } = await rita.intake.openImport({ profile: 'pupils' })
  await rita.intake.uploadFile({ id, name: 'pupils.csv' }, `course,number,name,mail\n${rows}`, 'text/csv')
  await rita.intake.previewImport({ id })
  return until(
    () => rita.intake.readImport({ id }),
    ({ state }) => state === 'previewed' || state === 'failed',
  )
}

async function pupilsImported(rita: Client, rows: string): Promise<Import> {
  const { id } = await pupilsRead(rita, rows)
  await rita.intake.confirmImport({ id })
  return until(
    () => rita.intake.readImport({ id }),
    ({ state }) => state === 'imported' || state === 'failed',
  )
}

const namesIn = async (rita: Client) => (await rita.intake.listEnrolments({})).items.map(({ learner }) => learner.name)

test('names are shown to whoever may see them, and never stored as they are', async () => {
  const here = await world()
  await here.rita.intake.saveProfile({ slug: 'pupils', document: pupils })
  const { id, counts, refused } = await pupilsRead(
    here.rita,
    'MAT,1,Ada Lovelace,ada@example.org\nMAT,2,Bertha Bad,not-an-address-of-bertha\n',
  )
  assert.deepEqual({ learner: counts.learner, refused }, { learner: fresh(1), refused: 1 })
  const { items } = await here.rita.intake.listStaged({ id, kind: 'learner' })
  assert.deepEqual(items[0]?.fact, { key: '1', name: 'Ada Lovelace', email: 'ada@example.org' })
  const { db } = system(here)
  const kept = [
    await db.selectFrom('import_fact').selectAll().execute(),
    await db.selectFrom('import_refusal').selectAll().execute(),
  ]
  await here.rita.intake.confirmImport({ id })
  await until(
    () => here.rita.intake.readImport({ id }),
    ({ state }) => state === 'imported',
  )
  assert.deepEqual(await namesIn(here.rita), ['Ada Lovelace'])
  kept.push((await db.selectFrom('learner').selectAll().execute()) as never)
  assert.doesNotMatch(JSON.stringify(kept), /Lovelace|ada@|Bertha|not-an-address/i)
})

test('a name is changed, survives a file that does not say it, and comes back when the change is undone', async () => {
  const { rita } = await world()
  await rita.intake.saveProfile({ slug: 'pupils', document: pupils })
  await pupilsImported(rita, 'MAT,1,Ada Byron,ada@example.org\n')
  const married = await pupilsImported(rita, 'MAT,1,Ada Lovelace,\n')
  assert.deepEqual(married.counts.learner, { new: 0, changed: 1, unchanged: 0 })
  assert.deepEqual(await namesIn(rita), ['Ada Lovelace'])
  assert.deepEqual((await pupilsImported(rita, 'MAT,1,,\n')).counts.learner, same(1))
  assert.deepEqual(await namesIn(rita), ['Ada Lovelace'])
  await rita.intake.undoImport({ id: married.id })
  assert.deepEqual(await namesIn(rita), ['Ada Byron'])
})

test('two names for one learner, previewed side by side: the later confirmation holds, and can be read', async () => {
  const { rita } = await world()
  await rita.intake.saveProfile({ slug: 'pupils', document: pupils })
  const both = [await pupilsRead(rita, 'MAT,1,Ada Byron,\n'), await pupilsRead(rita, 'MAT,1,Ada Lovelace,\n')]
  for (const { id } of both) {
    await rita.intake.confirmImport({ id })
    await until(
      () => rita.intake.readImport({ id }),
      ({ state }) => state === 'imported',
    )
  }
  assert.deepEqual(await namesIn(rita), ['Ada Lovelace'])
})

test('a mapping profile is saved, saved over, and kept by the imports that were made with it', async () => {
  const { rita } = await world()
  const saved = await rita.intake.saveProfile({ slug: 'pupils', document: pupils })
  assert.deepEqual(
    { revision: saved.revision, shipped: saved.shipped, document: saved.document },
    { revision: 1, shipped: false, document: pupils },
  )
  assert.deepEqual(
    Object.keys(saved.document.files[0]?.derived ?? {}),
    ['zebra', 'ape'],
    'in the order in which they were written',
  )
  const open = await rita.intake.openImport({ profile: 'pupils' })
  assert.equal((await rita.intake.saveProfile({ slug: 'pupils', document: pupils, revision: 1 })).revision, 2)
  await assert.rejects(rita.intake.saveProfile({ slug: 'pupils', document: pupils, revision: 1 }), { type: 'conflict' })
  await assert.rejects(rita.intake.saveProfile({ slug: 'pupils', document: pupils, revision: 0 }), { type: 'conflict' })
  await assert.rejects(rita.intake.saveProfile({ slug: 'oulad', document: pupils }), { type: 'profile_shipped' })
  await rita.intake.deleteProfile({ slug: 'pupils' })
  await assert.rejects(rita.intake.readProfile({ slug: 'pupils' }), { type: 'profile_unknown' })
  const { files } = await rita.intake.uploadFile({ id: open.id, name: 'pupils.csv' }, 'course,number,name,mail\n', 'text/csv')
  assert.equal(files.length, 1)
})

test('a learner is found by the number, by words of the name as people type them, or by the whole e-mail', async () => {
  const here = await world()
  await here.rita.intake.saveProfile({ slug: 'pupils', document: pupils })
  await pupilsImported(
    here.rita,
    'MAT,100,Ada Lovelace,ada@example.org\nMAT,200,Grace Hopper,grace@example.org\nMAT,300,Renée O’Hara,\n',
  )
  const ctx = system(here)
  const found = async (search: string) => (await findLearners(ctx, search)).map(({ key, name }) => `${key} ${name}`)
  assert.deepEqual(await found('10'), ['100 Ada Lovelace'])
  assert.deepEqual(await found(' Grace@Example.org '), ['200 Grace Hopper'])
  assert.deepEqual(await found('grace@example'), [])
  assert.deepEqual(await found('love ADA'), ['100 Ada Lovelace'])
  assert.deepEqual(await found('renee'), ['300 Renée O’Hara'])
  assert.deepEqual(await found('vela'), [], 'the middle of a word')
  assert.deepEqual(await found('ada hopper'), [])
})

test('a learner has one data key, whoever asks for it first', async () => {
  const here = await world()
  await here.rita.intake.saveProfile({ slug: 'pupils', document: pupils })
  await pupilsImported(here.rita, 'MAT,1,Ada Lovelace,\nMAT,2,,\n')
  const ctx = system(here)
  const ids = (await here.rita.intake.listEnrolments({})).items.map(({ learner }) => learner.id)
  const [one, other] = await Promise.all([learnersOf(ctx, ids), learnersOf(ctx, ids)])
  assert.deepEqual(one, other)
  assert.deepEqual(one.map(({ key, name, dataKey }) => [key, name, dataKey.length]).toSorted(), [
    ['1', 'Ada Lovelace', 32],
    ['2', undefined, 32],
  ])
  await pupilsImported(here.rita, 'MAT,2,Grace Hopper,\n')
  assert.deepEqual(new Set(await namesIn(here.rita)), new Set(['Ada Lovelace', 'Grace Hopper']))
})
