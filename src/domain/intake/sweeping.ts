// Sweeping: imports that nobody has come back to, and files that no import needs, go after some days.
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { lockImport, updateState } from './import-store.ts'
import { daysKept } from './intake.api.ts'
import { deleteStaged } from './staging-store.ts'
import { listAbandoned, listNeeded } from './sweeping-store.ts'

const day = 24 * 60 * 60 * 1000

/**
 * For the installation, day by day. `organisations` are all there are: what none of them needs is dropped. A file is looked for first
 * and its row afterwards, so one that is being uploaded meanwhile is too young to be seen. Killed anywhere, the next sweep goes on:
 * a file without a row, or with the row of an import that is over, is needed by nobody.
 */
export async function sweep(ctx: Ctx, organisations: readonly Id<'org'>[]): Promise<void> {
  const moment = new Date(ctx.now.getTime() - daysKept * day)
  const old = await ctx.blobs.storedBefore(moment)
  const needed = new Set<string>()
  for (const organisation of organisations) {
    const there = ctx.within(organisation)
    for (const { id } of await listAbandoned(there, moment, old)) await discardAbandoned(there, id, moment, old)
    for (const { blob } of await listNeeded(there, old)) needed.add(blob)
  }
  for (const blob of old) if (!needed.has(blob)) await ctx.blobs.drop(blob)
}

/** Looked at again under the lock under which files are added: somebody may just have come back. */
const discardAbandoned = (ctx: Ctx, id: Id<'imp'>, moment: Date, old: readonly string[]): Promise<void> =>
  ctx.atomically(async (ctx) => {
    await lockImport(ctx, id)
    if (!(await listAbandoned(ctx, moment, old)).some((one) => one.id === id)) return
    await deleteStaged(ctx, id)
    await updateState(ctx, id, 'discard', { finished: ctx.now })
  })
