// A database for a test process: copied from one migrated template, on the one cluster of the run.
import { AsyncResource } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { type DatabaseRole, prepareDatabase, prepareRoles } from '../src/adapters/database-roles.ts'
import { startCluster } from '../src/adapters/embedded-postgres.ts'

/** How the runner tells its test processes where the cluster's socket is. */
const runnersCluster = 'TESTAMUR_TEST_CLUSTER'

type Connect = (user: string, database: string) => pg.ClientConfig

export type TestDatabase = Readonly<{
  connection: (role: DatabaseRole) => pg.ClientConfig
  drop: () => Promise<void>
}>

/**
 * A fresh database with everything that `migrate` makes in it. `migrate` runs once for the whole run, whichever test comes first, and
 * must close its connections. Without a runner (`node --test FILE`) the process has a cluster of its own, gone when its tests are done.
 */
export async function testDatabase(migrate: (owner: pg.ClientConfig) => Promise<void>): Promise<TestDatabase> {
  const connect = await cluster()
  await once(connect, migrate)
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await administer(connect, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return {
    connection: (role) => connect(`testamur_${role}`, name),
    drop: async () => {
      await administer(connect, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

const template = 'testamur_template'

let ours: Promise<Connect> | undefined

function cluster(): Promise<Connect> {
  const host = process.env[runnersCluster]
  if (host) return Promise.resolve((user, database) => ({ host, user, database }))
  ours ??= startOwn()
  return ours
}

async function startOwn(): Promise<Connect> {
  const { connection, stop } = await temporaryCluster()
  afterAllTests(stop)
  return connection
}

// Bound to the moment of loading: called from within a test, `after` itself would stop the cluster when that one test ends.
const afterAllTests = AsyncResource.bind((stop: () => Promise<void>) => after(stop))

/** A cluster in a temporary folder, quick and unsafe, that is removed when it is stopped. */
export async function temporaryCluster(): Promise<{ socketFolder: string; connection: Connect; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'testamur-test-'))
  const { socketFolder, connection, stop } = await startCluster({ folder: join(folder, 'postgres'), fast: true })
  return {
    socketFolder,
    connection,
    stop: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Makes the template under a lock, under another name until it is whole: a test process that dies in between leaves no half of it. */
async function once(connect: Connect, migrate: (owner: pg.ClientConfig) => Promise<void>): Promise<void> {
  await administer(connect, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(7361)')
    const { rows } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (rows.length > 0) return
    const draft = `${template}_draft`
    await prepareRoles(admin, 'LOGIN')
    await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${draft}`)
    await prepareDatabase(connect('testamur_owner', draft))
    await migrate(connect('testamur_owner', draft))
    await admin.query(`ALTER DATABASE ${draft} RENAME TO ${template}`)
  })
}

async function administer<T>(connect: Connect, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(connect('testamur_owner', 'postgres'))
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
