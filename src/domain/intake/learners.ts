// Learners: who they are to the source, their names opened with their own data keys.
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { insertLearnerKeys, type LearnerRow, listLearners, searchLearners } from './learner-store.ts'
import { hashesSought, type Named } from './sealed-search.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** For issuing, outside any transaction: a data key is made for whoever has none yet. In the order of their ids. */
export async function learnersOf(
  ctx: Ctx,
  ids: readonly Id<'lrn'>[],
): Promise<(Named & { id: Id<'lrn'>; key: string; dataKey: Bytes })[]> {
  const keyless = (await listLearners(ctx, ids)).filter(({ wrapped }) => !wrapped)
  if (keyless.length > 0) {
    const made = await Promise.all(
      keyless.map(async ({ id }) => ({ learner: id, wrapped: (await ctx.keys.newDataKey()).wrapped })),
    )
    await insertLearnerKeys(ctx, made)
  }
  const rows = await listLearners(ctx, ids)
  const learners = await Promise.all(
    rows.map(async ({ id, key, sealed, wrapped }) => {
      if (!wrapped) throw new Error(`${id} has lost its data key`)
      const dataKey = await ctx.keys.unwrap(wrapped)
      return { id, key, dataKey, ...(await opened(ctx, dataKey, sealed)) }
    }),
  )
  return learners.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** For lists: id → key, and the name where there is one. */
export async function learnerNames(ctx: Ctx, ids: readonly Id<'lrn'>[]): Promise<Map<Id<'lrn'>, { key: string; name?: string }>> {
  const people = await Promise.all((await listLearners(ctx, ids)).map((row) => shown(ctx, row)))
  return new Map(people.map(({ id, ...person }) => [id, person]))
}

/** Learners whose key begins so, whose name has words that begin so, or whose e-mail is exactly this. At most 200. */
export async function findLearners(ctx: Ctx, search: string): Promise<{ id: Id<'lrn'>; key: string; name?: string }[]> {
  const sought = search.trim()
  const rows = await searchLearners(ctx, sought, await hashesSought(ctx, sought), 200)
  return Promise.all(rows.map((row) => shown(ctx, row)))
}

export async function opened(ctx: Ctx, dataKey: Uint8Array, sealed: Uint8Array | null): Promise<Named> {
  // sealed below in this room, from exactly this shape
  return sealed ? (JSON.parse(new TextDecoder().decode(await ctx.keys.open(dataKey, sealed))) as Named) : {}
}

export const seal = (ctx: Ctx, dataKey: Uint8Array, { name, email }: Named) =>
  ctx.keys.seal(dataKey, new TextEncoder().encode(JSON.stringify({ name, email })))

async function shown(ctx: Ctx, { id, key, sealed, wrapped }: LearnerRow) {
  const { name } = sealed && wrapped ? await opened(ctx, await ctx.keys.unwrap(wrapped), sealed) : {}
  return { id, key, ...(name === undefined ? {} : { name }) }
}
