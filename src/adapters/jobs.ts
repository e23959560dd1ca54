// The queue: pg-boss in the same database, so that a job is stored in the transaction that caused it, or not at all.
import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Db } from '#db/db.ts'
import type { Scope } from '#ports/ctx.ts'
import type { Job } from '#ports/jobs.ts'

/** Who queued it and whose it is; the input as the job takes it. */
export type Queued = Readonly<{ scope: Scope; actor: string; input: unknown }>

export type Queue = Readonly<{
  send: (db: Db, name: string, queued: Queued) => Promise<void>
  /** Begins to work; each job is one call of `run`, tried again with growing pauses when it throws. */
  work: (run: (job: AnyJob, queued: Queued) => Promise<void>) => Promise<void>
  stop: () => Promise<void>
}>

// jobs differ in what they take; the queue checks each input by the job's own schema before it calls
export type AnyJob = Job<never>

const schema = 'pgboss'

/**
 * Brings the queue's tables up to date as the owner and makes a queue for each job. `alone`: no other process works on this
 * database, so jobs that were running when we died are taken up at once instead of when their heartbeat is missed.
 */
export async function prepareQueues(owner: pg.ClientConfig, jobs: readonly AnyJob[], client: pg.Client, alone: boolean) {
  const boss = new PgBoss({ ...connectionOf(owner), schema, supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  for (const { name } of jobs) {
    const options = {
      // never given up: what hinders a job is mended by people, and then it goes on
      retryLimit: 1_000_000,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: 86_400,
      heartbeatSeconds: 30,
      notify: true,
    }
    await boss.createQueue(name, options)
  }
  await boss.stop({ graceful: false })
  await client.query(`grant usage on schema ${schema} to testamur_app`)
  await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to testamur_app`)
  await client.query(`grant usage on all sequences in schema ${schema} to testamur_app`)
  await client.query(`grant execute on all functions in schema ${schema} to testamur_app`)
  if (alone) await client.query(`update ${schema}.job set state = 'retry', start_after = now() where state = 'active'`)
}

export async function startQueue(
  app: pg.ClientConfig,
  jobs: readonly AnyJob[],
  onError: (error: unknown) => void,
): Promise<Queue> {
  const boss = new PgBoss({
    ...connectionOf(app),
    schema,
    migrate: false,
    createSchema: false,
    schedule: false,
    max: 4,
    useListenNotify: true,
    reindex: false,
  })
  boss.on('error', onError)
  await boss.start()
  return {
    async send(db, name, queued) {
      await boss.send(name, queued, { db: fromKysely(db) })
    },
    async work(run) {
      for (const job of jobs) {
        const worker = await boss.work<Queued>(job.name, { batchSize: 1, pollingIntervalSeconds: 1 }, async ([one]) => {
          if (!one) return
          // several notifications wake a worker once; it looks again before it sleeps
          boss.notifyWorker(worker)
          try {
            await run(job, one.data)
          } catch (error) {
            onError(error)
            // the queue stores what is thrown; the error itself may quote a row or an address
            throw new Error('the job failed; the log says where')
          }
        })
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

// pg-boss takes a subset of pg's own options
const connectionOf = ({ host, port, user, database, connectionString, password, ssl, options }: pg.ClientConfig) =>
  Object.fromEntries(
    Object.entries({ host, port, user, database, connectionString, password, ssl, options }).filter(
      ([, value]) => value !== undefined,
    ),
  )
