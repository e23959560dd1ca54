// Journeys of design: drafts that several people edit, versions that never change, images from strangers.
import assert from 'node:assert/strict'
import test from 'node:test'
import { published } from '../steps.ts'
import { world } from '../world.ts'

test('a draft is written step by step, says what is missing, and is published when nothing is', async () => {
  const { dev, pia } = await world()
  const created = await dev.design.create({ key: 'RIV-1', title: 'Reading rivers' })
  assert.deepEqual([created.state, created.title, created.version], ['draft', 'Reading rivers', undefined])
  await assert.rejects(dev.design.publish({ id: created.id }), { type: 'not_allowed', status: 403 })
  await assert.rejects(pia.design.publish({ id: created.id }), { type: 'design_incomplete', status: 409 })
  const { id } = await published({ dev, pia }, 'RIV-2')
  const { items } = await dev.design.list({ search: 'riv' })
  assert.deepEqual(
    items.map(({ key, state }) => [key, state]),
    [
      ['RIV-2', 'published'],
      ['RIV-1', 'draft'],
    ],
  )
  await assert.rejects(pia.design.publish({ id }), { type: 'nothing_changed' })
})

test('two people who save the same step: the second is shown both texts, and nothing is lost', async () => {
  const { dev, pia } = await world()
  const { id, document, revisions } = await dev.design.create({ key: 'A', title: 'First' })
  const mine = { ...document.overview, description: 'Pia’s words' }
  await pia.design.saveStep({ id, step: 'overview', revision: revisions.overview, document: mine })
  await assert.rejects(
    dev.design.saveStep({
      id,
      step: 'overview',
      revision: revisions.overview,
      document: { ...document.overview, description: 'Dev’s words' },
    }),
    (problem: { type: string; values: { yours: { description: string }; theirs: { description: string }; revision: number } }) =>
      problem.type === 'draft_changed' &&
      problem.values.yours.description === 'Dev’s words' &&
      problem.values.theirs.description === 'Pia’s words' &&
      problem.values.revision === 2,
  )
})

test('a published version never changes, whatever becomes of the draft, and a draft put back is no change', async () => {
  const here = await world()
  const { id, document, revisions, versions } = await published(here, 'A', 'As published')
  const changed = await here.dev.design.saveStep({
    id,
    step: 'overview',
    revision: revisions.overview,
    document: { ...document.overview, title: 'Another' },
  })
  assert.equal(changed.state, 'changed')
  assert.equal((await here.dev.design.list({})).items[0]?.state, 'changed')
  const version = await here.dev.design.readVersion({ id: versions[0]?.id ?? 'dv_x' })
  assert.deepEqual([version.document.overview.title, version.number], ['As published', 1])
  const back = await here.dev.design.saveStep({
    id,
    step: 'overview',
    revision: changed.revisions.overview,
    document: document.overview,
  })
  assert.equal(back.state, 'published')
  assert.equal((await here.dev.design.list({})).items[0]?.state, 'published')
})

test('a step that does not fit is refused with the place, and nothing of it is stored', async () => {
  const { dev } = await world()
  const { id, revisions } = await dev.design.create({ key: 'A' })
  await assert.rejects(
    dev.design.saveStep({ id, step: 'volume', revision: revisions.volume, document: { hours: -4 } }),
    (problem: { type: string; status: number; issues: { path: unknown[] }[] }) =>
      problem.type === 'misfit' && problem.status === 400 && problem.issues[0]?.path.join('.') === 'document.hours',
  )
  assert.equal((await dev.design.read({ id })).revisions.volume, 1)
})

test('a code is taken once, and a retired micro-credential is neither edited nor retired again', async () => {
  const here = await world()
  const { id, revisions } = await published(here, 'A')
  await assert.rejects(here.dev.design.create({ key: 'A' }), { type: 'key_taken', status: 409 })
  assert.equal((await here.pia.design.retire({ id })).state, 'retired')
  await assert.rejects(here.pia.design.retire({ id }), { type: 'already_retired' })
  await assert.rejects(here.dev.design.saveStep({ id, step: 'overview', revision: revisions.overview, document: {} }), {
    type: 'retired',
  })
})

test('an image is decoded and written anew; what is none is refused', async () => {
  const { dev } = await world()
  const png = new Uint8Array(
    await (
      await dev.design.badge({ id: (await dev.design.create({ key: 'A', title: 'A' })).id, format: 'png', width: 300 })
    ).arrayBuffer(),
  )
  const { width, height } = await dev.design.uploadImage({}, png, 'image/png')
  assert.deepEqual([width, height], [300, 300])
  for (const hostile of [png.slice(0, 200), new TextEncoder().encode('<svg onload="alert(1)"/>'), new Uint8Array(0)])
    await assert.rejects(dev.design.uploadImage({}, hostile, 'image/png'), { type: 'image_unreadable', status: 422 })
  await assert.rejects(dev.design.uploadImage({}, new Uint8Array(9_000_000), 'image/png'), { type: 'too_large', status: 413 })
  await assert.rejects(dev.design.uploadImage({}, png, 'text/html'), { type: 'wrong_media_type', status: 415 })
})

test('a draft names neither a picture that is not there nor an outcome twice', async () => {
  const { dev } = await world()
  const { id, revisions } = await dev.design.create({ key: 'A' })
  const image = { kind: 'uploaded', image: 'img_00000000000000000000000000', alternativeText: 'None' }
  await assert.rejects(dev.design.saveStep({ id, step: 'badge', revision: revisions.badge, document: { image } }), {
    type: 'image_unknown',
    status: 422,
  })
  const twice = {
    learningOutcomes: [
      { id: 'o1', text: 'One' },
      { id: 'o1', text: 'Two' },
    ],
  }
  await assert.rejects(dev.design.saveStep({ id, step: 'outcomes', revision: revisions.outcomes, document: twice }), {
    type: 'misfit',
    status: 400,
  })
})

test('another organisation can neither read nor publish it', async () => {
  const [here, elsewhere] = [await world(), await world()]
  const { id, versions } = await published(here, 'A')
  await assert.rejects(elsewhere.dev.design.read({ id }), { type: 'not_found', status: 404 })
  await assert.rejects(elsewhere.dev.design.readVersion({ id: versions[0]?.id ?? 'dv_x' }), { type: 'not_found' })
  await assert.rejects(elsewhere.pia.design.publish({ id }), { type: 'not_found' })
})
