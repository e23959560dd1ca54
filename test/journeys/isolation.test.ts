// The second wall: what the database itself refuses, whatever the code above it asks.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import pg from 'pg'
import { migrate } from '../../src/db/migrate.ts'
import { sha256, toHex } from '../../src/kernel/bytes.ts'
import { prepared, readyToRelease, released } from '../steps.ts'
import { theHouse, world } from '../world.ts'

const { connection } = await theHouse()

const as = async <T>(role: 'owner' | 'app' | 'bulk', ask: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(connection(role))
  await client.connect()
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}

const refusedBy = (role: 'owner' | 'app' | 'bulk', statement: string, reason: RegExp) =>
  assert.rejects(
    as(role, (client) => client.query(statement)),
    reason,
    statement,
  )

describe('row-level security', () => {
  let here: Awaited<ReturnType<typeof world>>
  let tables: string[]

  before(async () => {
    here = await world()
    await readyToRelease(here)
    tables = await as('owner', async (client) => {
      const { rows } = await client.query<{ table_name: string }>(
        `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'organisation'`,
      )
      return rows.map(({ table_name }) => table_name)
    })
  })

  test('is forced on every table that holds an organisation’s rows', async () => {
    const { rows } = await as('owner', (client) =>
      client.query<{ relname: string }>(
        `select relname from pg_class where relkind = 'r' and relname = any($1) and not (relrowsecurity and relforcerowsecurity)`,
        [tables],
      ),
    )
    assert.deepEqual(rows, [])
    assert.ok(tables.length > 25, `${tables.length} tables`)
  })

  test('shows nothing at all where nobody has said who is asking', async () => {
    for (const table of tables) {
      const { rows } = await as('app', (client) => client.query(`select 1 from ${table} limit 1`))
      assert.equal(rows.length, 0, table)
    }
  })

  test('shows an organisation its own rows and nobody else’s, and lets none be written for another', async () => {
    const other = await world()
    await as('app', async (client) => {
      await client.query(`begin; select set_config('app.scope', '${other.organisation.id}', true)`)
      assert.equal((await client.query('select 1 from enrolment')).rows.length, 0)
      const forged = `insert into share (id, organisation, credential, token_hash, created, created_by) values ('shr_x', '${here.organisation.id}', 'cred_x', '\\x00', now(), 'x')`
      await assert.rejects(client.query(forged), /row-level security/)
      await client.query('rollback')
      await client.query(`begin; select set_config('app.scope', '${here.organisation.id}', true)`)
      assert.equal((await client.query('select 1 from enrolment')).rows.length, 20)
      await client.query('rollback')
      assert.equal((await client.query('select 1 from enrolment')).rows.length, 0, 'the scope ends with its transaction')
    })
  })

  test('shows a stranger the one link whose token they bring, and does not let them count the others', async () => {
    const theirs = await world()
    await readyToRelease(theirs)
    await released(theirs.rita, await prepared(theirs.rita))
    const { items } = await theirs.rita.issuing.listCredentials({ limit: 1 })
    const links = []
    for (let made = 0; made < 2; made += 1)
      links.push((await theirs.rita.issuing.share({ id: items[0]?.id ?? assert.fail() })).url.split('/').at(-1) ?? '')
    const [first = '', second = ''] = links
    await as('app', async (client) => {
      const seen = async (presented: string | undefined) => {
        await client.query(`begin; select set_config('app.scope', 'public', true)`)
        if (presented !== undefined) await client.query(`select set_config('app.share', $1, true)`, [presented])
        const { rows } = await client.query<{ token_hash: Buffer }>('select token_hash from share')
        await client.query('rollback')
        return rows.map(({ token_hash }) => token_hash.toString('hex'))
      }
      const [hash, other] = [toHex(await sha256(first)), toHex(await sha256(second))]
      assert.deepEqual(await seen(undefined), [])
      assert.deepEqual(await seen(''), [])
      assert.deepEqual(await seen(toHex(await sha256('no such token'))), [])
      assert.deepEqual(await seen(hash), [hash])
      assert.deepEqual(await seen(other), [other])
      assert.deepEqual(await seen(undefined), [], 'what was presented ends with its transaction')
    })
  })

  test('cannot be left by those who answer requests', async () => {
    await refusedBy('app', 'set role testamur_bulk', /permission denied/)
    await refusedBy('app', 'set role testamur_owner', /permission denied/)
    await refusedBy('app', 'alter table share disable row level security', /must be owner/)
    await refusedBy('bulk', 'delete from credential', /permission denied/)
  })
})

describe('what is final', () => {
  test('a published version, a result and an event are never changed, not even by the owner of the tables', async () => {
    await refusedBy('owner', `update design_version set number = 9`, /never changes/)
    await refusedBy('owner', `delete from design_version`, /never changes/)
    await refusedBy('owner', `update result set score = 100`, /never changed, only superseded/)
    await refusedBy('owner', `update event set actor = 'nobody'`, /never changed/)
    await refusedBy('owner', `delete from event`, /never changed/)
  })

  test('a credential that is there cannot be changed or deleted by requests', async () => {
    for (const table of ['credential', 'credential_body', 'award', 'revocation']) {
      await refusedBy('app', `delete from ${table}`, /permission denied/)
      await refusedBy('app', `update ${table} set organisation = 'x'`, /permission denied/)
    }
  })
})

describe('the chain of events', () => {
  test('is dense and in order, and an event that was altered behind our back is found', async () => {
    const house = await theHouse()
    await house.placeEvents()
    const { checkChain } = await import('../../src/adapters/event-chain.ts')
    const pool = new pg.Pool(connection('owner'))
    try {
      const sound = await checkChain(pool)
      assert.ok(sound.checked > 20 && sound.brokenAt === undefined)
      await pool.query(`alter table event disable trigger event_kept`)
      await pool.query(`update event set actor = 'somebody' where id = (select event from event_position where position = 3)`)
      await pool.query(`alter table event enable trigger event_kept`)
      assert.equal((await checkChain(pool)).brokenAt, 3)
    } finally {
      await pool.end()
    }
  })
})

test('a migration that was changed after it was applied is refused', async () => {
  await as('owner', async (client) => {
    await client.query(`update migration set digest = 'another' where name = '0001_ground.sql'`)
  })
  await assert.rejects(migrate(connection('owner')), /was changed after it was applied/)
})

test('the table types are those of the migrated database', async () => {
  const { tablesText } = await import('../../scripts/tables.ts')
  const { readFile } = await import('node:fs/promises')
  assert.equal(await tablesText(connection('owner')), await readFile(new URL('../../src/db/tables.ts', import.meta.url), 'utf8'))
})
