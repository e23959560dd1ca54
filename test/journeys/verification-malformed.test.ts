// Malformed credentials of every format at both doors, the network's and the terminal's: an answer each time, and never a fault.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import fc from 'fast-check'
import { malformed } from '../../fixtures/malformed.ts'
import { type Report, reportSchema } from '../../src/standards/verify/report.ts'
import { origin, theHouse } from '../world.ts'

/** A tenth of what the verifier itself is tried with. */
const count = process.env.TESTAMUR_LONG === undefined ? 50 : 1000
const seed = Number(process.env.TESTAMUR_SEED ?? 20261121)
const samples = await Promise.all(fc.sample(malformed, { numRuns: count, seed }).map((make) => make()))

const folder = await mkdtemp(join(tmpdir(), 'testamur-malformed-'))
after(() => rm(folder, { recursive: true, force: true }))

const answered = ({ findings }: Report, what: string) => {
  assert.ok(findings.length > 0, what)
  assert.deepEqual(
    findings.filter(({ code }) => code === 'check_broke'),
    [],
    what,
  )
}

test('the door answers every malformed credential with a report, sent as text or as a file', async () => {
  const house = await theHouse()
  for (const { what, candidate } of samples) {
    const isText = typeof candidate === 'string'
    const request = isText
      ? { path: '/v1/verifications', type: 'application/json', body: JSON.stringify({ credential: candidate }) }
      : { path: '/v1/verifications/file', type: 'application/octet-stream', body: new Uint8Array(candidate) }
    const { path, type, body } = request
    const response = await house.call(
      new Request(`${origin}${path}`, { method: 'POST', headers: { 'content-type': type }, body }),
    )
    const answer: unknown = await response.json()
    assert.equal(response.status, 200, `${what}: ${JSON.stringify(answer)}`)
    answered(reportSchema.parse(answer), what)
  }
})

test('the command line answers every malformed credential with a report, in one go', async () => {
  const paths = samples.map((_, at) => join(folder, `${at}.credential`))
  await Promise.all(samples.map(({ candidate }, at) => writeFile(paths[at] ?? '', candidate)))
  const { code, out, errors } = await verifyFiles(paths)
  assert.equal(code, 1, errors)
  const { reports } = JSON.parse(out) as { reports: readonly { report: unknown }[] } // what `--json` prints
  assert.equal(reports.length, samples.length)
  for (const [at, { report }] of reports.entries()) answered(reportSchema.parse(report), samples[at]?.what ?? '')
})

function verifyFiles(paths: readonly string[]) {
  const script = join(import.meta.dirname, '../../bin/testamur.ts')
  const env = { PATH: process.env.PATH ?? '', TESTAMUR_DATA: join(folder, 'nowhere') }
  const child = spawn(process.execPath, [script, 'verify', ...paths, '--json'], { env, cwd: folder })
  let [out, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return new Promise<{ code: number | null; out: string; errors: string }>((resolve, reject) =>
    child.once('error', reject).once('close', (code) => resolve({ code, out, errors })),
  )
}
