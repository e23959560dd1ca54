// Merging: what a preview showed becomes records, in one transaction. Keys and seals are made before it, files dropped after it.
import type { Id } from '#kernel/id.ts'
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { findByKeys } from '../design/design.ts'
import { fieldColumns } from './columns.ts'
import {
  countMerges,
  findImport,
  findImportProfile,
  findWeighed,
  listFiles,
  lockIntake,
  updateProgress,
  updateState,
  updateWeighed,
} from './import-store.ts'
import { opened, seal } from './learners.ts'
import { insertKeysOfKnown, listNewCourses, mergeSteps } from './merging-store.ts'
import { base64, fromBase64 } from './staging.ts'
import { analyse, countEffects, deleteStaged, listSealedWithAnotherKey, updateSealed } from './staging-store.ts'
import { refuseMisfits, resetEffects, updateEffects } from './weighing-store.ts'

/** Harmless when repeated: an import that is done only has its files dropped, any other that is not waiting is left alone. */
export async function doImport(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  const row = await findImport(ctx, id)
  if (row?.state === 'importing') {
    try {
      do {
        await weighAgain(ctx, id)
        await sealWithTheirKeys(ctx, id)
      } while (!(await merge(ctx, id)))
    } catch (error) {
      await updateState(ctx, id, 'fail', { failure: JSON.stringify({ code: 'importing_failed', values: {} }) })
      throw error
    }
    await analyse(ctx)
  }
  if (row?.state === 'importing' || row?.state === 'imported')
    for (const { blob } of await listFiles(ctx, [id])) await ctx.blobs.drop(blob)
}

/** What was imported or undone since the preview may have changed what this import does. */
async function weighAgain(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  await ctx.atomically(async (ctx) => {
    await lockIntake(ctx)
    const { state, refused } = found(await findImport(ctx, id), id)
    const weighed = await countMerges(ctx)
    if (state !== 'importing' || (await findWeighed(ctx, id)) === weighed) return
    const names = (await listFiles(ctx, [id])).map(({ name }) => name)
    const columns = fieldColumns(found(await findImportProfile(ctx, id), id), names)
    await resetEffects(ctx, id)
    const all = await refuseMisfits(ctx, { id, columns, refused })
    await updateEffects(ctx, id)
    await updateWeighed(ctx, id, weighed, all)
  })
}

/** Between preview and confirmation another import, or an issue, may have given a learner a data key. */
async function sealWithTheirKeys(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  for (const { number, sealed, wrapped, held } of await listSealedWithAnotherKey(ctx, id)) {
    const person = await opened(ctx, await ctx.keys.unwrap(fromBase64(wrapped)), fromBase64(sealed))
    const again = await seal(ctx, await ctx.keys.unwrap(held), person)
    await updateSealed(ctx, id, number, base64(again), base64(held))
  }
}

/** False where something was imported, or a learner got a data key, just now; nothing has been done then. */
async function merge(outer: Ctx, id: Id<'imp'>): Promise<boolean> {
  return outer.atomically(async (ctx) => {
    await lockIntake(ctx)
    if (found(await findImport(ctx, id), id).state !== 'importing') return true
    if ((await findWeighed(ctx, id)) !== (await countMerges(ctx)) || !(await insertKeysOfKnown(ctx, id))) return false
    await runSteps(outer, ctx, id)
    const counts = await countEffects(ctx, id)
    await deleteStaged(ctx, id)
    await updateState(ctx, id, 'finish', { finished: ctx.now, counts: JSON.stringify(counts), progress: '{}' })
    await ctx.tell({ kind: 'import.finished', about: id, detail: { counts } })
    return true
  })
}

/** Progress is told outside the transaction, or nobody would see it. Its bytes are the files' in proportion to the rows. */
async function runSteps(outer: Ctx, ctx: Ctx, id: Id<'imp'>): Promise<void> {
  const links = Object.fromEntries(await findByKeys(ctx, await listNewCourses(ctx, id)))
  const counts = await countEffects(ctx, id)
  const sizes = Object.entries(counts).map(([kind, { new: fresh, changed }]) => [kind, fresh + changed] as const)
  const all = sizes.reduce((sum, [, size]) => sum + size, 0)
  const total = (await listFiles(ctx, [id])).reduce((sum, { bytes }) => sum + bytes, 0)
  let rows = 0
  const since = outer.clock().toISOString()
  for (const { kind, run } of mergeSteps(links)) {
    await run(ctx, id)
    rows += Object.fromEntries(sizes)[kind] ?? 0
    const bytes = all === 0 ? total : Math.round((total * rows) / all)
    await updateProgress(outer, id, { rows, bytes, total, since })
  }
}
