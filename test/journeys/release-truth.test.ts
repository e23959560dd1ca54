// Journeys of what a release says about itself: who did what, and nothing that is no longer so.
import assert from 'node:assert/strict'
import test from 'node:test'
import { prepared, readyToRelease, released } from '../steps.ts'
import { world } from '../world.ts'

test('nobody in a cancelled release is ready to be issued, and it says who cancelled it', async () => {
  const here = await world()
  await readyToRelease(here)
  const { id } = await prepared(here.rita)
  const { items } = await here.rita.issuing.listLines({ id, state: 'ready' })
  await here.rita.issuing.holdLines({ id, lines: [items[0]?.id ?? assert.fail()], reason: 'an appeal is open' })
  const { state, lines, cancelled, cancelledBy } = await here.rita.issuing.cancelRelease({ id })
  const { person } = await here.rita.people.session({})
  assert.deepEqual(
    { state, ready: lines.ready, held: lines.held, cancelled: lines.cancelled, by: cancelledBy },
    { state: 'cancelled', ready: 0, held: 1, cancelled: 12, by: person?.id },
  )
  assert.ok(cancelled)
  const states = async (state?: 'ready' | 'cancelled') =>
    (await here.rita.issuing.listLines({ id, state, limit: 200 })).items.filter(
      (line) => line.state === 'ready' || line.state === 'cancelled',
    ).length
  assert.deepEqual([await states(), await states('cancelled'), await states('ready')], [12, 12, 0])
  const [listed] = (await here.rita.issuing.listReleases({})).items
  assert.deepEqual({ ready: listed?.lines.ready, cancelled: listed?.lines.cancelled }, { ready: 0, cancelled: 12 })
})

test('a release says who released it and when, and not before', async () => {
  const here = await world()
  await readyToRelease(here)
  const release = await prepared(here.rita)
  assert.deepEqual([release.released, release.releasedBy], [undefined, undefined])
  const done = await released(here.olga, release)
  const { person } = await here.olga.people.session({})
  assert.equal(done.releasedBy, person?.id)
  assert.ok(done.released && done.finished && done.released <= done.finished)
})
