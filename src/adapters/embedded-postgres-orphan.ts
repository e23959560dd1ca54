// What a killed server leaves behind: a PostgreSQL that still runs, or its lock file. Both are cleared away before the next start.
import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '#kernel/refusal.ts'

/** The beginning of the name of a socket folder of ours outside the data folder. */
export const socketFolderPrefix = 'testamur-socket-'

/**
 * Stops a PostgreSQL that still runs on the data in `home` and removes the lock file of one that does not. Call it only while holding
 * the data folder: whatever runs there then is ours and has lost its server. Refuses with `database_in_use_elsewhere` when something
 * answers on its socket that we cannot see (another container on the same folder).
 */
export async function clearOrphan(home: string): Promise<void> {
  const note = await lockFile(home)
  await stopAll(home, note?.pid)
  if (!note) return
  if (note.socketFolder && (await answers(join(note.socketFolder, `.s.PGSQL.${note.port}`)))) throw inUseElsewhere(home)
  // PostgreSQL itself would refuse to start if the number in a stale lock file now belongs to some other process of ours.
  for (const name of ['postmaster.pid', `.s.PGSQL.${note.port}`, `.s.PGSQL.${note.port}.lock`])
    await rm(join(home, name), { force: true })
  if (note.socketFolder && basename(note.socketFolder).startsWith(socketFolderPrefix) && dirname(note.socketFolder) === tmpdir())
    await rm(note.socketFolder, { recursive: true, force: true })
}

/** postmaster.pid, by lines: process, data folder, start time, port, socket folder (PostgreSQL source, miscadmin.h). */
async function lockFile(home: string): Promise<{ pid: number; port: string; socketFolder: string | undefined } | undefined> {
  const text = await readFile(join(home, 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const [pid = '', , , port = '', socketFolder] = text.split('\n')
  return { pid: Number(pid), port, socketFolder: socketFolder || undefined }
}

// Patience in milliseconds, then the next, ruder signal: fast shutdown, immediate shutdown, the end.
const escalation = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const

async function stopAll(home: string, postmaster: number | undefined): Promise<void> {
  for (const [signal, patience] of escalation) {
    const running = await postgresIn(home)
    if (running.length === 0) return
    // Backends whose postmaster is gone end by themselves; a signal in their midst would only make a mess of it.
    for (const pid of signal === 'SIGINT' ? running.filter((pid) => pid === postmaster) : running) send(pid, signal)
    const deadline = performance.now() + patience
    while (performance.now() < deadline && (await postgresIn(home)).length > 0) await wait(50)
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone in the meantime, which is what we want.
  }
}

/** Every PostgreSQL process works inside its data folder; the kernel knows. Elsewhere than on Linux PostgreSQL's own lock must do. */
async function postgresIn(home: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid) => {
      const link = (name: string) => readlink(`/proc/${pid}/${name}`).catch(() => '')
      return (await link('cwd')) === home && /^postgres( |$)/.test(basename(await link('exe'))) ? [Number(pid)] : []
    }),
  )
  return found.flat()
}

const answers = (socket: string) =>
  new Promise<boolean>((resolve) => {
    const connection = createConnection(socket)
    connection.once('error', () => resolve(false))
    connection.once('connect', () => {
      connection.destroy()
      resolve(true)
    })
  })

const inUseElsewhere = (home: string) =>
  new Refusal(
    'database_in_use_elsewhere',
    `Another PostgreSQL, outside this container, is running on ${home}. Stop the Testamur that started it, then start again.`,
  )
