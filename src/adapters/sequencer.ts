// The sequencer: gives events their dense, chained places. Serial numbers are not in commit order; one placer at a time is.
import pg from 'pg'
import { beginningOfChain, type ChainedEvent, chainedColumns, linkAfter } from './event-chain.ts'
import { inTransaction } from './postgres.ts'

export type Sequencer = Readonly<{
  /** Places every event committed before the call, and answers how many were placed. */
  placeNow: () => Promise<number>
  /** Finishes the batch that is under way and closes the line on which it listened. */
  stop: () => Promise<void>
}>

/**
 * Places events as they are told (`LISTEN event`) and every `everyMs` in case a call was missed. Several sequencers may run, in one
 * process or many: they take turns. What goes wrong goes to `onError`, and is tried again at the next turn.
 */
export function startSequencer(asked: { bulkPool: pg.Pool; everyMs: number; onError: (error: unknown) => void }): Sequencer {
  const { bulkPool, everyMs, onError } = asked
  let stopped = false
  const placeNow = oneAfterAnother(() => placeAll(bulkPool, () => stopped))
  const wake = () => {
    if (!stopped) placeNow().catch(onError)
  }
  const line = keptListening(bulkPool, wake, onError)
  const turn = () => {
    line.open()
    wake()
  }
  // whoever forgets to stop it is not kept from ending
  const timer = setInterval(turn, everyMs).unref()
  turn()
  return {
    placeNow,
    async stop() {
      stopped = true
      clearInterval(timer)
      await line.close()
      // whoever asked has been told how it ended; here it only has to have ended
      await placeNow().catch(() => {})
    },
  }
}

/** Calls that come while one is running share a single one after it: that one sees whatever they came for. */
function oneAfterAnother<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve()
  let waiting: Promise<T> | undefined
  const begin = () => {
    waiting = undefined
    return work()
  }
  return () => {
    if (!waiting) {
      waiting = running.then(begin, begin)
      running = waiting
    }
    return waiting
  }
}

async function placeAll(pool: pg.Pool, stopped: () => boolean): Promise<number> {
  let placed = 0
  for (;;) {
    if (stopped()) return placed
    const batch = await placeBatch(pool)
    placed += batch
    if (batch < batchSize) return placed
  }
}

const batchSize = 1000
const turnLock = 7358

const placeBatch = (pool: pg.Pool): Promise<number> =>
  inTransaction(pool, 'begin', async (client) => {
    // A statement of its own: the next ones then see all that the last holder of the lock has committed.
    await client.query('select pg_advisory_xact_lock($1)', [turnLock])
    return placeUnder(client)
  })

async function placeUnder(client: pg.PoolClient): Promise<number> {
  const { rows: events } = await client.query<ChainedEvent>(
    `select ${chainedColumns} from event_unplaced u join event e on e.id = u.event order by e.at, e.id limit ${batchSize}`,
  )
  if (events.length === 0) return 0
  const last = await client.query<{ position: number; chain: Buffer }>(
    'select position::float8 as position, chain from event_position order by event_position.position desc limit 1',
  )
  const { position, chain } = last.rows[0] ?? { position: 0, chain: beginningOfChain() }
  const links: Uint8Array[] = []
  for (const event of events) links.push(linkAfter(links.at(-1) ?? chain, event))
  const ids = events.map(({ id }) => id)
  await client.query(
    `insert into event_position (position, event, organisation, chain, number)
     select $1::bigint + nth, event, organisation, chain,
       case when organisation is not null then row_number() over (partition by organisation order by nth)
         + coalesce((select max(p.number) from event_position p where p.organisation = placed.organisation), 0) end
     from unnest($2::text[], $3::text[], $4::bytea[]) with ordinality as placed (event, organisation, chain, nth)`,
    [position, ids, events.map(({ organisation }) => organisation), links],
  )
  await client.query('delete from event_unplaced where event = any($1::text[])', [ids])
  return events.length
}

/** A connection of its own on which calls arrive. `open` does nothing while there is one, so each turn may ask for it again. */
function keptListening(pool: pg.Pool, heard: () => void, onError: (error: unknown) => void) {
  let client: pg.Client | undefined
  let opening = Promise.resolve()
  const lost = (gone: pg.Client) => {
    if (client === gone) client = undefined
    gone.end().catch(() => {})
  }
  const listen = async (fresh: pg.Client) => {
    try {
      await fresh.connect()
      await fresh.query('listen event')
      // what was told in between has called nobody
      heard()
    } catch (error) {
      onError(error)
      lost(fresh)
    }
  }
  return {
    open() {
      if (client) return
      const fresh = new pg.Client(pool.options)
      fresh.on('notification', heard)
      fresh.on('end', () => lost(fresh))
      fresh.on('error', (error) => {
        onError(error)
        lost(fresh)
      })
      client = fresh
      opening = listen(fresh)
    },
    async close() {
      await opening
      await client?.end()
    },
  }
}
