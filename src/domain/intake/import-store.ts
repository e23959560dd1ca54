// The SQL of imports and their files.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import { type ImportAct, stateAfter, statesBefore } from './life.ts'
import type { Reached } from './rules.ts'

// organisation-scoped by the door; row-level security stands behind it
export const own = (ctx: Ctx) => ctx.scope as Id<'org'>

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>
export type FileRow = Awaited<ReturnType<typeof listFiles>>[number]

const imports = (ctx: Ctx) =>
  ctx.db
    .selectFrom('import')
    .select(['id', 'profile', 'state', 'created', 'created_by', 'finished', 'counts', 'refused', 'progress', 'failure'])
    .where('organisation', '=', own(ctx))

export const findImport = (ctx: Ctx, id: Id<'imp'>) => imports(ctx).where('id', '=', id).executeTakeFirst()

/** Keeps two people from changing the import at the same moment. */
export const lockImport = (ctx: Ctx, id: Id<'imp'>) => imports(ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** One without any file has not begun. */
export const listImportRows = (ctx: Ctx, { limit, after }: { limit: number; after?: string | undefined }) =>
  imports(ctx)
    .where(sql<boolean>`exists (select from import_file f where f.import = import.id)`)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`id < ${after}`))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

/** The profile as it was when the import was opened. */
export async function findImportProfile(ctx: Ctx, id: Id<'imp'>): Promise<MappingProfile | undefined> {
  const row = await ctx.db
    .selectFrom('import')
    .select('profile_document')
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .executeTakeFirst()
  // the document had passed its schema when it was stored; parsing it anew each time would refuse old imports for new rules
  return row && (JSON.parse(row.profile_document) as MappingProfile)
}

export const insertImport = (ctx: Ctx, id: Id<'imp'>, profile: MappingProfile) =>
  ctx.db
    .insertInto('import')
    .values({
      id,
      organisation: own(ctx),
      profile: profile.slug,
      profile_document: JSON.stringify(profile),
      state: 'open',
      created: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()

type Changes = Readonly<{
  confirmed?: Date
  confirmed_by?: string
  finished?: Date
  undone?: Date
  undone_by?: string
  counts?: string
  refused?: number
  progress?: string
  failure?: string | null
  attempt?: string | null
  weighed?: number
}>

/** Moves the import by the table of its life; false where its state did not allow the act. */
export async function updateState(
  ctx: Ctx,
  id: Id<'imp'>,
  act: ImportAct,
  changes: Changes = {},
  attempt?: string,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('import')
    .set({ ...changes, state: stateAfter(act) })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .where('state', 'in', statesBefore(act))
    .$if(attempt !== undefined, (query) => query.where('attempt', '=', attempt ?? ''))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes the reading over: whoever was at it before stops at its next step. False unless the import is being read. */
export async function updateAttempt(ctx: Ctx, id: Id<'imp'>, attempt: string, reached: Reached): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('import')
    .set({ attempt, progress: JSON.stringify(reached), refused: 0, counts: '{}', failure: null })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False where this attempt is no longer the one. */
export async function updateReached(
  ctx: Ctx,
  id: Id<'imp'>,
  attempt: string,
  reached: Reached,
  refused: number,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('import')
    .set({ progress: JSON.stringify(reached), refused })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .where('attempt', '=', attempt)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const updateProgress = (ctx: Ctx, id: Id<'imp'>, reached: Reached) =>
  ctx.db
    .updateTable('import')
    .set({ progress: JSON.stringify(reached) })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .execute()

/** Holds the attempt still until the transaction ends; false where it is no longer the one. */
export async function holdAttempt(ctx: Ctx, id: Id<'imp'>, attempt: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('import')
    .select('id')
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .where('attempt', '=', attempt)
    .forShare()
    .executeTakeFirst()
  return row !== undefined
}

/** Imports and undoings of an organisation follow one another; held until the transaction ends. */
export const lockIntake = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`intake ${own(ctx)}`}, 0))`.execute(ctx.db)

/** As `lockIntake`, for those who only need that nothing changes meanwhile; any number of them at a time. */
export const shareIntake = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock_shared(hashtextextended(${`intake ${own(ctx)}`}, 0))`.execute(ctx.db)

/** How many imports and undoings there have been; a staged import was weighed against one such state. */
export async function countMerges(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ merges: number }>`
    select count(*) + count(undone) as merges from import
    where organisation = ${own(ctx)} and state in ('imported', 'undone')`.execute(ctx.db)
  return rows[0]?.merges ?? 0
}

export async function findWeighed(ctx: Ctx, id: Id<'imp'>): Promise<number | undefined> {
  const row = await ctx.db
    .selectFrom('import')
    .select('weighed')
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.weighed ?? undefined
}

export const updateWeighed = (ctx: Ctx, id: Id<'imp'>, weighed: number, refused: number) =>
  ctx.db.updateTable('import').set({ weighed, refused }).where('organisation', '=', own(ctx)).where('id', '=', id).execute()

export const listFiles = (ctx: Ctx, of: readonly Id<'imp'>[]) =>
  of.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom('import_file')
        .select(['import', 'name', 'bytes', 'digest', 'blob'])
        .where('organisation', '=', own(ctx))
        .where('import', 'in', of)
        .orderBy('name')
        .execute()

export const upsertFile = (ctx: Ctx, of: Id<'imp'>, file: { name: string; bytes: number; digest: Uint8Array; blob: string }) =>
  ctx.db
    .insertInto('import_file')
    .values({ ...file, import: of, organisation: own(ctx) })
    .onConflict((conflict) =>
      conflict.columns(['import', 'name']).doUpdateSet({ bytes: file.bytes, digest: file.digest, blob: file.blob }),
    )
    .execute()
