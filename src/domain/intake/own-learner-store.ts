// The SQL of learners who are a person. In a person's scope, row-level security shows the learners that they are or may become.
import { type SqlBool, sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { own } from './import-store.ts'

// the endpoints that lead here are for whoever is signed in
const me = (ctx: Ctx) => ctx.scope as Id<'per'>

/** The source still says the address by which they were found. */
const holds = sql<SqlBool>`search_hashes @> array[linked_by]`

export const listOwnLearners = (ctx: Ctx) =>
  ctx.db.selectFrom('learner').select('id').where('person', '=', me(ctx)).where(holds).execute()

/** Known by the person's confirmed address, and nobody yet. */
export const listLinkableLearners = (ctx: Ctx) =>
  ctx.db
    .selectFrom('learner')
    .select(['id', 'organisation'])
    .select(sql<string>`own_email_hash()`.as('linkedBy'))
    .where(sql<SqlBool>`search_hashes @> array[own_email_hash()]`)
    .where(sql<SqlBool>`(person is null or not ${holds})`)
    .execute()

type Who = Readonly<{ linkedBy: string }>

/** In the organisation's scope. Answers who was linked just now; whoever is somebody already stays who they are. */
export const updateLearnersLinked = (ctx: Ctx, ids: readonly Id<'lrn'>[], { linkedBy }: Who) =>
  ctx.db
    .updateTable('learner')
    // whoever acts is the person in whose scope they were found
    .set({ person: ctx.actor.id as Id<'per'>, linked_by: linkedBy })
    .where('organisation', '=', own(ctx))
    .where(sql<SqlBool>`id = any(${ids}::text[])`)
    .where(sql<SqlBool>`search_hashes @> array[${linkedBy}]`)
    .where(sql<SqlBool>`(person is null or not ${holds})`)
    .returning('id')
    .execute()
