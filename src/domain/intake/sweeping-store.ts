// The SQL of what nobody has come back to, and of files that are still needed.
import { sql } from 'kysely'
import type { Ctx } from '#ports/ctx.ts'
import { own } from './import-store.ts'

/** Imports opened before the moment that wait for files or for a preview, none of whose files is any younger. */
export const listAbandoned = (ctx: Ctx, moment: Date, old: readonly string[]) =>
  ctx.db
    .selectFrom('import')
    .select('id')
    .where('organisation', '=', own(ctx))
    .where('state', '=', 'open')
    .where('created', '<', moment)
    .where(
      sql<boolean>`not exists (select from import_file f where f.import = import.id and f.organisation = import.organisation
        and f.blob <> all(${old}::text[]))`,
    )
    .execute()

/** Those of these blobs that an import will still be read from. */
export const listNeeded = (ctx: Ctx, blobs: readonly string[]) =>
  ctx.db
    .selectFrom('import_file')
    .innerJoin('import', 'import.id', 'import_file.import')
    .select('import_file.blob')
    .where('import_file.organisation', '=', own(ctx))
    .where('import.state', 'not in', over)
    .where(sql<boolean>`import_file.blob = any(${blobs}::text[])`)
    .execute()

const over = ['imported', 'discarded', 'undone']
