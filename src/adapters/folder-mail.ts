// Mail without a mail server: each lands as a file in a folder, where it can be opened and read, and on a screen.
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import * as z from 'zod'
import { newId } from '#kernel/id.ts'
import type { SentMail } from '#ports/ctx.ts'
import type { Mail } from '#ports/mail.ts'
import { envelope, onlyWhatIsGiven } from './mail-envelope.ts'

export type FolderMail = Readonly<{ folder: string; from: string; now?: () => number }>

/**
 * Keeps the last 200 mails in `folder`: `ID.eml` as it would have been sent, and `ID.json` for `sentMails`, newest first. `list.txt` grows
 * by a line a mail, for people; nothing reads it, and it may be thrown away.
 */
export function folderMail(asked: FolderMail): Mail & { sentMails: () => Promise<SentMail[]> } {
  const { folder, from, now = Date.now } = asked
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...onlyWhatIsGiven })
  const nextMoment = neverTwice(now)
  return {
    async send(message) {
      const { to, subject, text } = envelope(message, from)
      const { message: eml } = await transport.sendMail(envelope(message, from))
      const at = nextMoment()
      const sent: SentMail = { id: newId('mail', at), at: at.toISOString(), to: to.address, subject, text }
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await put(folder, `${sent.id}.eml`, eml as Buffer) // a Buffer, because `buffer` is set above
      await put(folder, `${sent.id}.json`, JSON.stringify(sent))
      await appendFile(join(folder, 'list.txt'), `${sent.at}\t${sent.to}\t${subject}\t${sent.id}.eml\n`)
      const tooOld = (await idsIn(folder)).slice(most)
      await Promise.all(tooOld.flatMap((id) => ['eml', 'json'].map((type) => rm(join(folder, `${id}.${type}`), { force: true }))))
    },
    async sentMails() {
      const ids = (await idsIn(folder)).slice(0, most)
      return (await Promise.all(ids.map((id) => read(join(folder, `${id}.json`))))).flat()
    },
  }
}

const most = 200

/** The time, but never the same millisecond twice, so that ids sort as the mails were sent. */
function neverTwice(now: () => number): () => Date {
  let last = 0
  return () => {
    last = Math.max(now(), last + 1)
    return new Date(last)
  }
}

/** Whole or not at all: a reader never meets half of a file. */
async function put(folder: string, name: string, content: string | Buffer): Promise<void> {
  const draft = join(folder, `${name}.part`)
  await writeFile(draft, content, { mode: 0o600 })
  await rename(draft, join(folder, name))
}

/** Newest first. */
async function idsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names
    .flatMap((name) => /^(mail_[0-9a-v]{26})\.json$/.exec(name)?.[1] ?? [])
    .sort()
    .reverse()
}

const Sent = z.object({ id: z.string(), at: z.string(), to: z.string(), subject: z.string(), text: z.string() })

/** Nothing where the file has just been cleared away, or where somebody has played with it. */
async function read(path: string): Promise<SentMail[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    return [Sent.parse(JSON.parse(text))]
  } catch {
    return []
  }
}
