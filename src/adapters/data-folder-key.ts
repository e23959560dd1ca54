// The installation's own key, which wraps all others: 32 random bytes, made once, kept beside the data unless it is given from outside.
import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#kernel/refusal.ts'
import { isError } from './data-folder-lock.ts'

const fileName = 'installation.key'

/** The 32 bytes in `installation.key` (base64url text), made first if `mayMake`; refuses when the file is spoilt or missing. */
export async function installationKey(path: string, mayMake: boolean): Promise<Uint8Array> {
  const file = join(path, fileName)
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isError(error, 'ENOENT')) return undefined
    throw error
  })
  if (text !== undefined) return bytesOf(text.trim(), file)
  if (!mayMake) throw missing(file)
  await make(path, file)
  return installationKey(path, false)
}

function bytesOf(text: string, file: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length === 32 && bytes.toString('base64url') === text) return new Uint8Array(bytes)
  throw new Refusal(
    'installation_key_spoilt',
    `${file} should hold 32 bytes as 43 letters of base64url and does not. Put the file back from a backup: without it nothing encrypted in this folder can be read.`,
  )
}

const missing = (file: string) =>
  new Refusal(
    'installation_key_missing',
    `${file} is missing, but the folder already holds a database that was encrypted with it (or with TESTAMUR_KEY). Put the file back from a backup, or give TESTAMUR_KEY as before.`,
  )

/** Whole or not at all, and on the disk before anything is encrypted with it. */
async function make(path: string, file: string): Promise<void> {
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    await handle.writeFile(`${randomBytes(32).toString('base64url')}\n`)
    await handle.sync()
    await handle.close()
    await link(draft, file).catch((error: unknown) => {
      if (!isError(error, 'EEXIST')) throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  const folder = await open(path, 'r')
  await folder.sync()
  await folder.close()
}
