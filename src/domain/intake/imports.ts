// Imports: opened, filled with files, previewed, confirmed or discarded, and undone while nothing stands on them.
import { toHex } from '#kernel/bytes.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import { type Id, newId } from '#kernel/id.ts'
import { type Page, page } from '#kernel/page.ts'
import { found, Refusal, refuseIf } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { roleOf } from './columns.ts'
import {
  type FileRow,
  findImport,
  findImportProfile,
  type ImportRow,
  insertImport,
  listFiles,
  listImportRows,
  lockImport,
  lockIntake,
  updateState,
  upsertFile,
} from './import-store.ts'
import { Import, intakeApi } from './intake.api.ts'
import { mergeImport, readImportFiles } from './jobs.ts'
import type { ImportState } from './life.ts'
import { readProfile } from './mapping-profiles.ts'
import { progressOf, whyNotConfirm, whyNotDiscard, whyNotPreview, whyNotUndo, whyNotUpload } from './rules.ts'
import { deleteStaged } from './staging-store.ts'
import { findOverlay, lockEnrolments, revert } from './undoing-store.ts'

type In = Inputs<typeof intakeApi>

export async function listImports(ctx: Ctx, asked: In['listImports']): Promise<Page<Import>> {
  const { items, ...rest } = page(await listImportRows(ctx, asked), asked.limit)
  const files = Map.groupBy(
    await listFiles(
      ctx,
      items.map(({ id }) => id),
    ),
    (file) => file.import,
  )
  return { ...rest, items: items.map((row) => importOf(row, files.get(row.id) ?? [], ctx.clock())) }
}

export async function readImport(ctx: Ctx, { id }: In['readImport']): Promise<Import> {
  return importOf(found(await findImport(ctx, id), id), await listFiles(ctx, [id]), ctx.clock())
}

export async function openImport(ctx: Ctx, { profile }: In['openImport']): Promise<Import> {
  const { document } = await readProfile(ctx, { slug: profile })
  const id = newId('imp', ctx.now)
  await insertImport(ctx, id, document)
  return readImport(ctx, { id })
}

/** The file is stored before the import is locked, and dropped again where it was refused meanwhile. */
export async function uploadFile(ctx: Ctx, { id, name }: In['uploadFile'], body: ReadableStream<Uint8Array>): Promise<Import> {
  const profile = found(await findImportProfile(ctx, id), id)
  refuseIf(whyNotUpload(await readImport(ctx, { id })))
  if (!roleOf(profile, name))
    throw new Refusal('file_unknown', undefined, { name, names: profile.files.flatMap(({ names }) => names) })
  const put = await ctx.blobs.put(body, Math.min(intakeApi.uploadFile.upload.most, ctx.house.uploadLimit))
  const replaced = await keepFile(ctx, id, { name, ...put })
  if (replaced !== undefined) await ctx.blobs.drop(replaced)
  return readImport(ctx, { id })
}

/** Answers the blob that had the name before. */
async function keepFile(ctx: Ctx, id: Id<'imp'>, file: Omit<FileRow, 'import'>): Promise<string | undefined> {
  try {
    return await ctx.atomically(async (ctx) => {
      refuseIf(whyNotUpload(stateOf(found(await lockImport(ctx, id), id))))
      const before = (await listFiles(ctx, [id])).find(({ name }) => name === file.name)
      await upsertFile(ctx, id, file)
      await deleteStaged(ctx, id)
      await updateState(ctx, id, 'upload', { counts: '{}', refused: 0, failure: null })
      return before?.blob
    })
  } catch (error) {
    // after any other error nobody knows whether the row is there; a file without one is swept
    if (error instanceof Refusal) await ctx.blobs.drop(file.blob)
    throw error
  }
}

export async function previewImport(ctx: Ctx, { id }: In['previewImport']): Promise<Import> {
  return ctx.atomically(async (ctx) => {
    found(await lockImport(ctx, id), id)
    refuseIf(whyNotPreview(await readImport(ctx, { id })))
    await updateState(ctx, id, 'preview', { attempt: null, progress: '{}', failure: null })
    await ctx.queue(readImportFiles, { id })
    return readImport(ctx, { id })
  })
}

export async function confirmImport(ctx: Ctx, { id }: In['confirmImport']): Promise<Import> {
  return ctx.atomically(async (ctx) => {
    refuseIf(whyNotConfirm(stateOf(found(await lockImport(ctx, id), id))))
    await updateState(ctx, id, 'confirm', { confirmed: ctx.now, confirmed_by: ctx.actor.id })
    await ctx.tell({ kind: 'import.confirmed', about: id })
    await ctx.queue(mergeImport, { id })
    return readImport(ctx, { id })
  })
}

export async function discardImport(ctx: Ctx, { id }: In['discardImport']): Promise<Import> {
  await ctx.atomically(async (ctx) => {
    refuseIf(whyNotDiscard(stateOf(found(await lockImport(ctx, id), id))))
    await deleteStaged(ctx, id)
    await updateState(ctx, id, 'discard', { finished: ctx.now })
  })
  for (const { blob } of await listFiles(ctx, [id])) await ctx.blobs.drop(blob)
  return readImport(ctx, { id })
}

export async function undoImport(ctx: Ctx, { id }: In['undoImport']): Promise<Import> {
  return ctx.atomically(async (ctx) => {
    await lockIntake(ctx)
    const standing = stateOf(found(await lockImport(ctx, id), id))
    refuseIf(whyNotUndo(standing))
    const settled = await lockEnrolments(ctx, id)
    refuseIf(whyNotUndo(standing, { settled, overlaid: await findOverlay(ctx, id) }))
    await revert(ctx, id)
    await updateState(ctx, id, 'undo', { undone: ctx.now, undone_by: ctx.actor.id })
    await ctx.tell({ kind: 'import.undone', about: id })
    return readImport(ctx, { id })
  })
}

// a check of the table allows nothing else
const stateOf = ({ state }: Pick<ImportRow, 'state'>) => ({ state: state as ImportState })

function importOf(row: ImportRow, files: readonly FileRow[], now: Date): Import {
  const { progress: reached, failure, counts } = Stored.parse(row)
  const progress = reached && progressOf(reached, now)
  return {
    id: row.id,
    profile: row.profile,
    ...stateOf(row),
    created: row.created.toISOString(),
    createdBy: row.created_by,
    ...(row.finished ? { finished: row.finished.toISOString() } : {}),
    files: files.map(({ name, bytes, digest }) => ({ name, bytes, digest: toHex(digest) })),
    counts,
    refused: row.refused,
    ...(progress ? { progress } : {}),
    ...(failure ? { failure } : {}),
  }
}

const Stored = Import.pick({ counts: true }).extend({
  failure: Import.shape.failure.nullable(),
  progress: Import.shape.progress.unwrap().omit({ rate: true, secondsLeft: true }).partial().transform(whole),
})

/** Nothing was reached before the first step. */
function whole({
  rows,
  bytes,
  total,
  since,
}: {
  rows?: number | undefined
  bytes?: number | undefined
  total?: number | undefined
  since?: string | undefined
}) {
  return rows === undefined || bytes === undefined || total === undefined || since === undefined
    ? undefined
    : { rows, bytes, total, since }
}
