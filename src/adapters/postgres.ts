// PostgreSQL: a pool for each role, and a Kysely whose every statement runs in a transaction that begins by setting the scope.
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Db } from '#db/db.ts'
import type { Tables } from '#db/tables.ts'
import type { Copy, Scope } from '#ports/ctx.ts'
import { copyText } from './copy-text.ts'

export type Pools = Readonly<{ app: pg.Pool; bulk: pg.Pool; end: () => Promise<void> }>

// bigint as number (refused beyond 2^53), date as its own text
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`)
  return value
})
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

export function openPools(
  connection: (role: 'testamur_app' | 'testamur_bulk') => pg.PoolConfig,
  onError: (error: Error) => void,
): Pools {
  const app = new pg.Pool({ max: 16, ...connection('testamur_app') })
  const bulk = new pg.Pool({ max: 4, ...connection('testamur_bulk') })
  for (const pool of [app, bulk]) pool.on('error', onError)
  return {
    app,
    bulk,
    async end() {
      await Promise.all([app.end(), bulk.end()])
    },
  }
}

/** A Kysely for one scope, in which each statement is a transaction of its own. */
export const scopedDb = (pool: pg.Pool, scope: Scope): Db =>
  kyselyOn(async (run) => inTransaction(pool, begin(scope), (client) => run(client)))

/** Runs `work` in one transaction of this scope. Tried again, at most twice, where PostgreSQL says that two transactions collided. */
export async function scopedTransaction<T>(pools: Pools, scope: Scope, work: (db: Db) => Promise<T>): Promise<T> {
  return again(() => inTransaction(pools.app, begin(scope), (client) => work(kyselyOn(oneAtATime(client)))))
}

/**
 * One transaction that can also COPY. PostgreSQL refuses `COPY FROM` under row-level security, so the copy alone runs as the
 * bulk role, with the organisation stamped here; everything else in the transaction runs as the app role.
 */
export async function bulkTransaction<T>(pools: Pools, scope: Scope, work: (db: Db, copy: Copy) => Promise<T>): Promise<T> {
  const asApp = 'set local role testamur_app'
  return inTransaction(pools.bulk, `${begin(scope)}; ${asApp}`, (client) => {
    const copy: Copy = async (table, columns, rows) => {
      await client.query('reset role')
      const names = ['organisation', ...columns].map((name) => pg.escapeIdentifier(name)).join(', ')
      const stream = client.query(copyFrom(`copy ${pg.escapeIdentifier(table)} (${names}) from stdin`))
      const count = await copyText(stream, scope, rows)
      await client.query(asApp)
      return count
    }
    return work(kyselyOn(oneAtATime(client)), copy)
  })
}

// The scope is one of our own ids or words; anything else must not reach a statement by concatenation.
function begin(scope: Scope): string {
  if (!/^[a-z]+(_[0-9a-v]+)?$/.test(scope)) throw new TypeError(`not a scope: ${scope}`)
  return `begin; select set_config('app.scope', '${scope}', true)`
}

/** `begin` opens it; what goes wrong inside undoes it, and a connection that cannot even undo is given up. */
export async function inTransaction<T>(pool: pg.Pool, begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const answer = await work(client)
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const collisions = new Set(['40001', '40P01'])

async function again<T>(work: () => Promise<T>, left = 2): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (left === 0 || !(error instanceof pg.DatabaseError) || !collisions.has(error.code ?? '')) throw error
    return again(work, left - 1)
  }
}

type Run = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>

/** A connection answers one statement at a time; what is asked meanwhile waits its turn. */
function oneAtATime(client: pg.PoolClient): Run {
  let before: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = before.then(() => work(client))
    before = mine.catch(() => {})
    return mine
  }
}

function kyselyOn(run: Run): Kysely<Tables> {
  const connection: DatabaseConnection = {
    executeQuery: <R>(compiled: CompiledQuery) =>
      run(async (client) => {
        const { rows, rowCount } = await client.query<R & pg.QueryResultRow>(compiled.sql, [...compiled.parameters])
        return { rows, numAffectedRows: BigInt(rowCount ?? 0) }
      }),
    streamQuery: () => {
      throw new Error('read in pages by key instead of streaming')
    },
  }
  const nothing = async () => {}
  const noTransaction = async () => {
    throw new Error('use ctx.atomically: a transaction begins with its scope')
  }
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: noTransaction,
        commitTransaction: noTransaction,
        rollbackTransaction: noTransaction,
        releaseConnection: nothing,
        destroy: nothing,
      }),
    },
  })
}
