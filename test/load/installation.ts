// An installation for measuring: the embedded PostgreSQL as people run it, every commit flushed to the disk, in a temporary folder.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { prepareDatabase, prepareRoles } from '#adapters/database-roles.ts'
import { startCluster } from '#adapters/embedded-postgres.ts'
import { folderMail } from '#adapters/folder-mail.ts'
import { type Client, createClient } from '#sdk/sdk.ts'
import type { Setting } from '#server/setting.ts'
import { openTestamur } from '#server/testamur.ts'

const origin = 'http://localhost:3000'

export type Installation = Readonly<{
  /** A client of the API that may do everything in one organisation, which is founded here. */
  organisation: (slug: string) => Promise<Client>
  connection: Setting['connection']
  stop: () => Promise<void>
}>

export async function openInstallation(engine: NonNullable<Setting['engine']>): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'testamur-load-'))
  await mkdir(join(folder, 'blobs'))
  const cluster = await startCluster({ folder: join(folder, 'postgres') })
  const connection: Setting['connection'] = (role) => cluster.connection(`testamur_${role}`, 'testamur')
  await createDatabase((database) => cluster.connection(cluster.superuser, database))
  const operatorToken = 'operator-of-the-measurement'
  const testamur = await openTestamur({
    connection,
    origin,
    installationKey: new Uint8Array(32).fill(9),
    blobFolder: join(folder, 'blobs'),
    mail: folderMail({ folder: join(folder, 'mails'), from: 'Testamur <testamur@example.org>' }),
    demonstration: false,
    uploadLimit: 2 ** 30,
    workers: Math.max(1, availableParallelism() - 1),
    operatorToken,
    alone: true,
    limited: false,
    engine,
    onFault: (error, where) => console.error(where, error),
  })
  const operator = (organisation?: string) =>
    createClient((request) => testamur.call(request), {
      base: origin,
      headers: { authorization: `Bearer ${operatorToken}` },
      ...(organisation ? { organisation } : {}),
    })
  return {
    connection,
    async organisation(slug) {
      await operator().people.foundOrganisation({ name: `Measured ${slug}`, slug })
      return operator(slug)
    },
    async stop() {
      await testamur.stop()
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function createDatabase(connection: (database: string) => pg.ClientConfig): Promise<void> {
  const admin = new pg.Client(connection('postgres'))
  await admin.connect()
  try {
    await prepareRoles(admin, 'LOGIN')
    await admin.query('create database testamur')
  } finally {
    await admin.end()
  }
  await prepareDatabase(connection('testamur'))
}

/** Looks again and again, seldom enough not to be measured. */
export async function until<T>(look: () => Promise<T>, done: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look()
    if (done(seen)) return seen
    await wait(250)
  }
}
