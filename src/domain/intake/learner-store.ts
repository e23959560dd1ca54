// The SQL of learners and their data keys.

import { sql } from 'kysely'
import { toHex } from '#kernel/bytes.ts'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { own } from './import-store.ts'

export type LearnerRow = {
  id: Id<'lrn'>
  key: string
  sealed: Uint8Array<ArrayBuffer> | null
  wrapped: Uint8Array<ArrayBuffer> | null
}

const learners = (ctx: Ctx) =>
  ctx.db
    .selectFrom('learner')
    .leftJoin('learner_key', 'learner_key.learner', 'learner.id')
    .select(['learner.id', 'learner.key', 'learner.sealed', 'learner_key.wrapped'])
    .where('learner.organisation', '=', own(ctx))

export const listLearners = (ctx: Ctx, ids: readonly Id<'lrn'>[]): Promise<LearnerRow[]> =>
  learners(ctx).where(sql<boolean>`learner.id = any(${ids}::text[])`).execute()

export const listLearnersByKey = (ctx: Ctx, keys: readonly string[]): Promise<LearnerRow[]> =>
  learners(ctx).where(sql<boolean>`learner.key = any(${keys}::text[])`).execute()

/** By the beginning of their key, or by having all of these hashes. */
export const searchLearners = (
  ctx: Ctx,
  search: string,
  hashes: readonly string[] | undefined,
  limit: number,
): Promise<LearnerRow[]> =>
  learners(ctx)
    .where((is) =>
      is.or([
        is(sql<boolean>`starts_with(learner.key, ${search})`, '=', true),
        ...(hashes ? [is(sql<boolean>`learner.search_hashes @> ${hashes}::text[]`, '=', true)] : []),
      ]),
    )
    .orderBy('learner.key')
    .limit(limit)
    .execute()

/** Whoever has a key keeps it. */
export const insertLearnerKeys = (ctx: Ctx, keys: readonly { learner: Id<'lrn'>; wrapped: Uint8Array }[]) =>
  ctx.db
    .insertInto('learner_key')
    .columns(['learner', 'organisation', 'wrapped'])
    .expression(
      sql`select learner, ${own(ctx)}, wrapped from unnest(${keys.map(({ learner }) => learner)}::text[],
        ${keys.map(({ wrapped }) => `\\x${toHex(wrapped)}`)}::bytea[]) as given (learner, wrapped) order by learner`,
    )
    .onConflict((conflict) => conflict.column('learner').doNothing())
    .execute()
