// Every test process works on a database of its own, copied from one template.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'

// In a process without a runner, so that this template does not become that of all other tests.
const inProcessOfItsOwn = `
  import assert from 'node:assert/strict'
  import test from 'node:test'
  import pg from 'pg'
  import { testDatabase } from ${JSON.stringify(new URL('./cluster.ts', import.meta.url).href)}
  async function ask(config, sql) {
    const client = new pg.Client(config)
    await client.connect()
    try { return (await client.query(sql)).rows } finally { await client.end() }
  }
  const migrate = async (owner) => {
    console.log('migrated')
    await ask(owner, 'CREATE TABLE learner (name text); GRANT ALL ON learner TO testamur_app')
  }
  let two
  test('two databases', async () => {
    let one
    ;[one, two] = await Promise.all([testDatabase(migrate), testDatabase(migrate)])
    await ask(one.connection('app'), "INSERT INTO learner VALUES ('Lena')")
    assert.equal((await ask(one.connection('app'), 'SELECT * FROM learner')).length, 1)
    assert.equal((await ask(two.connection('app'), 'SELECT * FROM learner')).length, 0)
    await one.drop()
    await assert.rejects(ask(one.connection('app'), 'SELECT 1'), { code: '3D000' })
  })
  test('the cluster outlives the test that needed it first', async () => {
    assert.equal((await ask(two.connection('app'), 'SELECT * FROM learner')).length, 0)
    console.log('at', two.connection('app').host)
  })`

test('without a runner a test starts a cluster of its own, migrates once, keeps databases apart, and leaves nothing behind', () => {
  const { TESTAMUR_TEST_CLUSTER: _, NODE_TEST_CONTEXT: __, ...env } = process.env
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', inProcessOfItsOwn], {
    env,
    encoding: 'utf8',
    cwd: new URL('..', import.meta.url),
  })
  assert.equal(status, 0, stdout)
  assert.equal(stdout.match(/migrated/g)?.length, 1)
  const host = /at (.+)/.exec(stdout)?.[1] ?? ''
  assert.match(host, /testamur-test-/)
  assert.equal(spawnSync('ls', [host]).status, 2)
})
