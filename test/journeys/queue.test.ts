// What waits in the queue, and stays there for a while afterwards: ids and sealed letters; no name, no address, no secret, no document.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { jobs } from '../../src/server/rooms.ts'
import { imported, prepared, readyToRelease, released } from '../steps.ts'
import { emailOf, origin, password, until, world } from '../world.ts'

type Stored = { name: string; data: { scope: string; actor: string; input: Record<string, unknown> } }

async function stored(connection: pg.ClientConfig): Promise<Stored[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<Stored>('select name, data from pgboss.job')).rows
  } finally {
    await client.end()
  }
}

/** An id of ours, or a word for who acts or whose rows are meant. */
const id = /^(?:[a-z]+_[0-9a-v]{26}|operator|system|stranger|installation|public)$/
/** What only the installation's key opens. */
const isSealed = (input: object) => Object.keys(input).sort().join() === 'sealed,wrapped'

test('every kind of job is stored as ids and counts, or sealed', async () => {
  const here = await world()
  const { rita, olga, stranger, house, organisation } = here
  const invited = `invited-${process.pid}@example.org`
  const { link } = await olga.people.invite({ email: invited, roles: ['support'] })
  const email = emailOf('rita', organisation.slug)
  await stranger.people.askPasswordReset({ email })
  await rita.people.changeEmail({ email: `next-${process.pid}@example.org`, password })
  await readyToRelease(here)
  await released(rita, await prepared(rita))
  await imported(rita)
  await until(house.sentMails, (mails) => mails.some(({ subject, to }) => to === email && subject.includes('password')))

  const all = await stored(house.connection('owner'))
  const kinds = new Set(all.map(({ name }) => name))
  for (const { name } of jobs) assert.ok(kinds.has(name), `${name} was sent on the way`)
  for (const { name, data } of all.filter(({ name }) => jobs.some((job) => job.name === name))) {
    assert.deepEqual(Object.keys(data).sort(), ['actor', 'input', 'scope'], name)
    assert.match(data.actor, id, name)
    assert.match(data.scope, id, name)
    if (isSealed(data.input)) continue
    for (const value of Object.values(data.input))
      assert.ok(typeof value === 'number' || (typeof value === 'string' && id.test(value)), `${name}: ${JSON.stringify(value)}`)
  }
  const text = JSON.stringify(all)
  const token = link.split('/').at(-1) ?? ''
  for (const secret of [email, invited, 'Rita Registrar', token, password, origin, organisation.slug])
    assert.ok(!text.includes(secret), secret)
})
