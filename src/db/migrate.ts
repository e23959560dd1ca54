// Brings a database to the newest shape: every SQL file in migrations/, in order, each once and in one transaction.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

const folder = new URL('./migrations/', import.meta.url)

/**
 * Applies what is missing, under an advisory lock so that two starts do not meet. `connection` is the owner's.
 * Answers the names applied. A file that was changed after it was applied is an error.
 */
export async function migrate(connection: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7357)')
    await client.query(
      `create table if not exists migration (name text primary key, digest text not null, applied timestamptz not null default now())`,
    )
    const known = new Map(
      (await client.query<{ name: string; digest: string }>('select name, digest from migration')).rows.map((row) => [
        row.name,
        row.digest,
      ]),
    )
    const applied: string[] = []
    for (const { name, sql, digest } of await migrations()) {
      if (known.get(name) === digest) continue
      if (known.has(name)) throw new Error(`migration ${name} was changed after it was applied; write a new one instead`)
      await apply(client, name, sql, digest)
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function migrations() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, digest: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function apply(client: pg.Client, name: string, sql: string, digest: string) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (name, digest) values ($1, $2)', [name, digest])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed`, { cause })
  }
}
