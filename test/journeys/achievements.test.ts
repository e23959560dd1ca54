// Journeys of achievements: what credentials refer to, read by anybody at the address that they carry.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { published } from '../steps.ts'
import { theHouse, world } from '../world.ts'

const house = await theHouse()

test('anybody may read a published version, and hears of a newer one and of its retirement', async () => {
  const here = await world()
  const { id, versions, revisions } = await published(here, 'AAA', 'Module AAA')
  const first = versions[0]?.id ?? assert.fail()
  const read = () => here.stranger.issuing.readAchievement({ id: first })
  const { document, issuer, badge, retired, newer } = await read()
  assert.deepEqual([document.name, document.version, retired, newer], ['Module AAA', '1', false, undefined])
  assert.equal(issuer.slug, here.organisation.slug)
  assert.match(badge, /^<svg/)
  await here.dev.design.saveStep({
    id,
    step: 'assessment',
    revision: revisions.assessment ?? 0,
    document: { criteria: 'Pass the module and defend a case.' },
  })
  const second = (await here.pia.design.publish({ id })).versions.find(({ number }) => number === 2)
  assert.deepEqual((await read()).newer, { id: second?.id, number: 2 })
  assert.deepEqual((await read()).document, document, 'what was published stays as it was')
  await here.pia.design.retire({ id })
  const gone = await read()
  assert.deepEqual([gone.retired, gone.newer], [true, undefined])
  await assert.rejects(here.stranger.issuing.readAchievement({ id: first.replace(/.$/, '0') as typeof first }), {
    type: 'not_found',
  })
})

test('where there are no screens, everybody gets the document, also who would rather see a page', async () => {
  const here = await world()
  const { versions } = await published(here, 'AAA')
  const address = `http://localhost:3000/achievements/${versions[0]?.id}`
  for (const accept of ['text/html,application/xhtml+xml,*/*;q=0.8', '*/*', 'application/ld+json']) {
    const answer = await house.call(new Request(address, { headers: { accept } }))
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/ld+json'], accept)
    assert.equal((await answer.json()).id, address)
  }
})
