// One running Testamur for one data folder: a lock that a killed process cannot leave behind.
import { randomBytes } from 'node:crypto'
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { birthOf } from './process-birth.ts'

const Holder = z.object({ pid: z.int(), birth: z.string(), origin: z.string(), released: z.boolean() })
type Holder = z.output<typeof Holder>

/**
 * Takes the folder for this process and answers how to give it back. Waits `patience` milliseconds for a holder that is just
 * stopping; refuses with `data_folder_in_use` after that.
 *
 * The lock is a file `in-use.N`. Whoever finds the holder of the highest N dead creates `in-use.N+1`, which only one can; the highest
 * file is never removed, so that two who come at once cannot both succeed.
 */
export async function lockFolder(path: string, origin: string, patience: number): Promise<() => Promise<void>> {
  const deadline = performance.now() + patience
  const birth = (await birthOf(process.pid)) ?? ''
  const mine: Holder = { pid: process.pid, birth, origin, released: false }
  for (;;) {
    const top = await highest(path)
    const holder = await holderOf(path, top)
    if (holder && (await isAlive(holder))) {
      if (performance.now() >= deadline) throw inUse(holder)
      await wait(100)
    } else if (await take(path, top + 1, mine)) {
      return () => put(path, { ...mine, released: true }, (draft) => rename(draft, nameOf(path, top + 1)))
    }
  }
}

/** The process that holds the folder now, if any. */
export async function currentHolder(path: string): Promise<{ pid: number; origin: string } | undefined> {
  const holder = await holderOf(path, await highest(path))
  return holder && (await isAlive(holder)) ? holder : undefined
}

const nameOf = (path: string, generation: number) => join(path, `in-use.${generation}`)

const generationsIn = async (path: string) =>
  (await readdir(path)).flatMap((name) => (/^in-use\.\d+$/.test(name) ? [Number(name.slice(7))] : []))

const highest = async (path: string) => Math.max(0, ...(await generationsIn(path)))

async function holderOf(path: string, generation: number): Promise<Holder | undefined> {
  const text = await readFile(nameOf(path, generation), 'utf8').catch((error: unknown) => {
    // Anything but absence is no proof that nobody holds it.
    if (isError(error, 'ENOENT')) return undefined
    throw error
  })
  return text === undefined ? undefined : Holder.safeParse(parsed(text)).data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isAlive = async ({ pid, birth, released }: Holder) => !released && (await birthOf(pid)) === birth

async function take(path: string, generation: number, mine: Holder): Promise<boolean> {
  try {
    await put(path, mine, (draft) => link(draft, nameOf(path, generation)))
  } catch (error) {
    if (isError(error, 'EEXIST')) return false
    throw error
  }
  const generations = await generationsIn(path)
  if (generations.some((other) => other > generation)) {
    // Somebody took a later one, and swept ours away, before we created it.
    await rm(nameOf(path, generation), { force: true })
    return false
  }
  const older = generations.filter((other) => other < generation)
  await Promise.all(older.map((other) => rm(nameOf(path, other), { force: true })))
  return true
}

/** Writes a draft, which `place` puts where it belongs in one step: nobody ever reads half a lock. */
async function put(path: string, holder: Holder, place: (draft: string) => Promise<void>): Promise<void> {
  const draft = join(path, `.in-use-${randomBytes(8).toString('hex')}`)
  try {
    // Readable by others, who could not tell otherwise that it is held: root after the folder's owner, and the other way round.
    await writeFile(draft, JSON.stringify(holder), { mode: 0o644, flag: 'wx' })
    await place(draft)
  } finally {
    await rm(draft, { force: true })
  }
}

export const isError = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

const inUse = ({ pid, origin }: Holder) =>
  new Refusal('data_folder_in_use', `Testamur is already running on this folder (process ${pid}, ${origin}).`, { pid, origin })
