// The database as the server sees it, embedded or not: three roles, and how each of them connects.
import pg from 'pg'
import { Refusal } from '#kernel/refusal.ts'
import { type Cluster, startCluster } from './embedded-postgres.ts'

/**
 * owner: makes the tables (migrations) and nothing else. app: every request; row-level security always holds for it. bulk: `COPY` in one
 * adapter function that stamps the organisation itself; not bound by row-level security.
 */
export type DatabaseRole = 'owner' | 'app' | 'bulk'

export type Database = Readonly<{
  connection: (role: DatabaseRole) => pg.ClientConfig
  /** Resolves when the database has gone away by itself; never for a database that is not ours. */
  ended: Promise<void>
  stop: () => Promise<void>
}>

const roles = [
  { name: 'testamur_app', bypass: 'NOBYPASSRLS' },
  { name: 'testamur_bulk', bypass: 'BYPASSRLS' },
] as const

const databaseName = 'testamur'

/** Starts the embedded database in `folder` and prepares it. Migrations come next, by the caller, as `owner`. */
export async function embeddedDatabase(asked: { folder: string; onLog?: (line: string) => void }): Promise<Database> {
  const cluster = await startCluster(asked)
  try {
    await withClient(cluster.connection(cluster.superuser, 'postgres'), async (client) => {
      await prepareRoles(client, 'LOGIN')
      const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName])
      if (rows.length === 0) await client.query(`CREATE DATABASE ${databaseName}`)
    })
    await prepareDatabase(cluster.connection(cluster.superuser, databaseName))
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return { connection: connectionsOf(cluster, databaseName), ended: cluster.ended, stop: cluster.stop }
}

/**
 * Prepares a PostgreSQL of somebody else's (16 or newer, UTF-8). The user in `url` makes and owns the tables; the other roles are
 * entered from it, so that no passwords are needed. Refuses with the statements that an administrator has to run where it may not.
 */
export async function externalDatabase(url: string): Promise<Database> {
  await withClient({ connectionString: url }, async (client) => {
    await checkServer(client)
    await prepareRoles(client, 'NOLOGIN')
  })
  await prepareDatabase({ connectionString: url })
  return { connection: (role) => externalConnection(url, role), ended: new Promise(() => {}), stop: async () => {} }
}

/** How each role connects to one database of the cluster. */
export const connectionsOf = (cluster: Cluster, database: string) => (role: DatabaseRole) =>
  cluster.connection(role === 'owner' ? cluster.superuser : `testamur_${role}`, database)

/** Makes the roles where they are missing, for the whole cluster. Safe to run by several at once. */
export async function prepareRoles(client: pg.Client, login: 'LOGIN' | 'NOLOGIN'): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles')
  for (const { name, bypass } of roles) {
    try {
      if (!rows.some(({ rolname }) => rolname === name)) await client.query(`CREATE ROLE ${name} ${login} ${bypass}`)
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error
      if (error.code === '42501') await mustExist(client)
      else if (!['42710', '23505'].includes(error.code ?? '')) throw error
    }
    if (login === 'NOLOGIN') await mayBecome(client, name)
  }
  await mustExist(client)
  if (login === 'LOGIN') await client.query('GRANT testamur_app TO testamur_bulk').catch(unlessGrantedByAnother)
}

/** Two that grant at once meet in the catalogue; the other one's grant serves as well. */
function unlessGrantedByAnother(error: unknown): void {
  if (!(error instanceof pg.DatabaseError) || !['XX000', '23505'].includes(error.code ?? '')) throw error
}

/** Lets the roles into this database, and nobody else make things in it. What they may do with each table, migrations say. */
export async function prepareDatabase(owner: pg.ClientConfig): Promise<void> {
  await withClient(owner, async (client) => {
    const names = roles.map(({ name }) => name).join(', ')
    const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_database()) AS name')
    await client.query(`GRANT CONNECT ON DATABASE ${rows[0]?.name} TO ${names}`)
    await client.query(`GRANT USAGE ON SCHEMA public TO ${names}`)
  })
}

async function mustExist(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string; rolbypassrls: boolean }>(
    `SELECT rolname, rolbypassrls FROM pg_roles WHERE rolname IN ('testamur_app', 'testamur_bulk')`,
  )
  const wrong = roles.filter(
    ({ name, bypass }) => !rows.some((row) => row.rolname === name && row.rolbypassrls === (bypass === 'BYPASSRLS')),
  )
  if (wrong.length === 0) return
  const statements = wrong.map(({ name, bypass }) => {
    const verb = rows.some((row) => row.rolname === name) ? 'ALTER' : 'CREATE'
    return `${verb} ROLE ${name} ${bypass};`
  })
  throw new Refusal('database_roles_missing', tellAdministrator([...statements, grantStatement]))
}

const grantStatement = 'GRANT testamur_app, testamur_bulk TO CURRENT_USER;'

const tellAdministrator = (statements: readonly string[]) =>
  `The user in DATABASE_URL may not make the roles that Testamur needs. Let an administrator run, with that user's name for CURRENT_USER: ${statements.join(' ')}`

async function mayBecome(client: pg.Client, name: string): Promise<void> {
  const tries = () => client.query(`BEGIN; SET LOCAL ROLE ${name}; ROLLBACK`)
  try {
    await tries()
  } catch {
    await client.query('ROLLBACK')
    await client.query(`GRANT ${name} TO CURRENT_USER`).catch(() => {
      throw new Refusal('database_roles_missing', tellAdministrator([grantStatement]))
    })
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`,
  )
  const [{ version, encoding } = { version: '0', encoding: '' }] = rows
  if (Number(version) < 160_000)
    throw new Refusal(
      'database_too_old',
      `The PostgreSQL at DATABASE_URL is version ${Math.floor(Number(version) / 10_000)}. Testamur needs 16 or newer.`,
    )
  if (encoding !== 'UTF8')
    throw new Refusal(
      'database_not_utf8',
      `The database at DATABASE_URL is encoded in ${encoding}. Make it anew with ENCODING 'UTF8'.`,
    )
}

function externalConnection(url: string, role: DatabaseRole): pg.ClientConfig {
  if (role === 'owner') return { connectionString: url }
  const parsed = new URL(url)
  const options = [parsed.searchParams.get('options'), `-c role=testamur_${role}`].filter(Boolean).join(' ')
  // What stands in a connection string wins over what stands beside it, so the option goes into the string.
  parsed.searchParams.set('options', options)
  return { connectionString: parsed.href }
}

/** Connects, works, and disconnects; a database that cannot be reached is refused with a sentence, without its address or password. */
async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  await client.connect().catch((cause: Error & { code?: string }) => {
    throw new Refusal(
      'database_unreachable',
      `The database does not let us in (${cause.code ?? cause.message}). Check DATABASE_URL, and that the server runs.`,
    )
  })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
