// The audit of the transparency log: whoever edits a row, takes one away or slips one in is found out, even the owner of the database.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { localKeys } from '../../src/adapters/local-keys.ts'
import { pack, unpack } from '../../src/adapters/packing.ts'
import type { StatementKind } from '../../src/standards/log/statement.ts'
import { asOwner, audited, checkedTree, issuedWorld, recordedMany } from '../log-steps.ts'
import { theHouse, world } from '../world.ts'

const house = await theHouse()

type Tampering = Readonly<{ kind: StatementKind; code: string; about: (here: Told) => string; sql: string }>
type Told = Readonly<{ credential: string; suspension: string; version: string }>

// by somebody who owns the database and has the time to switch its own guards off
const tamperings: readonly Tampering[] = [
  {
    kind: 'credential.issued',
    code: 'altered',
    about: ({ credential }) => credential,
    sql: `update credential set digest = sha256('x') where id = $1`,
  },
  {
    kind: 'credential.issued',
    code: 'body_altered',
    about: ({ credential }) => credential,
    sql: `update credential_body set body = set_byte(body, 40, get_byte(body, 40) # 1) where credential = $1`,
  },
  {
    kind: 'credential.issued',
    code: 'body_altered',
    about: ({ credential }) => credential,
    sql: `delete from credential_body where credential = $1`,
  },
  {
    kind: 'credential.issued',
    code: 'removed',
    about: ({ credential }) => credential,
    sql: `delete from credential where id = $1`,
  },
  {
    kind: 'credential.issued',
    code: 'unrecorded',
    about: ({ credential }) => credential,
    sql: `delete from log_leaf where about = $1 and kind = 'credential.issued'`,
  },
  {
    kind: 'credential.revoked',
    code: 'altered',
    about: ({ credential }) => credential,
    sql: `update revocation set revoked = revoked - interval '1 day' where credential = $1`,
  },
  {
    kind: 'credential.revoked',
    code: 'removed',
    about: ({ credential }) => credential,
    sql: `delete from revocation where credential = $1`,
  },
  {
    kind: 'credential.suspended',
    code: 'altered',
    about: ({ suspension }) => suspension,
    sql: `update suspension set suspended = suspended - interval '1 hour' where id = $1`,
  },
  {
    kind: 'suspension.lifted',
    code: 'removed',
    about: ({ suspension }) => suspension,
    sql: `update suspension set lifted = null where id = $1`,
  },
  {
    kind: 'version.published',
    code: 'body_altered',
    about: ({ version }) => version,
    sql: `update design_version set document = replace(document, 'Module', 'Course') where id = $1`,
  },
  {
    kind: 'version.published',
    code: 'altered',
    about: ({ version }) => version,
    sql: `update design_version set digest = sha256('x') where id = $1`,
  },
]

test('what the owner of the database edits, removes or slips in is named', async () => {
  const here = await issuedWorld()
  const credential = here.first.id
  await here.rita.issuing.suspend({ id: credential, reason: 'A doubt' })
  await here.rita.issuing.liftSuspension({ id: credential })
  await here.rita.issuing.revoke({ id: credential, reason: 'Issued by mistake' })
  await house.extendLog()
  assert.deepEqual(await audited(here), [])
  await asOwner(async (client) => {
    const { rows } = await client.query<{ suspension: string; version: string }>(
      'select s.id as suspension, c.design_version as version from credential c join suspension s on s.credential = c.id where c.id = $1',
      [credential],
    )
    const told = { credential, ...(rows[0] ?? { suspension: '', version: '' }) }
    for (const { kind, code, about, sql } of tamperings) {
      const undo = await tampered(client, sql, about(told))
      const found = await audited(here)
      assert.ok(found.includes(`${code} ${kind} ${about(told)}`), `${sql}\n${found.join('\n')}`)
      await undo()
      assert.deepEqual(await audited(here), [], `undone: ${sql}`)
    }
  })
})

const touched = [
  'credential',
  'credential_body',
  'revocation',
  'suspension',
  'design_version',
  'log_leaf',
  'log_tile',
  'log_head',
]

/** Does it with every guard off; what it answers puts the rows back. */
async function tampered(client: pg.Client, sql: string, about?: string): Promise<() => Promise<void>> {
  for (const table of touched) await client.query(`create temp table if not exists kept_${table} as select * from ${table}`)
  await client.query('set session_replication_role = replica')
  assert.equal((await client.query(sql, about === undefined ? [] : [about])).rowCount, 1, sql)
  return async () => {
    await client.query('begin')
    for (const table of touched) {
      await client.query(`delete from ${table}`)
      await client.query(`insert into ${table} select * from kept_${table}`)
      await client.query(`drop table kept_${table}`)
    }
    await client.query('commit')
    await client.query('set session_replication_role = origin')
  }
}

test('a document that was written anew and sealed with the right key is named all the same', async () => {
  const here = await issuedWorld()
  const credential = here.first.id
  // the installation key of every world in these tests
  const keys = localKeys(new Uint8Array(32).fill(7))
  await asOwner(async (client) => {
    const { rows } = await client.query<{ body: Buffer; wrapped: Buffer }>(
      'select b.body, k.wrapped from credential c join credential_body b on b.credential = c.id join learner_key k on k.learner = c.learner where c.id = $1',
      [credential],
    )
    const { body, wrapped } = rows[0] ?? { body: Buffer.alloc(0), wrapped: Buffer.alloc(0) }
    const dataKey = await keys.unwrap(wrapped)
    const text = unpack(await keys.open(dataKey, body)).toString('utf8')
    const sealed = await keys.seal(dataKey, pack(Buffer.from(text.replace('Module', 'Course'))))
    await client.query('update credential_body set body = $2 where credential = $1', [credential, sealed])
    assert.deepEqual(await audited(here), [`body_altered credential.issued ${credential}`])
    await client.query('update credential_body set body = $2 where credential = $1', [credential, body])
    assert.deepEqual(await audited(here), [])
  })
})

const inTree: readonly (readonly [sql: string, finding: string])[] = [
  ['delete from log_leaf where position = 3', 'entry_missing 3'],
  [`update log_leaf set commitment = sha256('x') where position = 3`, 'entry_altered 3'],
  ['delete from log_tile where level = 0 and number = 0', 'tile_missing 0/0'],
  [
    'update log_tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where level = 0 and number = 0',
    'tile_altered 0/0',
  ],
  [`update log_head set root = sha256('x')`, 'root_altered '],
]

test('what is changed in the log itself is named by its place', async () => {
  const here = await world()
  // more tiles than one answer is about
  await recordedMany(here, 5000)
  await house.extendLog()
  assert.deepEqual(await checkedTree(here), [])
  await asOwner(async (client) => {
    for (const [sql, finding] of inTree) {
      const undo = await tampered(client, sql)
      const found = await checkedTree(here)
      await undo()
      assert.ok(found.includes(finding), `${sql}\n${found.join('\n')}`)
    }
  })
  assert.deepEqual(await checkedTree(here), [])
})

test('the log only grows: not even the owner of the tables changes it without switching that off first', async () => {
  await asOwner(async (client) => {
    const statements = [
      `update log_leaf set about = 'x' where position = 0`,
      'delete from log_leaf where position = 0',
      'delete from log_tile where level = 0',
      `update log_tile set hashes = sha256('x') where level = 0 and number = 0`,
      'update log_head set size = size - 1, signed_size = 0',
      `update log_head set root = sha256('x')`,
      `update log_key set wrapped = 'x'`,
    ]
    for (const statement of statements) await assert.rejects(client.query(statement), /the log only grows/, statement)
  })
})
