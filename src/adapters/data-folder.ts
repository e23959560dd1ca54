// The data folder: who runs on it, its key, and the note by which the command line finds the server.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, constants, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { installationKey } from './data-folder-key.ts'
import { currentHolder, lockFolder } from './data-folder-lock.ts'

export type DataFolder = Readonly<{
  path: string
  /** Where the embedded database lives; hand it to `startCluster`. */
  database: string
  /** The installation's key from the folder: 32 bytes. Call it before anything is written to a new database. */
  key: () => Promise<Uint8Array>
  /** Leaves a note for the command line: where the server is, and the token that lets it in. */
  announce: (server: Readonly<{ origin: string; token: string }>) => Promise<void>
  release: () => Promise<void>
}>

/**
 * Opens the folder, making it when it is missing (then for its owner only). Refuses with `data_folder_in_use` while another live process
 * holds it, and with `data_folder_closed` where we may not write. `patience`: milliseconds to wait for a holder that is just stopping.
 */
export async function openDataFolder(asked: { path: string; origin: string; patience?: number }): Promise<DataFolder> {
  const path = await made(asked.path)
  const giveBack = await lockFolder(path, asked.origin, asked.patience ?? 3000)
  const database = join(path, 'postgres')
  const note = join(path, noteName)
  await rm(note, { force: true })
  return {
    path,
    database,
    key: () => installationKey(path, !existsSync(database)),
    announce: (server) => writeNote(note, { pid: process.pid, ...server }),
    release: async () => {
      await rm(note, { force: true })
      await giveBack()
    },
  }
}

const noteName = 'server.json'
const ServerNote = z.object({ pid: z.int(), origin: z.string(), token: z.string() })

/** The server that runs on this folder now, for programs of the same person on the same machine; `undefined` if none does. */
export async function findServer(path: string): Promise<z.output<typeof ServerNote> | undefined> {
  const text = await readFile(join(path, noteName), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const note = ServerNote.parse(JSON.parse(text))
  const holder = await currentHolder(path)
  return holder?.pid === note.pid ? note : undefined
}

async function made(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return await realpath(path)
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason'
    throw new Refusal(
      'data_folder_closed',
      `The data folder ${path} cannot be made or written to (${reason}). Give TESTAMUR_DATA a folder of your own, or start as the folder's owner.`,
    )
  }
}

async function writeNote(file: string, note: z.output<typeof ServerNote>): Promise<void> {
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  await writeFile(draft, JSON.stringify(note), { mode: 0o600, flag: 'wx' })
  await rename(draft, file)
}
