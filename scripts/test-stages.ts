// The stages of `npm test`, as a list. The tests come last, so that the runner's closing line is the last line.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildScreens } from '../bin/screens.ts'
import { findOrInstallBrowser } from './test-browser.ts'
import { runTests } from './test-run.ts'

const root = join(import.meta.dirname, '..')

type Stage = Readonly<{ key: string; name: string; run: (files: readonly string[]) => Promise<boolean> }>

const stages: readonly Stage[] = [
  { key: 'lint', name: 'Format and lint', run: () => tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.') },
  { key: 'types', name: 'Types', run: types },
  { key: 'unused', name: 'Unused code', run: () => tool('knip/bin/knip.js', '--treat-config-hints-as-errors', '--no-progress') },
  { key: 'screens', name: 'Screens', run: async () => buildScreens() },
  { key: 'browser', name: 'Browser', run: async () => findOrInstallBrowser() },
  { key: 'tests', name: 'Tests', run: runTests },
]

/** Runs the stages asked for (`--stage a,b`; else all, or the tests alone when files are named) and sets the exit code. */
export async function runStages(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: { stage: { type: 'string' } }, allowPositionals: true })
  const wanted = values.stage?.split(',') ?? (positionals.length > 0 ? ['tests'] : stages.map(({ key }) => key))
  const unknown = wanted.filter((key) => !stages.some((stage) => stage.key === key))
  if (unknown.length > 0)
    return fail(`There is no stage ${unknown.join(', ')}. The stages are ${stages.map(({ key }) => key).join(', ')}.`)
  for (const { key, name, run } of stages.filter((stage) => wanted.includes(stage.key))) {
    console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
    const began = performance.now()
    const passed = await run(positionals)
    // Nothing may follow the runner's own closing lines.
    if (key === 'tests') process.exitCode = passed ? 0 : 1
    else if (passed) console.log(`${name}: passed in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    else return fail(`${name}: FAILED. The stages after it were not run.`)
  }
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

async function types(): Promise<boolean> {
  if (!(await tool('typescript/bin/tsc'))) return false
  if (!existsSync(join(root, 'web/tsconfig.json'))) return true
  return (await tool('@react-router/dev/bin.cjs', 'typegen')) && (await tool('typescript/bin/tsc', '-p', 'web'))
}

/** A development tool from node_modules, run by this Node; what it says goes straight to the screen. */
function tool(file: string, ...args: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root, stdio: 'inherit' })
  return new Promise((resolve) => child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0)))
}
