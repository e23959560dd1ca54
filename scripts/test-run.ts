// One `node --test` over all tests, with one database cluster for all of them.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { temporaryCluster } from '../test/cluster.ts'

const root = join(import.meta.dirname, '..')
const everything = ['bin', 'src', 'test', 'web', 'demo', 'scripts']

/** Answers whether all tests passed. `asked`: files, folders or patterns, from the project's folder. */
export async function runTests(asked: readonly string[]): Promise<boolean> {
  const files = await testFiles(asked.length > 0 ? asked : everything)
  if (files.length === 0) {
    console.error(`There are no tests in ${asked.join(', ')}.`)
    return false
  }
  if (process.env.CI) sayWhatIsSkipped()
  const cluster = await temporaryCluster()
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', '--test-concurrency=2', ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TESTAMUR_TEST_CLUSTER: cluster.socketFolder },
  })
  const passOn = (signal: NodeJS.Signals) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, passOn)
  const passed = await new Promise<boolean>((resolve) =>
    child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0)),
  )
  await cluster.stop()
  return passed
}

// what tests look for among the samples of others, and what each is for; they are never part of the repository
const samples = {
  'samples/w3c-vectors/eddsa': 'the published test vectors of Data Integrity EdDSA',
  'samples/jff-plugfest': 'credentials that other software issued, and one baked into a PNG',
  'data/oulad': 'the Open University dataset as it is published',
}

function sayWhatIsSkipped(): void {
  const folder = resolve(root, process.env.TESTAMUR_SAMPLES ?? '../shared')
  const absent = Object.entries(samples).filter(([path]) => !existsSync(join(folder, path)))
  if (absent.length === 0) return
  console.error(`\n!!! NOT TESTED: the samples below are not in ${folder}; set TESTAMUR_SAMPLES to the folder that has them`)
  for (const [path, what] of absent) console.error(`!!!   ${path}: ${what}`)
  console.error('')
}

async function testFiles(asked: readonly string[]): Promise<string[]> {
  const patterns = asked.flatMap((name) => (/[*?]|\.ts$/.test(name) ? name : `${name.replace(/\/$/, '')}/**/*.test.ts`))
  return (await Array.fromAsync(glob(patterns, { cwd: root }))).sort()
}
