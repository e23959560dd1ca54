// As whom PostgreSQL runs. It refuses to run as root, so root lends it another name or another account.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chown, lchown, lstat, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type AccountKind = 'as we are' | 'folder owner' | 'namespace' | 'system user'

export type Account = Readonly<{
  kind: AccountKind
  /** Put before the command. */
  before: readonly string[]
  /** Whom the process and the files belong to, seen from outside; given only where that is not ourselves. */
  other?: Readonly<{ uid: number; gid: number }>
  /** Where programs may be copied to if their own place will not do. */
  copies: string
}>

/** Home of the system user: its database when ./data is closed to it, and its copy of the programs. */
const systemHome = '/var/lib/testamur'

/**
 * The kinds to try, in this order. Root leaves a folder of somebody else's to its owner, so that the owner can go on with it later. An
 * ordinary user without an entry in /etc/passwd (containers) needs a name too.
 */
export const kindsToTry = (uid = process.getuid?.()): readonly AccountKind[] =>
  uid === 0 ? ['folder owner', 'namespace', 'system user'] : ['as we are', 'namespace']

/** The account of this kind for a database in `folder`; `undefined` where the system does not offer it, or it would be root. */
export const accountOf = (kind: AccountKind, folder: string): Promise<Account | undefined> => accountsBy[kind](folder)

const accountsBy: Readonly<Record<AccountKind, (folder: string) => Promise<Account | undefined>>> = {
  'as we are': async (folder) =>
    hasName(process.getuid?.()) ? { kind: 'as we are', before: [], copies: dirname(folder) } : undefined,
  'folder owner': folderOwner,
  namespace: async (folder) => {
    const before = anotherName()
    return before && { kind: 'namespace', before, copies: dirname(folder) }
  },
  'system user': systemUser,
}

async function folderOwner(folder: string): Promise<Account | undefined> {
  const copies = dirname(folder)
  const { uid, gid } = await lstat(copies)
  const before = hasName(uid) ? [] : anotherName()
  return uid === 0 || !before ? undefined : { kind: 'folder owner', before, other: { uid, gid }, copies }
}

/** A user namespace in which we bear the name of some account that is not root; seen from outside, nothing changes. */
function anotherName(): readonly string[] | undefined {
  const name = accounts().find(({ uid }) => uid !== 0)
  return name && ['unshare', '--user', `--map-user=${name.uid}`, `--map-group=${name.gid}`, '--']
}

/** What to give to `spawn` so that the command runs as this account, with an environment of its own. */
export function runAs(account: Account, command: string, args: readonly string[]) {
  const [file = command, ...rest] = [...account.before, command, ...args]
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
  return { file, args: rest, options: { env, cwd: '/', ...account.other } }
}

/** Whether the account can do this at all; a probe of a few milliseconds. */
export function canRun(account: Account, command: string, ...args: readonly string[]): boolean {
  const { file, args: all, options } = runAs(account, command, args)
  return spawnSync(file, all, { ...options, stdio: 'ignore', timeout: 20_000 }).status === 0
}

/** Makes the account the owner of everything in the folder. Only root can, and only root needs to. */
export async function handOver(folder: string, { other }: Account): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = other ?? { uid: 0, gid: 0 }
  const was = await lstat(folder)
  if (was.uid === uid) return
  // The folder itself comes last: until then, a hand-over cut short is begun again.
  for (const name of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, name), uid, gid)
  }
  await chown(folder, uid, gid)
}

async function systemUser(): Promise<Account | undefined> {
  const name = accounts().find((account) => account.name === 'testamur') ?? makeSystemUser()
  if (!name) return undefined
  await mkdir(systemHome, { recursive: true, mode: 0o755 })
  return { kind: 'system user', before: [], other: { uid: name.uid, gid: name.gid }, copies: systemHome }
}

function makeSystemUser() {
  try {
    const about = ['--system', '--user-group', '--no-create-home', '--home-dir', systemHome, '--shell', '/usr/sbin/nologin']
    execFileSync('useradd', [...about, 'testamur'], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return accounts().find((account) => account.name === 'testamur')
}

const hasName = (uid: number | undefined) => process.platform !== 'linux' || accounts().some((account) => account.uid === uid)

function accounts(): { name: string; uid: number; gid: number }[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}
