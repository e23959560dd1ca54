// Journeys of what is left lying about: imports that nobody comes back to, and files that no import needs.
import assert from 'node:assert/strict'
import test from 'node:test'
import { daysKept } from '../../src/domain/intake/intake.api.ts'
import { sweep } from '../../src/domain/intake/intake.ts'
import { listAll } from '../../src/domain/organisations/organisations.ts'
import { system } from '../intake-steps.ts'
import { imported, previewed } from '../steps.ts'
import { type World, world } from '../world.ts'

const day = 24 * 60 * 60 * 1000

/** As the house does it once a day, so many days from now. */
async function sweptAfter({ house }: World, days: number): Promise<void> {
  const ctx = house.world.ctx({ scope: 'installation', actor: { id: 'system', may: () => true } })
  const organisations = (await listAll(ctx)).map(({ id }) => id)
  await sweep({ ...ctx, now: new Date(ctx.now.getTime() + days * day) }, organisations)
}

const opened = async ({ rita }: World) => (await rita.intake.openImport({ profile: 'oulad' })).id
const courses = 'code_module,code_presentation,module_presentation_length\nAAA,2013J,268\n'

async function withFile(here: World): Promise<`imp_${string}`> {
  const id = await opened(here)
  await here.rita.intake.uploadFile({ id, name: 'courses.csv' }, courses, 'text/csv')
  return id
}

const stateOf = async ({ rita }: World, id: `imp_${string}`) => (await rita.intake.readImport({ id })).state

const blobsOf = async (here: World, id: `imp_${string}`) =>
  (await system(here).db.selectFrom('import_file').select('blob').where('import', '=', id).execute()).map(({ blob }) => blob)

const isThere = (here: World, blob: string) =>
  new Response(system(here).blobs.open(blob) as BodyInit).text().then(
    () => true,
    () => false,
  )

test('an import that nobody previews is discarded after so many days, with its files', async () => {
  const here = await world()
  const [empty, filled] = [await opened(here), await withFile(here)]
  await sweptAfter(here, daysKept - 1)
  assert.deepEqual([await stateOf(here, empty), await stateOf(here, filled)], ['open', 'open'])
  const [blob = ''] = await blobsOf(here, filled)
  assert.equal(await isThere(here, blob), true)
  await sweptAfter(here, daysKept + 1)
  assert.deepEqual([await stateOf(here, empty), await stateOf(here, filled)], ['discarded', 'discarded'])
  assert.equal(await isThere(here, blob), false)
})

test('what waits for a confirmation keeps its files, in every organisation, and can be previewed again', async () => {
  const [here, there] = [await world(), await world()]
  const waiting = [(await previewed(here.rita)).id, (await previewed(there.rita)).id] as const
  await sweptAfter(here, daysKept + 1)
  assert.deepEqual([await stateOf(here, waiting[0]), await stateOf(there, waiting[1])], ['previewed', 'previewed'])
  for (const [at, id] of [
    [here, waiting[0]],
    [there, waiting[1]],
  ] as const) {
    await at.rita.intake.previewImport({ id })
    const { counts } = await at.until(
      () => at.rita.intake.readImport({ id }),
      ({ state }) => state === 'previewed' || state === 'failed',
    )
    assert.equal(counts.result?.new, 39)
  }
})

test('whoever comes back to an old import with another file has all the days again', async () => {
  const here = await world()
  const [again, forgotten] = [await withFile(here), await opened(here)]
  await system(here)
    .db.updateTable('import')
    .set({ created: new Date(Date.now() - (daysKept + 10) * day) })
    .where('id', 'in', [again, forgotten])
    .execute()
  await sweptAfter(here, 0)
  assert.deepEqual([await stateOf(here, again), await stateOf(here, forgotten)], ['open', 'discarded'])
})

test('after a crash between a file and its row, in either order, the file goes and nothing else does', async () => {
  const here = await world()
  const ctx = system(here)
  const { blob: withoutRow } = await ctx.blobs.put(new Blob(['uploaded, and then the power failed']).stream(), 100)
  const over = await withFile(here)
  await ctx.db.updateTable('import').set({ state: 'discarded' }).where('id', '=', over).execute()
  const [notDropped = ''] = await blobsOf(here, over)
  const { id } = await imported(here.rita)
  await sweptAfter(here, daysKept - 1)
  assert.deepEqual([await isThere(here, withoutRow), await isThere(here, notDropped)], [true, true])
  await sweptAfter(here, daysKept + 1)
  assert.deepEqual([await isThere(here, withoutRow), await isThere(here, notDropped)], [false, false])
  assert.equal(await stateOf(here, id), 'imported')
  assert.equal((await here.rita.intake.listEnrolments({})).total, 20)
})

test('an import without a file is in no list', async () => {
  const here = await world()
  await opened(here)
  assert.deepEqual((await here.rita.intake.listImports({})).items, [])
  const id = await withFile(here)
  assert.deepEqual(
    (await here.rita.intake.listImports({})).items.map((one) => one.id),
    [id],
  )
})
