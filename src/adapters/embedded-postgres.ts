// The embedded database: a real PostgreSQL as a child of ours, reachable by a socket that only we may open.
import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '#kernel/refusal.ts'
import { type AccountKind, kindsToTry, runAs } from './embedded-postgres-account.ts'
import { type Home, readyHome } from './embedded-postgres-home.ts'
import { socketFolderPrefix } from './embedded-postgres-orphan.ts'
import { port, postgresArguments, superuser } from './embedded-postgres-settings.ts'

export type Cluster = Readonly<{
  /** Where the data really are: the folder asked for, or where a link in its place leads. */
  home: string
  runsAs: AccountKind
  socketFolder: string
  port: number
  superuser: string
  /** How `pg` connects. The roles other than the superuser are made by `prepareDatabase`. */
  connection: (role: string, database: string) => pg.ClientConfig
  /** Ends when PostgreSQL does, for whatever reason; the server cannot go on without it. */
  ended: Promise<void>
  /** Fast shutdown: open transactions are rolled back, everything is written. Twice is once. */
  stop: () => Promise<void>
}>

/**
 * Starts PostgreSQL on `folder`, making the database there when it is missing, and answers when it accepts connections. An orphan of a
 * killed server is stopped first. Hold the data folder before you call this. Refuses in sentences (`Refusal.detail`).
 * `fast` gives up safety against power cuts, for tests; `kinds` says as whom to try to run it.
 */
export async function startCluster(asked: {
  folder: string
  onLog?: (line: string) => void
  fast?: boolean
  kinds?: readonly AccountKind[]
}): Promise<Cluster> {
  const { folder, onLog = () => {}, fast = false, kinds = kindsToTry() } = asked
  const home = await readyHome({ folder, kinds, fast })
  const socketFolder = await socketFolderFor(home)
  const server = launch(home, socketFolder, fast, onLog)
  const connection = (role: string, database: string) => ({ host: socketFolder, port, user: role, database })
  const tidy = () => (socketFolder === home.path ? undefined : rm(socketFolder, { recursive: true, force: true }))
  await accepting(server, connection(superuser, 'postgres'), home).finally(() => (server.isOver() ? tidy() : undefined))
  return {
    home: home.path,
    runsAs: home.account.kind,
    socketFolder,
    port,
    superuser,
    connection,
    ended: server.ended,
    stop: async () => {
      await stopped(server)
      await tidy()
    },
  }
}

/** A socket's whole name may be 103 bytes long (107 on Linux); one that would be longer goes to a private folder among temporary files. */
async function socketFolderFor({ path, account }: Home): Promise<string> {
  if (Buffer.byteLength(join(path, `.s.PGSQL.${port}`)) <= 103) return path
  const folder = await mkdtemp(join(tmpdir(), socketFolderPrefix))
  if (account.other) await chown(folder, account.other.uid, account.other.gid)
  return folder
}

type Server = Readonly<{ child: ChildProcess; isOver: () => boolean; ended: Promise<void>; lastWords: readonly string[] }>

function launch({ path, account, binaries }: Home, socketFolder: string, fast: boolean, onLog: (line: string) => void): Server {
  const { file, args, options } = runAs(account, binaries.postgres, postgresArguments(path, socketFolder, fast))
  // In a process group of its own: Ctrl-C reaches us alone, and we finish what is open before we stop the database.
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const lastWords: string[] = []
  if (child.stderr)
    createInterface(child.stderr).on('line', (line) => {
      lastWords.push(line)
      if (lastWords.length > 10) lastWords.shift()
      onLog(line)
    })
  const onExit = () => child.kill('SIGINT')
  process.once('exit', onExit)
  let over = false
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      over = true
      process.off('exit', onExit)
      resolve()
    }
    child.once('error', end).once('close', end)
  })
  return { child, isOver: () => over, ended, lastWords }
}

/** After a crash PostgreSQL replays its log before it lets anyone in, which may take a while; as long as it lives, we wait. */
async function accepting({ isOver, lastWords }: Server, connection: pg.ClientConfig, { path }: Home): Promise<void> {
  while (!(await answers(connection))) {
    if (isOver()) throw new Refusal('database_not_started', `PostgreSQL did not start on ${path}:\n${lastWords.join('\n')}`)
    await wait(25)
  }
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(connection)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const escalation = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const

async function stopped({ child, isOver, ended }: Server): Promise<void> {
  for (const [signal, patience] of escalation) {
    if (isOver()) break
    child.kill(signal)
    await Promise.race([ended, wait(patience, undefined, { ref: false })])
  }
  await ended
}
