// The SQL of what a person holds. In their own scope, row-level security shows the credentials of the learners that they are, and no other.
import { type SqlBool, sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

const of = (ctx: Ctx, learners: readonly Id<'lrn'>[]) =>
  ctx.db
    .selectFrom('credential')
    .select(['id', 'organisation'])
    .where(sql<SqlBool>`learner = any(${[...learners]}::text[])`)

type Asked = Readonly<{ most: number; after?: string | undefined }>

export function listHeldCredentials(ctx: Ctx, learners: readonly Id<'lrn'>[], { most, after }: Asked) {
  const rows = of(ctx, learners).orderBy('id', 'desc').limit(most)
  return (after === undefined ? rows : rows.where('id', '<', after as Id<'cred'>)).execute()
}

export const findHeldCredential = (ctx: Ctx, learners: readonly Id<'lrn'>[], id: Id<'cred'>) =>
  of(ctx, learners).where('id', '=', id).executeTakeFirst()
