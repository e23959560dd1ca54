// The SQL of issuing rules.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { IssuingRule } from './rule.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // the door lets nobody in here without one

export function listRuleRows(ctx: Ctx, microCredential: Id<'mc'> | undefined) {
  const query = ctx.db.selectFrom('issuing_rule').selectAll().where('organisation', '=', own(ctx)).orderBy('id', 'desc')
  return (microCredential ? query.where('micro_credential', '=', microCredential) : query).execute()
}

export function listNewestRules(ctx: Ctx, ids: readonly Id<'mc'>[] | undefined) {
  const query = ctx.db
    .selectFrom('issuing_rule')
    .distinctOn('micro_credential')
    .selectAll()
    .where('organisation', '=', own(ctx))
    .orderBy('micro_credential')
    .orderBy('version', 'desc')
  return (ids ? query.where(sql<boolean>`micro_credential = any(${[...ids]})`) : query).execute()
}

export const findRule = (ctx: Ctx, id: Id<'rule'>) =>
  ctx.db.selectFrom('issuing_rule').selectAll().where('organisation', '=', own(ctx)).where('id', '=', id).executeTakeFirst()

/** Two who save at once get two versions, one after the other. */
export const lockForRule = (ctx: Ctx, microCredential: Id<'mc'>) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`issuing_rule ${microCredential}`}, 0))`.execute(ctx.db)

export const insertRule = (
  ctx: Ctx,
  {
    id,
    microCredential,
    version,
    rule,
    note,
  }: { id: Id<'rule'>; microCredential: Id<'mc'>; version: number; rule: IssuingRule; note: string | undefined },
) =>
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
