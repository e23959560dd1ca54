// The three roles of the database, on our own PostgreSQL and on somebody else's.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import pg from 'pg'
import { type Database, embeddedDatabase, externalDatabase } from './database-roles.ts'
import { startCluster } from './embedded-postgres.ts'

const parent = await mkdtemp(join(tmpdir(), 'testamur-roles-'))
const folder = join(parent, 'postgres')
const own = await embeddedDatabase({ folder })

// The same cluster plays somebody else's: users with some rights and none, each with a database.
const theirs = await startCluster({ folder: join(parent, 'theirs'), fast: true })
const administrator = theirs.connection(theirs.superuser, 'postgres')
after(async () => {
  await own.stop()
  await theirs.stop()
  await rm(parent, { recursive: true })
})

async function ask(config: pg.ClientConfig, sql: string): Promise<unknown[]> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

const urlOf = (user: string, database: string) =>
  `postgres://${user}@localhost/${database}?host=${encodeURIComponent(theirs.socketFolder)}`

async function assertRolesHold(database: Database): Promise<void> {
  const owner = database.connection('owner')
  await ask(owner, 'CREATE TABLE learner (organisation text)')
  await ask(owner, 'ALTER TABLE learner ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY')
  await ask(owner, 'GRANT SELECT, INSERT ON learner TO testamur_app, testamur_bulk')
  await ask(database.connection('bulk'), `INSERT INTO learner VALUES ('org')`)
  assert.deepEqual(await ask(database.connection('bulk'), 'SELECT organisation FROM learner'), ['org'])
  assert.deepEqual(await ask(database.connection('app'), 'SELECT organisation FROM learner'), [])
  await assert.rejects(ask(database.connection('app'), `INSERT INTO learner VALUES ('org')`), { code: '42501' })
  await assert.rejects(ask(database.connection('app'), 'CREATE TABLE mine ()'), { code: '42501' })
}

test('row-level security holds for the server and not for bulk work, on the embedded database', () => assertRolesHold(own))

test('a second start finds roles and database as they are', async () => {
  await own.stop()
  const again = await embeddedDatabase({ folder })
  assert.deepEqual(await ask(again.connection('bulk'), 'SELECT organisation FROM learner'), ['org'])
  await again.stop()
})

test('a user without the right to make roles is refused, with the statements for an administrator', async () => {
  await ask(administrator, 'CREATE ROLE poor LOGIN')
  await ask(administrator, 'CREATE DATABASE poor OWNER poor')
  await assert.rejects(externalDatabase(urlOf('poor', 'poor')), {
    code: 'database_roles_missing',
    detail:
      /CREATE ROLE testamur_app NOBYPASSRLS; CREATE ROLE testamur_bulk BYPASSRLS; GRANT testamur_app, testamur_bulk TO CURRENT_USER;/,
  })
})

test("row-level security holds for the server and not for bulk work, on somebody else's database too", async () => {
  await ask(administrator, 'CREATE ROLE registry LOGIN CREATEROLE BYPASSRLS')
  await ask(administrator, 'CREATE DATABASE registry OWNER registry')
  const url = urlOf('registry', 'registry')
  await assertRolesHold(await externalDatabase(url))
  const again = await externalDatabase(url)
  assert.deepEqual(await ask(again.connection('app'), 'SELECT current_user, session_user'), ['testamur_app', 'registry'])
  assert.deepEqual(await ask(administrator, `SELECT rolcanlogin FROM pg_roles WHERE rolname = 'testamur_bulk'`), [false])
})

test('roles that an administrator made are used as they are', async () => {
  await ask(administrator, 'GRANT testamur_app, testamur_bulk TO poor')
  const database = await externalDatabase(urlOf('poor', 'poor'))
  assert.deepEqual(await ask(database.connection('bulk'), 'SELECT current_user'), ['testamur_bulk'])
})

test('a database that is not UTF-8 is refused', async () => {
  await ask(administrator, `CREATE DATABASE old TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`)
  await assert.rejects(externalDatabase(urlOf('testamur_owner', 'old')), { code: 'database_not_utf8' })
})

test('a database that cannot be reached is refused without repeating the password', async () => {
  await assert.rejects(externalDatabase('postgres://u:hush@127.0.0.1:1/x'), (error: Error & { code: string }) => {
    assert.equal(error.code, 'database_unreachable')
    assert.match(error.message, /ECONNREFUSED.*DATABASE_URL/)
    assert.doesNotMatch(error.message, /hush/)
    return true
  })
})
