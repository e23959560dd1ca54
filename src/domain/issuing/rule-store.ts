// The SQL of issuing rules.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { IssuingRule } from './rule.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // the door lets nobody in here without one

type Sought = { microCredential?: Id<'mc'> | undefined; after?: string | undefined; limit: number }

/** One more than the limit, where there are more. */
export const listRuleRows = (ctx: Ctx, { microCredential, after, limit }: Sought) =>
  ctx.db
    .selectFrom('issuing_rule')
    .selectAll()
    .where('organisation', '=', own(ctx))
    .$if(microCredential !== undefined, (query) => query.where(sql<boolean>`micro_credential = ${microCredential}`))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`id < ${after}`))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

/** The newest version of each micro-credential, the newest micro-credential first; `after` is the id of one. */
export const listNewestRules = (
  ctx: Ctx,
  { ids, after, limit }: { ids?: readonly Id<'mc'>[] | undefined; after?: string | undefined; limit?: number },
) =>
  ctx.db
    .selectFrom('issuing_rule')
    .distinctOn('micro_credential')
    .selectAll()
    .where('organisation', '=', own(ctx))
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`micro_credential = any(${ids}::text[])`))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`micro_credential < ${after}`))
    .orderBy('micro_credential', 'desc')
    .orderBy('version', 'desc')
    .$if(limit !== undefined, (query) => query.limit((limit ?? 0) + 1))
    .execute()

export const findRule = (ctx: Ctx, id: Id<'rule'>) =>
  ctx.db.selectFrom('issuing_rule').selectAll().where('organisation', '=', own(ctx)).where('id', '=', id).executeTakeFirst()

/** Two who save at once get two versions, one after the other. */
export const lockForRule = (ctx: Ctx, microCredential: Id<'mc'>) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`issuing_rule ${microCredential}`}, 0))`.execute(ctx.db)

type NewRule = { id: Id<'rule'>; microCredential: Id<'mc'>; version: number; rule: IssuingRule; note: string | undefined }

export const insertRule = (ctx: Ctx, { id, microCredential, version, rule, note }: NewRule) =>
  ctx.db
    .insertInto('issuing_rule')
    .values({
      id,
      organisation: own(ctx),
      micro_credential: microCredential,
      version,
      rule: JSON.stringify(rule),
      note: note ?? null,
      created: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()
