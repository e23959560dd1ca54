// Writes src/db/tables.ts from a migrated database: `node scripts/tables.ts CONNECTION-STRING`.
import { writeFile } from 'node:fs/promises'
import pg from 'pg'

const typeOf: Record<string, string> = {
  text: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  date: 'string',
  timestamptz: 'Date',
  json: 'Json',
  jsonb: 'Json',
  bytea: 'Bytes',
  _text: 'string[]',
}

// What the ids in a column of this name (or in `id` of a table of this name) begin with.
const prefixOf: Record<string, string> = {
  organisation: 'org',
  person: 'per',
  signing_key: 'key',
  invitation: 'inv',
  event: 'evt',
  micro_credential: 'mc',
  design_version: 'dv',
  image: 'img',
  mapping_profile: 'map',
  import: 'imp',
  learner: 'lrn',
  offering: 'off',
  line_item: 'li',
  enrolment: 'enr',
  result: 'res',
  superseded_by: 'res',
  issuing_rule: 'rule',
  release: 'rel',
  release_line: 'rln',
  decision: 'dec',
  award: 'awd',
  credential: 'cred',
  status_list: 'sl',
  revocation_list: 'sl',
  suspension_list: 'sl',
  suspension: 'sus',
  share: 'shr',
}

type Column = { table_name: string; column_name: string; udt_name: string; is_nullable: string; column_default: string | null }

/** The text of tables.ts for the database behind `connection`. */
export async function tablesText(connection: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<Column>(
      `select table_name, column_name, udt_name, is_nullable, column_default from information_schema.columns
       where table_schema = 'public' and table_name <> 'migration' order by table_name, ordinal_position`,
    )
    const tables = Map.groupBy(rows, (row) => row.table_name)
    const types = [...tables].map(([name, columns]) => `export type ${pascal(name)} = {\n${columns.map(member).join('\n')}\n}\n`)
    const index = [...tables.keys()].map((name) => `  ${name}: ${pascal(name)}`)
    return `${head}\n${types.join('\n')}\nexport type Tables = {\n${index.join('\n')}\n}\n`
  } finally {
    await client.end()
  }
}

const head = `// The tables as the migrations made them. Written by scripts/tables.ts; do not edit.

import type { ColumnType, Generated } from 'kysely'
import type { Id } from '#kernel/id.ts'

type Bytes = ColumnType<Uint8Array<ArrayBuffer>, Uint8Array, Uint8Array>
/** Read as a parsed value; written as JSON text. */
type Json = ColumnType<unknown, string, string>
type JsonByDefault = ColumnType<unknown, string | undefined, string>
`

function member({ table_name, column_name, udt_name, is_nullable, column_default }: Column): string {
  const prefix = udt_name === 'text' ? prefixOf[column_name === 'id' ? table_name : column_name] : undefined
  const type = prefix ? `Id<'${prefix}'>` : typeOf[udt_name]
  if (!type) throw new Error(`${column_name}: no type is known for ${udt_name}`)
  const nullable = is_nullable === 'YES' ? `${type} | null` : type
  if (type === 'Json' && column_default !== null) return `  ${column_name}: JsonByDefault`
  return `  ${column_name}: ${column_default === null ? nullable : `Generated<${nullable}>`}`
}

const pascal = (name: string) => name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())

if (import.meta.main) {
  const [connectionString] = process.argv.slice(2)
  if (!connectionString) throw new Error('which database? node scripts/tables.ts CONNECTION-STRING')
  await writeFile(new URL('../src/db/tables.ts', import.meta.url), await tablesText({ connectionString }))
}
