// The database as the rooms see it: Kysely over one transaction whose scope is set before anything is asked.
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** `sql` goes through Kysely only. Row-level security shows what the scope may see, and nothing when no scope is set. */
export type Db = Kysely<Tables>
