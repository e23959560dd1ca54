// Killed in the middle: whoever pulls the plug during a release, nobody gets two credentials and nobody is left out.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { superuser } from '../../src/adapters/embedded-postgres-settings.ts'
import { smallResults } from '../steps.ts'

const program = join(import.meta.dirname, '../../bin/testamur.ts')
const folder = await mkdtemp(join(tmpdir(), 'tk-'))
const data = join(folder, 'data')
const learners = 520
const keys = Array.from({ length: learners }, (_, at) => String(500_000 + at))

after(() => rm(folder, { recursive: true, force: true }))

test('a release that was killed three times goes on where it was, and everybody has exactly one credential in the end', async () => {
  await manyPasses()
  await finished(testamur('import', '--profile', 'oulad', '--json', folder))
  const preparing = await killedWhen(({ preparing }) => preparing > 0, 'lock table decision in share mode')
  assert.ok(preparing.preparing > 0 && preparing.issuing === 0, `killed at ${JSON.stringify(preparing)}`)
  const signing = await killedWhen(({ issuing }) => issuing > 0, 'lock table credential in share mode')
  assert.ok(signing.issuing > 0 && signing.credentials === 0, `killed at ${JSON.stringify(signing)}`)
  const stored = await killedWhen(({ credentials }) => credentials > 0)
  assert.ok(stored.credentials > 0 && stored.credentials < learners, `killed at ${JSON.stringify(stored)}`)
  const again = JSON.parse(await finished(testamur('release', '--json', '--yes')))
  assert.equal(again.failed, 0)
  await finished(testamur('export', '--json', '--to', join(folder, 'out')))
  await everybodyHasExactlyOne(join(folder, 'out/credentials'))
})

type Issued = Readonly<{
  id: string
  credentialSubject: { identifier: [{ identityHash: string }] }
  credentialStatus: { statusListCredential: string; statusListIndex: string }[]
}>

/** Read from the signed documents, as whoever got them sees it. */
async function everybodyHasExactlyOne(exported: string) {
  const names = await readdir(exported)
  const all: Issued[] = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(exported, name), 'utf8'))))
  const places = all.flatMap(({ credentialStatus }) =>
    credentialStatus.map(({ statusListCredential, statusListIndex }) => `${statusListCredential} ${statusListIndex}`),
  )
  assert.deepEqual(all.map(({ credentialSubject }) => credentialSubject.identifier[0].identityHash).sort(), keys)
  assert.equal(new Set(all.map(({ id }) => id)).size, learners)
  assert.equal(places.length, 2 * learners)
  assert.equal(new Set(places).size, places.length)
}

const environment = { ...process.env, TESTAMUR_DATA: data, NODE_NO_WARNINGS: '1' }

const testamur = (...args: string[]) =>
  spawn(process.execPath, [program, ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })

async function finished(child: ChildProcess): Promise<string> {
  const [out, said]: [string[], string[]] = [[], []]
  child.stdout?.on('data', (chunk) => out.push(String(chunk)))
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  const [code] = await once(child, 'close')
  assert.equal(code, 0, said.join(''))
  return out.join('')
}

type Seen = Readonly<{ preparing: number; issuing: number; credentials: number }>

/** Releases until the database shows the moment, then kills with -9; answers what was stored when the process was gone. `hold` keeps the moment open. */
async function killedWhen(isMoment: (seen: Seen) => boolean, hold?: string): Promise<Seen> {
  const began = new Date()
  const child = testamur('release', '--json', '--yes')
  const ended = once(child, 'exit')
  child.stderr?.resume()
  child.stdout?.resume()
  const client = await connectedSince(began)
  try {
    if (hold) await client.query(`begin; ${hold}`)
    for (let tries = 0; tries < 3000 && !isMoment(await look(client)); tries += 1) await wait(10)
    child.kill('SIGKILL')
    await ended
    return await look(client)
  } finally {
    await client.end()
  }
}

async function look(client: pg.Client): Promise<Seen> {
  const { rows } = await client.query<Seen>(`select
    (select count(*)::int from release where state = 'preparing') as preparing,
    (select count(*)::int from release where state = 'issuing') as issuing,
    (select count(*)::int from credential) as credentials`)
  return rows[0] ?? { preparing: 0, issuing: 0, credentials: 0 }
}

/** The database lives in the data folder; that of a killed process lives on until the next one ends it, and is not the one meant. */
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

/** The small results, with many learners who all passed the first offering without handing anything in. */
async function manyPasses() {
  for (const name of ['assessments.csv', 'courses.csv', 'studentAssessment.csv'])
    await copyFile(join(smallResults, name), join(folder, name))
  for (const name of ['studentInfo.csv', 'studentRegistration.csv']) {
    const [head = '', ...rows] = (await readFile(join(smallResults, name), 'utf8')).trim().split(/\r?\n/)
    const pattern = rows.find((row) => /Pass/.test(row) || name === 'studentRegistration.csv') ?? ''
    const place = head.split(',').findIndex((column) => column.includes('id_student'))
    const many = keys.map((key) => pattern.split(',').with(place, key).join(','))
    await writeFile(join(folder, name), [head, ...many].join('\n'))
  }
  const results = (await readFile(join(smallResults, 'studentAssessment.csv'), 'utf8')).split(/\r?\n/)
  await writeFile(join(folder, 'studentAssessment.csv'), `${results[0]}\n`)
}
