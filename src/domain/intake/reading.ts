// Reading: the files of an import become staged facts and refused rows, which are then weighed. Begun again, it begins anew.
import { type Id, newId } from '#kernel/id.ts'
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Fact } from '#standards/csv/facts.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import { type FactBatch, readFacts } from '#standards/csv/read.ts'
import type { RowRefusal } from '#standards/csv/refusals.ts'
import { fieldColumns, personalColumns, roleOf, withoutNames } from './columns.ts'
import {
  countMerges,
  type FileRow,
  findImportProfile,
  holdAttempt,
  listFiles,
  updateAttempt,
  updateReached,
  updateState,
} from './import-store.ts'
import { mostRefusalsKept } from './row-refusals.ts'
import { staged } from './staging.ts'
import { analyse, copyStaged, countEffects, deleteRefusals, deleteStaged, type Numbered } from './staging-store.ts'
import { refuseMisfits, updateEffects } from './weighing-store.ts'

const batchSize = 20_000

type Reading = Readonly<{ id: Id<'imp'>; attempt: string; profile: MappingProfile; files: readonly FileRow[] }>

/** Harmless when repeated: an import that is not being read is left alone, and of two readings the later one goes on. */
export async function readFiles(ctx: Ctx, id: Id<'imp'>): Promise<void> {
  const attempt = newId('try', ctx.now)
  const files = await listFiles(ctx, [id])
  const begun = await updateAttempt(ctx, id, attempt, {
    rows: 0,
    bytes: 0,
    total: sizeOf(files),
    since: ctx.clock().toISOString(),
  })
  if (!begun) return
  const reading = { id, attempt, profile: found(await findImportProfile(ctx, id), id), files }
  try {
    const refused = await stageFiles(ctx, reading)
    if (refused !== undefined) await weigh(ctx, reading, refused)
  } catch (error) {
    await updateState(ctx, id, 'fail', { failure: JSON.stringify({ code: 'reading_failed', values: {} }) }, attempt)
    throw error
  }
}

const sizeOf = (files: readonly FileRow[]) => files.reduce((sum, { bytes }) => sum + bytes, 0)

/** How many rows were refused; undefined where another reading took over. */
async function stageFiles(ctx: Ctx, reading: Reading): Promise<number | undefined> {
  const { id, attempt, profile, files } = reading
  if (!(await clear(ctx, reading))) return undefined
  const tally = newTally(profile, files)
  const start = { total: sizeOf(files), since: ctx.clock().toISOString() }
  const due = twiceASecond(ctx.clock)
  const sources = files.map(({ name, bytes, blob }) => ({ name, size: bytes, open: () => ctx.blobs.open(blob) }))
  // one batch is written while the next one is read
  let writing = Promise.resolve(true)
  for await (const batch of readFacts(profile, sources)) {
    tally.add(batch)
    if (tally.waiting() >= batchSize) {
      if (!(await writing)) return undefined
      writing = stage(ctx, reading, tally.take())
      // awaited with the next batch; until then nobody would be there to hear of a failure
      writing.catch(() => {})
    }
    const reached = { rows: batch.rowsRead, bytes: batch.bytesRead, ...start }
    if (due() && !(await updateReached(ctx, id, attempt, reached, tally.refused()))) return undefined
  }
  return (await writing) && (await stage(ctx, reading, tally.take())) ? tally.refused() : undefined
}

const clear = (ctx: Ctx, { id, attempt }: Reading): Promise<boolean> =>
  ctx.atomically(async (ctx) => {
    if (!(await holdAttempt(ctx, id, attempt))) return false
    await deleteStaged(ctx, id)
    await deleteRefusals(ctx, id)
    return true
  })

type Taken = Readonly<{ facts: readonly Fact[]; refusals: readonly Numbered<RowRefusal>[]; before: number }>

/** What was read and waits to be staged. Refusals are numbered and stripped of names; beyond the bound they are only counted. */
function newTally(profile: MappingProfile, files: readonly FileRow[]) {
  const personal = personalColumns(profile)
  const personalIn = new Map(files.map(({ name }) => [name, personal.get(roleOf(profile, name) ?? '')]))
  let facts: Fact[] = []
  let refusals: Numbered<RowRefusal>[] = []
  let before = 0
  let refused = 0
  return {
    add(batch: FactBatch) {
      facts.push(...batch.facts)
      const kept = batch.refusals.slice(0, Math.max(0, mostRefusalsKept - refused))
      refusals.push(...kept.map((row, at) => ({ number: refused + at + 1, row: withoutNames(personalIn.get(row.file), row) })))
      refused += batch.refusals.length
    },
    waiting: () => facts.length + refusals.length,
    take(): Taken {
      const taken = { facts, refusals, before }
      before += facts.length
      facts = []
      refusals = []
      return taken
    },
    refused: () => refused,
  }
}

async function stage(ctx: Ctx, { id, attempt }: Reading, { facts, refusals, before }: Taken): Promise<boolean> {
  const rows = await staged(ctx, facts)
  return ctx.inBulk(async (ctx, copy) => {
    if (!(await holdAttempt(ctx, id, attempt))) return false
    await copyStaged(copy, id, { facts: rows.map((row, at) => ({ number: before + at + 1, row })), refusals })
    return true
  })
}

async function weigh(ctx: Ctx, { id, attempt, profile, files }: Reading, refused: number): Promise<void> {
  await analyse(ctx)
  await ctx.atomically(async (ctx) => {
    if (!(await holdAttempt(ctx, id, attempt))) return
    // counted first: what is merged while we weigh makes the confirmation weigh again
    const weighed = await countMerges(ctx)
    const columns = fieldColumns(
      profile,
      files.map(({ name }) => name),
    )
    const all = await refuseMisfits(ctx, { id, columns, refused })
    await updateEffects(ctx, id)
    const counts = JSON.stringify(await countEffects(ctx, id))
    await updateState(ctx, id, 'show', { counts, refused: all, weighed, progress: '{}' }, attempt)
  })
}

/** Often enough for whoever watches, seldom enough not to be the work. */
function twiceASecond(clock: () => Date): () => boolean {
  let next = 0
  return () => {
    const now = clock().getTime()
    if (now < next) return false
    next = now + 500
    return true
  }
}
