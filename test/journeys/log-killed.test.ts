// Killed while the transparency log grows: what was recorded gets its one place afterwards, and the log is whole. On a data folder, with the command line.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { superuser } from '../../src/adapters/embedded-postgres-settings.ts'
import { smallResults } from '../steps.ts'

const program = join(import.meta.dirname, '../../bin/testamur.ts')
const folder = await mkdtemp(join(tmpdir(), 'tl-'))
const data = join(folder, 'data')
after(() => rm(folder, { recursive: true, force: true }))

const testamur = (...words: string[]) =>
  spawn(process.execPath, [program, ...words], {
    env: { ...process.env, TESTAMUR_DATA: data, TESTAMUR_WORKERS: '1', NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

async function ended(child: ChildProcess) {
  const [out, said]: [string[], string[]] = [[], []]
  child.stdout?.on('data', (chunk) => out.push(String(chunk)))
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  const [code] = await once(child, 'close')
  return { code, out: out.join(''), said: said.join('') }
}

async function works(...words: string[]): Promise<string> {
  const { code, out, said } = await ended(testamur(...words))
  assert.equal(code, 0, `${words.join(' ')}: ${out}${said}`)
  return out
}

type Seen = Readonly<{ waiting: number; placed: number; held: number }>

test('a process that dies between the places and the tiles leaves neither, and the next one makes both', async () => {
  await works('import', '--profile', 'oulad', smallResults, '--json')
  const before = await atKill()
  assert.ok(before.waiting > 0 && before.placed < 13, JSON.stringify(before))
  const finished = JSON.parse(await works('release', '--json', '--yes'))
  assert.equal(finished.failed, 0)
  const { verdict, entries, compared, findings } = JSON.parse(await works('log', 'verify', '--json'))
  assert.deepEqual(
    { verdict, entries, compared, other: findings.filter(({ outcome }: { outcome?: string }) => outcome !== 'passed') },
    { verdict: 'trusted', entries: before.placed + before.waiting + (13 - issuedAtKill), compared: entries, other: [] },
  )
  assert.match(await works('log', 'checkpoint'), /^localhost:3000\/log\n\d+\n/)
})

let issuedAtKill = 0

/** Releases, with the tiles held so that the log stops in the middle of growing, and kills with -9 there. */
async function atKill(): Promise<Seen> {
  const began = new Date()
  const child = testamur('release', '--json', '--yes')
  child.stdout?.resume()
  child.stderr?.resume()
  const exit = once(child, 'exit')
  const client = await connectedSince(began)
  try {
    await client.query('begin; lock table log_tile in share mode')
    for (let tries = 0; tries < 3000 && (await look(client)).held === 0; tries += 1) await wait(10)
    assert.equal((await look(client)).held, 1, 'the log did not begin to grow')
    child.kill('SIGKILL')
    await exit
    await client.query('rollback')
    // the connection of a dead process is noticed when it is next used
    for (let tries = 0; tries < 500 && (await look(client)).held > 0; tries += 1) await wait(10)
    issuedAtKill = (await client.query<{ count: number }>('select count(*)::int from credential')).rows[0]?.count ?? 0
    return await look(client)
  } finally {
    await client.end()
  }
}

async function look(client: pg.Client): Promise<Seen> {
  const { rows } = await client.query<Seen>(`select
    (select count(*)::int from log_waiting) as waiting,
    (select count(*)::int from log_leaf) as placed,
    (select count(*)::int from pg_locks where relation = 'log_tile'::regclass and not granted) as held`)
  return rows[0] ?? { waiting: 0, placed: 0, held: 0 }
}

/** The database lives in the data folder; that of the process before is gone, or about to go. */
async function connectedSince(began: Date): Promise<pg.Client> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const client = new pg.Client({ host: join(data, 'postgres'), user: superuser, database: 'testamur' })
    // it may be ended under us
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ ours: boolean }>('select pg_postmaster_start_time() >= $1 as ours', [began])
      if (rows[0]?.ours) return client
    } catch {}
    await client.end().catch(() => {})
    await wait(50)
  }
  throw new Error('the database did not start within a minute')
}
