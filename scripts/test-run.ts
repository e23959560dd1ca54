// One `node --test` over all tests, with one database cluster for all of them.
import { spawn } from 'node:child_process'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
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

async function testFiles(asked: readonly string[]): Promise<string[]> {
  const patterns = asked.flatMap((name) => (/[*?]|\.ts$/.test(name) ? name : `${name.replace(/\/$/, '')}/**/*.test.ts`))
  return (await Array.fromAsync(glob(patterns, { cwd: root }))).sort()
}
