// A whole Testamur from a configuration: its data folder, its database, its mail, and the world on them. The server and the command line open it alike.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type DataFolder, openDataFolder } from '#adapters/data-folder.ts'
import { type Database, embeddedDatabase, externalDatabase } from '#adapters/database-roles.ts'
import { folderMail } from '#adapters/folder-mail.ts'
import { smtpMail } from '#adapters/smtp-mail.ts'
import type { Config } from './config.ts'
import { openTestamur, type Testamur } from './testamur.ts'

export type Opened = Readonly<{
  testamur: Testamur
  folder: DataFolder
  database: Database
  /** Lets its bearer act as the operator, for as long as this process lives. */
  operatorToken: string
  /** Closes all of it, last opened first; twice is once. */
  close: () => Promise<void>
}>

export type Opening = Readonly<{
  /** Told of every fault once, with where it happened. */
  onFault: (error: unknown, where: string) => void
  /** What the embedded database says. */
  onLog?: (line: string) => void
  /** Another than the real one, as the demonstration needs it. */
  clock?: () => Date
  /** Milliseconds to wait for a process that holds the data folder and is just stopping. */
  patience?: number
}>

/** Refuses in sentences (`Refusal.detail`) when the folder is in use, its key is missing, or the database cannot be opened. */
export async function openFromConfig(config: Config, { onFault, onLog, clock, patience }: Opening): Promise<Opened> {
  const closers: (() => Promise<void>)[] = []
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= closeAll(closers)
    return closing
  }
  try {
    const { dataFolder: path, origin } = config
    const folder = await openDataFolder({ path, origin, ...(patience === undefined ? {} : { patience }) })
    closers.push(folder.release)
    // before anything is written: only an empty folder may get a new key
    const installationKey = config.key?.reveal() ?? (await folder.key())
    const database = await databaseOf(config, folder, onLog)
    closers.push(database.stop)
    const operatorToken = randomBytes(32).toString('base64url')
    const testamur = await openTestamur({
      connection: database.connection,
      origin,
      originAliases: config.originAliases,
      installationKey,
      blobFolder: join(folder.path, 'blobs'),
      mail: mailOf(config, folder, clock),
      demonstration: config.demo,
      uploadLimit: config.uploadLimit,
      workers: config.workers,
      operatorToken,
      // whoever holds the folder has its database alone; another PostgreSQL may serve others too
      alone: config.databaseUrl === undefined,
      ...(clock ? { clock } : {}),
      onFault,
    })
    closers.push(testamur.stop)
    return { testamur, folder, database, operatorToken, close }
  } catch (error) {
    await close()
    throw error
  }
}

const databaseOf = ({ databaseUrl }: Config, folder: DataFolder, onLog: Opening['onLog']): Promise<Database> =>
  databaseUrl
    ? externalDatabase(databaseUrl.reveal())
    : embeddedDatabase({ folder: folder.database, ...(onLog ? { onLog } : {}) })

/** In a demonstration mails land in the data folder, whatever is configured: its people have invented addresses. */
const mailOf = ({ mail, demo, origin }: Config, folder: DataFolder, clock = () => new Date()) =>
  mail && !demo
    ? smtpMail({ url: mail.smtpUrl.reveal(), from: mail.from })
    : folderMail({
        folder: join(folder.path, 'mails'),
        from: `Testamur <testamur@${new URL(origin).hostname}>`,
        now: () => clock().getTime(),
      })

/** Every one gets its turn; the first failure is thrown at the end. */
async function closeAll(closers: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const close of closers.toReversed()) await close().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
