// Where the embedded database lives, and as whom it runs there: made when it is missing, found again when it is not.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, lstat, mkdir, readdir, readFile, realpath, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from '#kernel/refusal.ts'
import { type Account, type AccountKind, accountOf, canRun, handOver, runAs } from './embedded-postgres-account.ts'
import { type Binaries, copiedTo, inPlace, installedPackage, type Package } from './embedded-postgres-binaries.ts'
import { clearOrphan } from './embedded-postgres-orphan.ts'
import { initdbArguments } from './embedded-postgres-settings.ts'

export type Home = Readonly<{ path: string; account: Account; binaries: Binaries }>

type Asked = Readonly<{ folder: string; kinds: readonly AccountKind[]; fast: boolean }>

/**
 * The database folder ready for a start: initialised, owned by the account that will run it, nothing else running on it. `folder` may
 * be a link to where the data had to go, because the system user could not enter it. Refuses in sentences.
 */
export async function readyHome({ folder, kinds, fast }: Asked): Promise<Home> {
  const programs = installedPackage()
  const existing = await existingHome(folder)
  if (existing) {
    await clearOrphan(existing)
    await checkVersion(existing, programs)
    return (await settle(existing, kinds, programs)) ?? refuse(folder, kinds)
  }
  await sweep(folder)
  return (
    (await newHomeHere({ folder, kinds, fast }, programs)) ??
    (await newHomeElsewhere({ folder, kinds, fast }, programs)) ??
    refuse(folder, kinds)
  )
}

async function existingHome(folder: string): Promise<string | undefined> {
  if (!(await lstat(folder).catch(() => undefined))) return undefined
  return realpath(folder).catch(() => {
    throw new Refusal(
      'database_missing',
      `${folder} points to a database that is no longer there. Put it back, or remove the link to begin anew.`,
    )
  })
}

async function checkVersion(home: string, { version }: Package): Promise<void> {
  const ours = version.split('.')[0]
  const theirs = (await readFile(join(home, 'PG_VERSION'), 'utf8').catch(unreadable(home))).trim()
  if (theirs !== ours)
    throw new Refusal(
      'database_of_other_version',
      `The database in ${home} was made by PostgreSQL ${theirs}; this Testamur brings PostgreSQL ${ours}. Start it with the Testamur that made it, or move the data.`,
    )
}

const unreadable = (home: string) => () => {
  throw new Refusal(
    'database_unreadable',
    `${home} cannot be read as a database. Start as its owner, or set it aside to begin anew.`,
  )
}

/** Beginnings of a database that a killed start never finished. */
async function sweep(folder: string): Promise<void> {
  const begun = (await readdir(dirname(folder))).filter((name) => name.startsWith(`${basename(folder)}.new-`))
  await Promise.all(begun.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })))
}

async function newHomeHere({ folder, kinds, fast }: Asked, programs: Package): Promise<Home | undefined> {
  const draft = `${folder}.new-${randomBytes(4).toString('hex')}`
  await mkdir(draft, { mode: 0o700 })
  const home = await settle(draft, kinds, programs)
  if (home) await initialise(home, fast)
  await (home ? rename(draft, folder) : rm(draft, { recursive: true }))
  return home && { ...home, path: await realpath(folder) }
}

/** Below /var/lib, with a link in the data folder that leads there. */
async function newHomeElsewhere({ folder, kinds, fast }: Asked, programs: Package): Promise<Home | undefined> {
  const account = kinds.includes('system user') ? await accountOf('system user', folder) : undefined
  if (!account) return undefined
  const path = join(account.copies, `${basename(dirname(folder))}-${randomBytes(4).toString('hex')}`)
  await mkdir(path, { mode: 0o700 })
  const home = await settle(path, ['system user'], programs)
  if (home) await initialise(home, fast)
  await (home ? symlink(path, folder) : rm(path, { recursive: true }))
  return home
}

async function initialise({ path, account, binaries }: Home, fast: boolean): Promise<void> {
  const { file, args, options } = runAs(account, binaries.initdb, initdbArguments(path, fast))
  await promisify(execFile)(file, args, options).catch((error: Error & { stderr?: string }) => {
    throw new Refusal(
      'database_not_made',
      `PostgreSQL could not make its files in ${path}:\n${(error.stderr ?? error.message).trim()}`,
    )
  })
}

/** The first account that can write to `path` and run the programs, with `path` handed over to it. */
async function settle(path: string, kinds: readonly AccountKind[], programs: Package): Promise<Home | undefined> {
  for (const kind of kinds) {
    const account = await accountOf(kind, path)
    if (!account || !(await canEnter(account, path))) continue
    for (const place of [() => inPlace(programs), () => copiedTo(account.copies, programs)]) {
      const binaries = await place()
      if (binaries && canRun(account, binaries.postgres, '--version')) return { path, account, binaries }
    }
  }
  return undefined
}

async function canEnter(account: Account, path: string): Promise<boolean> {
  await handOver(path, account)
  const enters = () => canRun(account, 'sh', '-c', 'test -w "$0" && test -x "$0"', path)
  if (enters()) return true
  if (account.kind !== 'system user') return false
  // A data folder that we closed ourselves may be passed through by the system user, though not looked into.
  const parent = dirname(path)
  const { mode, uid } = await lstat(parent)
  if (uid !== 0 || (mode & 0o777) !== 0o700) return false
  await chmod(parent, 0o711)
  if (enters()) return true
  await chmod(parent, 0o700)
  return false
}

function refuse(folder: string, kinds: readonly AccountKind[]): never {
  throw new Refusal(
    'database_without_account',
    kinds.includes('system user')
      ? `PostgreSQL does not run as root, and here neither a user namespace nor a system user can be had for ${folder}. Start as an ordinary user, or give DATABASE_URL the address of a PostgreSQL of your own.`
      : `PostgreSQL cannot run on ${folder} as this user. Start as the folder's owner, or give TESTAMUR_DATA a folder of your own.`,
  )
}
