// The SQL of invitations.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Role } from './roles.ts'

type Org = Id<'org'>
// organisation-scoped by the door; row-level security stands behind it
const own = (ctx: Ctx) => ctx.scope as Org

const invitations = (ctx: Ctx) => ctx.db.selectFrom('invitation').selectAll().where('organisation', '=', own(ctx))

export const listInvitationRows = (ctx: Ctx) => invitations(ctx).orderBy('id', 'desc').execute()

/** Held until the transaction ends: an invitation is not accepted twice, nor accepted and withdrawn. */
export const lockInvitation = (ctx: Ctx, id: Id<'inv'>) => invitations(ctx).where('id', '=', id).forUpdate().executeTakeFirst()

/** For the installation: which invitation a link opens. */
export const findInvitationByToken = (ctx: Ctx, tokenHash: Uint8Array<ArrayBuffer>) =>
  ctx.db.selectFrom('invitation').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()

export type NewInvitation = Readonly<{ id: Id<'inv'>; email: string; roles: Role[]; tokenHash: Uint8Array; expires: Date }>

export const insertInvitation = (ctx: Ctx, { id, email, roles, tokenHash, expires }: NewInvitation) =>
  ctx.db
    .insertInto('invitation')
    .values({
      id,
      organisation: own(ctx),
      email,
      roles,
      token_hash: tokenHash,
      invited_by: ctx.actor.id,
      created: ctx.now,
      expires,
    })
    .execute()

export const updateAccepted = (ctx: Ctx, id: Id<'inv'>) =>
  ctx.db.updateTable('invitation').set({ accepted: ctx.now }).where('organisation', '=', own(ctx)).where('id', '=', id).execute()

export const updateWithdrawn = (ctx: Ctx, id: Id<'inv'>) =>
  ctx.db.updateTable('invitation').set({ withdrawn: ctx.now }).where('organisation', '=', own(ctx)).where('id', '=', id).execute()

/** Withdraws what still lies open for this address; answers which. */
export const updateOpenWithdrawn = (ctx: Ctx, email: string) =>
  ctx.db
    .updateTable('invitation')
    .set({ withdrawn: ctx.now })
    .where('organisation', '=', own(ctx))
    .where(sql`lower(email)`, '=', sql`lower(${email})`)
    .where('accepted', 'is', null)
    .where('withdrawn', 'is', null)
    .where('expires', '>', ctx.now)
    .returning('id')
    .execute()
