// The embedded database survives what happens to servers: kills, leftovers, long paths, closed folders.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, chown, cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import pg from 'pg'
import { type Cluster, startCluster } from './embedded-postgres.ts'

const parent = await mkdtemp(join(tmpdir(), 'testamur-cluster-'))
after(() => rm(parent, { recursive: true, force: true }))

async function ask(cluster: Pick<Cluster, 'connection'>, sql: string): Promise<unknown[]> {
  const client = new pg.Client(cluster.connection('testamur_owner', 'postgres'))
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

// One cluster is made; every test gets a copy of its files, which is quicker than making another.
const original = join(parent, 'original')
const first = await startCluster({ folder: original })
await ask(first, `CREATE TABLE learner AS SELECT 'Lena' AS name`)
const [locale, checksums, fsync, network] = await Promise.all(
  [
    `SELECT datlocale || ' ' || datctype || ' ' || pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'postgres'`,
    'SHOW data_checksums',
    'SHOW fsync',
    'SHOW listen_addresses',
  ].map((sql) => ask(first, sql)),
)
await first.stop()

let count = 0

async function copyOfData(folder = join(parent, `data-${++count}`)): Promise<string> {
  await mkdir(folder, { mode: 0o700, recursive: true })
  await cp(original, join(folder, 'postgres'), { recursive: true })
  return join(folder, 'postgres')
}

/** Another process that runs the database on `folder`, says on what socket, and then waits to be killed. */
async function otherServer(
  folder: string,
  ids: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; said: string }> {
  const script = `const { startCluster } = await import(${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)})
    try { console.log((await startCluster({ folder: ${JSON.stringify(folder)} })).runsAs) } catch (error) { console.log(error.message) }
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { ...ids, stdio: ['ignore', 'pipe', 'inherit'] })
  after(() => child.kill('SIGTERM'))
  const [said] = await once(child.stdout, 'data')
  return { child, said: String(said).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const lockOf = async (folder: string) => Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0])

async function stillThere(folder: string): Promise<void> {
  const cluster = await startCluster({ folder })
  try {
    assert.deepEqual(await ask(cluster, 'SELECT name FROM learner'), ['Lena'])
  } finally {
    await cluster.stop()
  }
}

test('the database sorts alike everywhere, checks its pages, syncs to the disk and listens to no network', () => {
  assert.deepEqual([locale, checksums, fsync, network], [['C.UTF-8 C.UTF-8 UTF8'], ['on'], ['on'], ['']])
})

test('a search by similar letters knows letters beyond ASCII', async () => {
  const cluster = await startCluster({ folder: await copyOfData() })
  try {
    await ask(cluster, 'CREATE EXTENSION pg_trgm')
    assert.deepEqual(
      await ask(cluster, `SELECT similarity('größe', 'GRÖSSE') > 0.3, similarity('äöü', 'ÄÖÜ'), similarity('äöü', 'äßü') < 1`),
      [true, 1, true],
    )
  } finally {
    await cluster.stop()
  }
})

test('stopping leaves no process and no lock behind, and stopping twice is stopping once', async () => {
  const folder = await copyOfData()
  const cluster = await startCluster({ folder })
  const pid = await lockOf(folder)
  await Promise.all([cluster.stop(), cluster.stop(), cluster.ended])
  assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' })
  await assert.rejects(stat(join(folder, 'postmaster.pid')), { code: 'ENOENT' })
})

test('what was committed survives the kill of the server, and its orphaned database is stopped before the next start', async () => {
  const folder = await copyOfData()
  const { child } = await otherServer(folder)
  const orphan = await lockOf(folder)
  const connection = () => ({ host: folder, user: 'testamur_owner', database: 'postgres' })
  await ask({ connection }, `INSERT INTO learner VALUES ('Mia')`)
  await kill(child)
  process.kill(orphan, 0)
  const cluster = await startCluster({ folder })
  assert.deepEqual(await ask(cluster, 'SELECT name FROM learner ORDER BY name'), ['Lena', 'Mia'])
  assert.notEqual(await lockOf(folder), orphan)
  await cluster.stop()
})

test('what was committed survives the kill of the server and the database together', async () => {
  const folder = await copyOfData()
  const { child } = await otherServer(folder)
  const connection = () => ({ host: folder, user: 'testamur_owner', database: 'postgres' })
  await ask({ connection }, `INSERT INTO learner VALUES ('Mia')`)
  process.kill(await lockOf(folder), 'SIGKILL')
  await kill(child)
  const cluster = await startCluster({ folder })
  assert.deepEqual(await ask(cluster, 'SELECT name FROM learner ORDER BY name'), ['Lena', 'Mia'])
  await cluster.stop()
})

test('a lock file whose process number now belongs to somebody else does not hinder the start', async () => {
  const folder = await copyOfData()
  const note = [process.ppid, folder, 1_700_000_000, 5432, folder, '', '', 'ready', ''].join('\n')
  await writeFile(join(folder, 'postmaster.pid'), note, { mode: 0o600 })
  await writeFile(join(folder, '.s.PGSQL.5432.lock'), note, { mode: 0o600 })
  await stillThere(folder)
})

test('a path too long for a socket gets a private socket elsewhere, gone after the stop', async () => {
  const folder = await copyOfData(join(parent, 'long'.repeat(30)))
  const cluster = await startCluster({ folder })
  assert.deepEqual(await ask(cluster, 'SELECT name FROM learner'), ['Lena'])
  assert.equal((await stat(cluster.socketFolder)).mode & 0o777, 0o700)
  await cluster.stop()
  await assert.rejects(stat(cluster.socketFolder), { code: 'ENOENT' })
})

test('the socket of a killed server with a long path is cleared away', async () => {
  const folder = await copyOfData(join(parent, 'further'.repeat(20)))
  const { child } = await otherServer(folder)
  const [, , , , socketFolder = ''] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')
  await kill(child)
  await stillThere(folder)
  assert.notEqual(socketFolder, folder)
  await assert.rejects(stat(socketFolder), { code: 'ENOENT' })
})

test('a start cut short while the database was being made is begun anew', async () => {
  const data = join(parent, 'begun')
  await mkdir(join(data, 'postgres.new-0000', 'base'), { recursive: true })
  const cluster = await startCluster({ folder: join(data, 'postgres'), fast: true })
  await cluster.stop()
  await assert.rejects(stat(join(data, 'postgres.new-0000')), { code: 'ENOENT' })
})

test('data that moved elsewhere are found through the link in their place', async () => {
  const folder = await copyOfData()
  await symlink(folder, join(parent, 'link'))
  await stillThere(join(parent, 'link'))
})

const refusals: readonly [name: string, code: string, detail: RegExp, spoil: (folder: string) => Promise<void>][] = [
  [
    'of another PostgreSQL',
    'database_of_other_version',
    /made by PostgreSQL 12; .* brings PostgreSQL 18/,
    (folder) => writeFile(join(folder, 'PG_VERSION'), '12\n'),
  ],
  ['that is none', 'database_unreadable', /cannot be read as a database/, (folder) => rm(join(folder, 'PG_VERSION'))],
  [
    'that the link no longer leads to',
    'database_missing',
    /no longer there/,
    async (folder) => {
      await rm(folder, { recursive: true })
      await symlink('/nowhere', folder)
    },
  ],
  [
    'that PostgreSQL does not start on',
    'database_not_started',
    /nonsense/,
    (folder) => appendFile(join(folder, 'postgresql.conf'), '\nnonsense = 1\n'),
  ],
]

for (const [name, code, detail, spoil] of refusals)
  test(`a database ${name} is refused with a sentence`, async () => {
    const folder = await copyOfData()
    await spoil(folder)
    await assert.rejects(startCluster({ folder }), { code, detail })
  })

const nobody = { uid: 65_534, gid: 65_534 }
const script = new URL('./embedded-postgres.ts', import.meta.url).pathname
const mayBeNobody = process.getuid?.() === 0 && spawnSync('test', ['-r', script], { ...nobody, cwd: '/' }).status === 0

test('an ordinary user, and root after it, run the same database in a folder that only the user may enter', async (t) => {
  if (!mayBeNobody) return t.diagnostic('Left out: only root can play two users, in a project folder that others may read.')
  const data = join(await mkdtemp(join(tmpdir(), 'testamur-nobody-')), 'data')
  after(() => rm(join(data, '..'), { recursive: true, force: true }))
  await mkdir(data, { mode: 0o700 })
  await chown(join(data, '..'), nobody.uid, nobody.gid)
  await chown(data, nobody.uid, nobody.gid)
  const folder = join(data, 'postgres')
  const once = await otherServer(folder, nobody)
  assert.equal(once.said, 'as we are')
  await kill(once.child)
  const cluster = await startCluster({ folder })
  assert.equal(cluster.runsAs, 'folder owner')
  await cluster.stop()
  const again = await otherServer(folder, nobody)
  assert.equal(again.said, 'as we are')
  await kill(again.child)
  await (await startCluster({ folder })).stop()
})
