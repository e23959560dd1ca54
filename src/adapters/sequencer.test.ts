// The order of events, on a real database: dense, the same for everybody, and chained.
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '#db/migrate.ts'
import { newId } from '#kernel/id.ts'
import { testDatabase } from '../../test/cluster.ts'
import { checkChain } from './event-chain.ts'
import { startSequencer } from './sequencer.ts'

// registered before the database is there, because the cluster under it stops when its own turn comes
after(async () => {
  await Promise.all([bulkPool.end(), ownerPool.end()])
  await drop()
})
const { connection, drop } = await testDatabase(async (owner) => {
  await migrate(owner)
})
const bulkPool = new pg.Pool({ ...connection('bulk'), max: 8 })
const ownerPool = new pg.Pool({ ...connection('owner'), max: 1 })
beforeEach(async () => {
  await ownerPool.query('truncate event, event_position, event_unplaced')
})

const hour = 3_600_000
const faults: unknown[] = []
const sequencer = (everyMs = hour, pool = bulkPool) =>
  startSequencer({ bulkPool: pool, everyMs, onError: (error) => faults.push(error) })

const at = new Date('2026-11-21T08:00:00.000Z')
const rita = newId('per', at)
const organisation = newId('org', at)

async function tell(client: pg.Pool | pg.PoolClient, count: number, moment = new Date()): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId('evt', moment))
  await client.query(
    `insert into event (id, organisation, kind, about, detail, actor, at)
     select id, case when nth % 5 > 0 then $2 end, 'credential.issued', 'cred_' || nth, jsonb_build_object('nth', nth, 'grüße', '☃'), $3, $4
     from unnest($1::text[]) with ordinality as told (id, nth)`,
    [ids, organisation, rita, moment],
  )
  return ids
}

const placed = async () =>
  (
    await ownerPool.query<{ position: number; event: string }>(
      'select position::int, event from event_position order by event_position.position',
    )
  ).rows

const unplaced = async () => (await ownerPool.query<{ count: number }>('select count(*)::int from event_unplaced')).rows[0]?.count

async function eventually(holds: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!(await holds())) {
    assert.ok(performance.now() < deadline, what)
    await wait(20)
  }
}

test('events are placed in the order in which they happened, and the chain holds', async () => {
  const later = await tell(bulkPool, 3, new Date(at.getTime() + 1))
  const earlier = await tell(bulkPool, 3, at)
  const { placeNow, stop } = sequencer()
  await placeNow()
  assert.deepEqual(
    (await placed()).map(({ event }) => event),
    [...earlier.toSorted(), ...later.toSorted()],
  )
  const { checked, position, brokenAt } = await checkChain(bulkPool)
  assert.deepEqual([checked, position, brokenAt], [6, 6, undefined])
  await stop()
})

test('who commits late is placed late, and nobody who has read further misses it', async () => {
  const { placeNow, stop } = sequencer()
  const slow = await bulkPool.connect()
  await slow.query('begin')
  const [late] = await tell(slow, 1, at)
  const [early] = await tell(bulkPool, 1, new Date(at.getTime() + 1000))
  await placeNow()
  assert.deepEqual(await placed(), [{ position: 1, event: early }])
  await slow.query('commit')
  slow.release()
  await placeNow()
  assert.deepEqual((await placed())[1], { position: 2, event: late })
  await stop()
})

test('many writers and two sequencers at once leave no gap and no double', async () => {
  const other = new pg.Pool({ ...connection('bulk'), max: 2 })
  const both = [sequencer(10), sequencer(10, other)] as const
  const writer = async (seed: number) => {
    const told: string[] = []
    for (let round = 0; round < 12; round++) told.push(...(await tell(bulkPool, 1 + ((seed * 37 + round * 71) % 150))))
    return told
  }
  const told = (await Promise.all([1, 2, 3, 4].map(writer))).flat()
  await Promise.all(both.map(({ placeNow }) => placeNow()))
  const rows = await placed()
  assert.deepEqual(
    rows.map(({ position }) => position),
    told.map((_, index) => index + 1),
  )
  assert.deepEqual(rows.map(({ event }) => event).toSorted(), told.toSorted())
  assert.equal(await unplaced(), 0)
  const { checked, brokenAt } = await checkChain(bulkPool)
  assert.deepEqual([checked, brokenAt], [told.length, undefined])
  await Promise.all(both.map(({ stop }) => stop()))
  await other.end()
})

test('more events than fit into one batch are placed by one call', async () => {
  await tell(bulkPool, 2500)
  const { placeNow, stop } = sequencer()
  await placeNow()
  assert.equal((await placed()).at(-1)?.position, 2500)
  assert.equal((await checkChain(bulkPool)).checked, 2500)
  assert.equal((await checkChain(bulkPool, 2401)).checked, 100)
  await stop()
})

test('an event is placed as soon as it is told', async () => {
  const { stop } = sequencer()
  await eventually(async () => (await listeners()).length === 1, 'nobody listens')
  await tell(bulkPool, 1)
  await eventually(async () => (await unplaced()) === 0, 'nobody came')
  await stop()
  assert.deepEqual(await listeners(), [])
})

test('a line that was cut is opened again', async () => {
  const { stop } = sequencer(50)
  await eventually(async () => (await listeners()).length === 1, 'nobody listens')
  const [cut] = await listeners()
  faults.length = 0
  await ownerPool.query('select pg_terminate_backend($1)', [cut])
  await eventually(async () => (await listeners()).some((pid) => pid !== cut), 'nobody listens again')
  assert.equal(faults.length > 0, true)
  await stop()
})

test('what goes wrong is reported, and tried again', async () => {
  const { placeNow, stop } = sequencer(50)
  await placeNow()
  faults.length = 0
  await ownerPool.query('revoke delete on event_unplaced from testamur_bulk')
  await tell(bulkPool, 3)
  await assert.rejects(placeNow(), { code: '42501' })
  await eventually(async () => faults.length > 0, 'nobody was told')
  assert.deepEqual(await placed(), [])
  await ownerPool.query('grant delete on event_unplaced to testamur_bulk')
  await eventually(async () => (await placed()).length === 3, 'nobody tried again')
  await stop()
})

const spoilt: readonly (readonly [how: string, sql: string])[] = [
  ['what happened', `update event set kind = 'credential.revoked' where id = $1`],
  ['a detail', `update event set detail = detail || '{"nth": 0}' where id = $1`],
  ['who did it', `update event set actor = 'system' where id = $1`],
  ['when, by a microsecond', `update event set at = at + interval '1 microsecond' where id = $1`],
  ['what it was about', `update event set about = 'cred_0' where id = $1`],
  ['whose it was', `update event set organisation = 'org_other' where id = $1`],
  ['who may read of it', `update event_position set organisation = 'org_other', number = 1 where event = $1`],
  ['its link', `update event_position set chain = sha256(chain) where event = $1`],
  ['its being there', 'delete from event_position where event = $1'],
]

test('whatever is edited behind our back is found, and where', async () => {
  for (const [how, sql] of spoilt) {
    await ownerPool.query('truncate event, event_position, event_unplaced')
    await tell(bulkPool, 8)
    const { placeNow, stop } = sequencer()
    await placeNow()
    // it also hears of events by itself, and would be in the way of what follows
    await stop()
    assert.equal((await checkChain(bulkPool)).brokenAt, undefined)
    // as somebody with every right would: without the trigger that keeps events as they are
    await ownerPool.query('alter table event disable trigger user')
    const { rowCount } = await ownerPool.query(sql, [(await placed())[4]?.event])
    await ownerPool.query('alter table event enable trigger user')
    assert.equal(rowCount, 1)
    const { checked, brokenAt } = await checkChain(bulkPool)
    assert.deepEqual([checked, brokenAt], [4, 5], how)
    assert.equal((await checkChain(bulkPool, 7)).brokenAt, undefined)
  }
})

test('an event cannot be edited or removed by anybody else', async () => {
  const [id] = await tell(bulkPool, 1)
  await assert.rejects(ownerPool.query('delete from event where id = $1', [id]), /never changed/)
  await assert.rejects(bulkPool.query(`update event set kind = 'x' where id = $1`, [id]), { code: '42501' })
})

const listeners = async () =>
  (
    await ownerPool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and query = 'listen event' and state = 'idle'`,
    )
  ).rows.map(({ pid }) => pid)
