// Killed in the middle: whoever pulls the plug during a release, nobody gets two credentials and nobody is left out.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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

after(() => rm(folder, { recursive: true, force: true }))

test('a release that was killed half-way goes on where it was', async () => {
  await manyPasses()
  await finished(testamur('import', '--profile', 'oulad', '--json', folder))
  const first = testamur('release', '--json', '--yes')
  const before = await countWhileRunning(first)
  assert.ok(before.credentials > 0 && before.credentials < learners, `killed after ${before.credentials}`)
  const again = JSON.parse(await finished(testamur('release', '--json', '--yes')))
  assert.equal(again.failed, 0)
  const third = JSON.parse(await finished(testamur('release', '--json', '--yes')))
  assert.equal(third.issued, 0)
  const exported = JSON.parse(await finished(testamur('export', '--json', '--to', join(folder, 'out'))))
  assert.equal(exported.credentials, learners)
})

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

/** Watches the database until something was issued, then kills with -9; answers what was there when the process was gone. */
async function countWhileRunning(child: ChildProcess) {
  child.stderr?.resume()
  child.stdout?.resume()
  for (let tries = 0; tries < 1200 && (await count()) === 0; tries += 1) await wait(50)
  child.kill('SIGKILL')
  await once(child, 'exit')
  return { credentials: await count() }
}

/** The database of the killed process lives on for a moment, and is asked directly. */
async function count(): Promise<number> {
  const client = new pg.Client({ host: join(data, 'postgres'), user: superuser, database: 'testamur' })
  try {
    await client.connect()
    const { rows } = await client.query<{ count: string }>('select count(*)::int as count from credential')
    return Number(rows[0]?.count ?? 0)
  } catch {
    return 0
  } finally {
    await client.end().catch(() => {})
  }
}

/** The small results, with many learners who all passed the first offering without handing anything in. */
async function manyPasses() {
  for (const name of ['assessments.csv', 'courses.csv', 'studentAssessment.csv'])
    await copyFile(join(smallResults, name), join(folder, name))
  for (const name of ['studentInfo.csv', 'studentRegistration.csv']) {
    const [head = '', ...rows] = (await readFile(join(smallResults, name), 'utf8')).trim().split(/\r?\n/)
    const pattern = rows.find((row) => /Pass/.test(row) || name === 'studentRegistration.csv') ?? ''
    const place = head.split(',').findIndex((column) => column.includes('id_student'))
    const many = Array.from({ length: learners }, (_, at) =>
      pattern
        .split(',')
        .with(place, String(500_000 + at))
        .join(','),
    )
    await writeFile(join(folder, name), [head, ...many].join('\n'))
  }
  const results = (await readFile(join(smallResults, 'studentAssessment.csv'), 'utf8')).split(/\r?\n/)
  await writeFile(join(folder, 'studentAssessment.csv'), `${results[0]}\n`)
}
