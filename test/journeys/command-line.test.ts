// The command line as people and scripts use it: real processes, on a data folder of their own and then on a server that runs on it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { serve } from '@hono/node-server'
import { checkExport } from '../../scripts/check-export.ts'
import { readConfig } from '../../src/server/config.ts'
import { openFromConfig } from '../../src/server/from-config.ts'
import { smallResults } from '../steps.ts'

const folder = await mkdtemp(join(tmpdir(), 'testamur-command-line-'))
after(() => rm(folder, { recursive: true, force: true }))
const data = join(folder, 'data')
const exported = join(folder, 'exported')
const port = await freePort()
const env = { PATH: process.env.PATH ?? '', PORT: String(port), TESTAMUR_DATA: data, TESTAMUR_WORKERS: '1' }

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  await new Promise((resolve) => server.close(resolve))
  return port
}

type Ended = { code: number | null; out: string; errors: string; answer: () => Record<string, unknown> }

function testamur(words: readonly string[], { input = '', interrupt = false } = {}): Promise<Ended> {
  const script = join(import.meta.dirname, '../../bin/testamur.ts')
  const child = spawn(process.execPath, [script, ...words], { env, cwd: folder })
  let [out, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  if (!interrupt) child.stdin.end(input)
  // more than a pipe holds: once it is all gone, the command is there and reads
  else child.stdin.write(' '.repeat(4_000_000), () => child.kill('SIGINT'))
  return new Promise((resolve, reject) =>
    child.once('error', reject).once('close', (code) => resolve({ code, out, errors, answer: () => JSON.parse(out) })),
  )
}

async function works(...words: string[]): Promise<Ended> {
  const ended = await testamur(words)
  assert.equal(ended.code, 0, `${words.join(' ')}\n${ended.out}${ended.errors}`)
  return ended
}

const credentials = async () => (await readdir(join(exported, 'credentials'))).map((name) => join(exported, 'credentials', name))
const codesOf = (report: Record<string, unknown>) => (report.findings as { code: string }[]).map(({ code }) => code)

test('a command on a folder that does not exist makes none, and says what to do', async () => {
  const { code, errors } = await testamur(['simulate'])
  assert.equal(code, 1)
  assert.match(errors, /There is no data folder .*--data.*testamur import/)
  await assert.rejects(readdir(data), { code: 'ENOENT' })
})

test('from files to decisions: imported with the profile’s own organisation, designs and rule, and simulated', async () => {
  const imported = (await works('import', '--profile', 'oulad', smallResults, '--json')).answer()
  assert.equal(imported.state, 'imported')
  assert.equal(imported.organisation, 'open-university')
  assert.deepEqual((imported.counts as Record<string, unknown>).enrolment, { new: 20, changed: 0, unchanged: 0 })
  assert.equal(imported.linked, 3)
  const { total } = (await works('simulate', '--json')).answer()
  assert.deepEqual(total, { enrolments: 20, qualifies: 13, does_not_qualify: 7, cannot_tell: 0 })
})

test('imported again nothing changes, and nothing of the starter is made twice', async () => {
  const { out } = await works('import', '--profile', 'oulad', smallResults)
  assert.match(out, /Enrolments +0 +0 +20/)
  assert.doesNotMatch(out, /Created|Published|Saved|Linked/)
})

test('a file that cannot be read stops the import, and nothing of it stays', async () => {
  const broken = await mkdtemp(join(folder, 'broken-'))
  for (const name of await readdir(smallResults))
    await writeFile(
      join(broken, name),
      name === 'studentInfo.csv' ? 'code_module;nothing\n' : await readFile(join(smallResults, name)),
    )
  const { code, out, errors } = await testamur(['import', '--profile', 'oulad', broken])
  assert.equal(code, 1)
  assert.match(out, /studentInfo\.csv:1 .*A column that the profile needs is not in the header/)
  assert.match(errors, /whole file could not be read, so nothing is imported/)
  const { answer } = await works('call', 'intake.listImports', '--limit', '1')
  assert.equal((answer().items as { state: string }[])[0]?.state, 'discarded')
})

test('released once to everybody who qualifies, and the second time to nobody', async () => {
  const first = (await works('release', '--yes', '--json')).answer()
  assert.deepEqual([first.issued, first.alreadyAwarded, first.failed, first.notDue], [13, 0, 0, 7])
  assert.equal((first.releases as string[]).length, 1)
  const { out } = await works('release')
  assert.match(out, /Issued 0 credentials: all 13 who qualify already have theirs/)
})

test('exported, every credential verifies from saved files alone', async () => {
  const { answer } = await works('export', '--to', exported, '--json')
  assert.equal(answer().credentials, 13)
  const lists = (await readdir(join(exported, 'status'))).map((name) => join(exported, 'status', name))
  const offline = ['--data', join(folder, 'nowhere'), '--did', join(exported, 'did.json'), '--status', ...lists]
  const { out } = await works('verify', ...(await credentials()), ...offline)
  assert.equal(out.match(/^Trusted/gm)?.length, 13)
})

test('a library that is not ours trusts every one of them, too', async () => {
  const { checked, trusted, set, failures } = await checkExport(exported, 1)
  assert.deepEqual({ checked, trusted, set, failures }, { checked: 13, trusted: 13, set: {}, failures: [] })
})

test('the data folder itself answers for what was issued on it; without it, nobody guesses', async () => {
  const [one = ''] = await credentials()
  await works('verify', one)
  const { code, out } = await testamur(['verify', one, '--data', join(folder, 'nowhere')])
  assert.equal(code, 2)
  assert.match(out, /\? could not check +The issuer could not be reached.*issued on this machine/s)
})

test('with a server on the folder, the same commands talk to it', async (t) => {
  const close = await serveHere()
  t.after(close)
  const [one = '', two = '', three = ''] = await credentials()

  await t.test('it is found, and answers', async () => {
    assert.match((await works('health')).out, new RegExp(`the server at http://localhost:${port}`))
    assert.match((await works('organisations')).out, /^open-university .*used last/)
    const offerings = (await works('call', 'intake.listOfferings', '--search', 'AAA-2013J')).answer()
    assert.equal(offerings.total, 1)
  })

  await t.test('results can be imported into it, file by file', async () => {
    assert.equal((await works('import', '--profile', 'oulad', smallResults, '--json')).answer().state, 'imported')
  })

  await t.test('a changed credential is not trusted', async () => {
    const edited = join(folder, 'edited.json')
    await writeFile(edited, (await readFile(one, 'utf8')).replace('Open University module', 'Open University modulo'))
    const { code, out } = await testamur(['verify', one, edited])
    assert.equal(code, 1)
    assert.match(out, /^Trusted.*✗ failed.*^Not trusted/ms)
  })

  await t.test('a revoked credential says so, for good', async () => {
    assert.match((await works('revoke', two, '--reason', 'Issued by mistake')).out, /It is revoked now/)
    const { code, answer } = await testamur(['verify', two, '--json'])
    assert.equal(code, 1)
    assert.ok(codesOf(answer()).includes('revoked'))
    const again = await testamur(['revoke', two, '--reason', 'Once more'])
    assert.deepEqual([again.code, again.errors.trim()], [1, 'This credential is already revoked'])
  })

  await t.test('in a new export, that library sees exactly one revocation', async () => {
    const after = join(folder, 'exported-after')
    await works('export', '--to', after)
    const { trusted, set, failures } = await checkExport(after, 1)
    assert.deepEqual({ trusted, set, failures }, { trusted: 13, set: { revocation: 1 }, failures: [] })
  })

  await t.test('a suspended one says suspended, until it is restored', async () => {
    await works('suspend', three, '--reason', 'Under review')
    const suspended = await testamur(['verify', three, '--json'])
    assert.equal(suspended.code, 1)
    assert.ok(codesOf(suspended.answer()).includes('suspended'))
    await works('restore', three)
    const restored = await testamur(['verify', '-', '--json'], { input: await readFile(three, 'utf8') })
    assert.equal(restored.code, 0, restored.out)
  })

  await t.test('a stranger without the token gets in nowhere', async () => {
    const { code, errors } = await testamur(['simulate', '--server', `http://localhost:${port}`])
    assert.equal(code, 1)
    assert.match(errors, /without a token.*--token/s)
  })
})

async function serveHere(): Promise<() => Promise<void>> {
  const read = readConfig({ ...env, TESTAMUR_DATA: data }, { cores: 2, folder })
  assert.ok('config' in read)
  const faults: unknown[] = []
  const {
    testamur: house,
    folder: held,
    operatorToken,
    close,
  } = await openFromConfig(read.config, {
    onFault: (error) => faults.push(error),
  })
  const server = serve({ fetch: (request) => house.call(request, '127.0.0.1'), port, hostname: 'localhost' })
  await new Promise((resolve) => server.once('listening', resolve))
  await held.announce({ origin: read.config.origin, token: operatorToken })
  return async () => {
    await new Promise((resolve) => server.close(resolve))
    await close()
    assert.deepEqual(faults, [])
  }
}

test('Ctrl-C ends a command that waits, with the exit code that scripts know', async () => {
  const { code, errors } = await testamur(['verify', '-'], { interrupt: true })
  assert.deepEqual([code, errors.trim()], [130, 'Stopped.'])
})

test('words that make no sense are refused with what is possible', async () => {
  const unknown = await testamur(['call', 'design.lst'])
  assert.deepEqual([unknown.code, unknown.out], [1, ''])
  assert.match(unknown.errors, /no endpoint “design\.lst”/)
  assert.match((await works('import', '--help')).out, /Example:\n {2}testamur import --profile oulad/)
})
