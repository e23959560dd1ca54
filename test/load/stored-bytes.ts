// How large the database is, tables and indexes, without the log of changes.
import pg from 'pg'

export async function storedBytes(connection: (role: 'owner') => pg.ClientConfig): Promise<number> {
  const client = new pg.Client(connection('owner'))
  await client.connect()
  try {
    const { rows } = await client.query<{ size: number }>('select pg_database_size(current_database()) as size')
    return rows[0]?.size ?? 0
  } finally {
    await client.end()
  }
}
