// The command line, plugged into the real world. Started by `testamur.mjs`.
import { availableParallelism } from 'node:os'
import { carefulFetch } from '../src/adapters/careful-fetch.ts'
import { findServer } from '../src/adapters/data-folder.ts'
import { commandLine } from '../src/cli/command-line.ts'

// One Ctrl-C can arrive twice: from the terminal, and passed on by the process that started us.
const sameRequest = 1000

const stop = new AbortController()
let asked: number | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    const now = performance.now()
    if (asked !== undefined && now - asked > sameRequest) process.exit(130)
    asked ??= now
    stop.abort()
  })

// whoever reads us may stop reading, as `head` does
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await commandLine(process.argv.slice(2), {
  env: process.env,
  machine: { cores: availableParallelism(), folder: process.cwd() },
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  stopAsked: stop.signal,
  findServer,
  // loaded when it is needed: most of what a server is made of, a verification can do without
  open: async (config, opening) => (await import('../src/server/from-config.ts')).openFromConfig(config, opening),
  outside: carefulFetch,
})
