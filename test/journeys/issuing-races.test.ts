// Two things at once: results corrected while credentials are being signed, and a preparing run that wakes up late.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { issueAll } from '../../src/domain/issuing/issue-lines.ts'
import { prepareAll } from '../../src/domain/issuing/prepare-lines.ts'
import type { Id } from '../../src/kernel/id.ts'
import type { Ctx } from '../../src/ports/ctx.ts'
import { imported, prepared, readyToRelease } from '../steps.ts'
import { type World, world } from '../world.ts'

const asSystem = (here: World): Ctx =>
  here.house.world.ctx({ scope: here.organisation.id as Id<'org'>, actor: { id: 'system', may: () => true } })

/** A gate that somebody comes to, and another opens. */
function gate() {
  const [reached, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const wait = () => {
    reached.resolve()
    return opened.promise
  }
  return { wait, reached: reached.promise, open: () => opened.resolve() }
}

async function asOwner<T>(here: World, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(here.house.connection('owner'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

test('whose result is corrected while the credentials are being signed gets none on the old one', async () => {
  const here = await world()
  await readyToRelease(here)
  const { id, lines } = await prepared(here.rita)
  const progress = { done: 0, total: lines.ready, since: new Date().toISOString(), at: new Date().toISOString() }
  // as confirming does, less the job: this run is ours
  await asOwner(here, (client) =>
    client.query(`update release set state = 'issuing', progress = $2 where id = $1`, [id, JSON.stringify(progress)]),
  )
  const { wait, reached, open } = gate()
  const slowly = (ctx: Ctx): Ctx => ({
    ...ctx,
    later: () => slowly(ctx.later()),
    signing: { ...ctx.signing, sign: (...asked) => wait().then(() => ctx.signing.sign(...asked)) },
  })
  const issuing = issueAll(slowly(asSystem(here)), id)
  await reached
  const { state } = await imported(here.rita, undefined, (name, text) =>
    name === 'studentInfo.csv' ? text.replaceAll('"Pass"', '"Fail"').replaceAll('"Distinction"', '"Fail"') : text,
  )
  assert.equal(state, 'imported')
  open()
  await issuing
  const release = await here.rita.issuing.readRelease({ id })
  const { total, items } = await here.rita.issuing.listCredentials({ limit: 50 })
  assert.deepEqual([release.state, total ?? items.length], ['issued', 0])
  assert.equal(release.lines.failed, lines.ready)
})

test('a run that prepares and wakes up when all is prepared leaves holds alone', async () => {
  const here = await world()
  await readyToRelease(here)
  const { wait, reached, open } = gate()
  const [id, late] = await asOwner(here, async (client) => {
    await client.query('begin; lock table decision in share mode')
    const { id } = await here.rita.issuing.prepareRelease({})
    const ctx = asSystem(here)
    const asleep: Ctx = { ...ctx, atomically: (work) => wait().then(() => ctx.atomically(work)) }
    const late = prepareAll(asleep, id)
    await reached
    await client.query('rollback')
    return [id, late] as const
  })
  const read = () => here.rita.issuing.readRelease({ id })
  await here.until(read, ({ state }) => state === 'prepared')
  const { items } = await here.rita.issuing.listLines({ id, state: 'ready' })
  await here.rita.issuing.holdLines({ id, lines: items.slice(0, 1).map((line) => line.id), reason: 'under review' })
  const { lines } = await read()
  open()
  await late
  assert.deepEqual((await read()).lines, lines)
  assert.equal(lines.held, 1)
})
