// The SQL of invitations.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Role } from './roles.ts'
import type { InvitationState } from './rules.ts'

type Org = Id<'org'>
// organisation-scoped by the door; row-level security stands behind it
const own = (ctx: Ctx) => ctx.scope as Org

const invitations = (ctx: Ctx) => ctx.db.selectFrom('invitation').selectAll().where('organisation', '=', own(ctx))

export type InvitationSearch = Readonly<{ search?: string | undefined; state?: InvitationState | undefined }>

/** As `invitationState` in the rules tells them. */
const inState = (ctx: Ctx): Readonly<Record<InvitationState, RawBuilder<SqlBool>>> => ({
  accepted: sql`accepted is not null`,
  withdrawn: sql`accepted is null and withdrawn is not null`,
  expired: sql`accepted is null and withdrawn is null and expires <= ${ctx.now}`,
  pending: sql`accepted is null and withdrawn is null and expires > ${ctx.now}`,
})

function searched(ctx: Ctx, { search, state }: InvitationSearch) {
  let query = invitations(ctx)
  if (search) query = query.where('email', 'ilike', `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`)
  if (state) query = query.where(inState(ctx)[state])
  return query
}

export function listInvitationRows(
  ctx: Ctx,
  { most, after, ...asked }: InvitationSearch & { most: number; after?: string | undefined },
) {
  const rows = searched(ctx, asked).orderBy('id', 'desc').limit(most)
  return (after === undefined ? rows : rows.where('id', '<', after as Id<'inv'>)).execute()
}

export async function countInvitations(ctx: Ctx, asked: InvitationSearch): Promise<number> {
  const { count } = await searched(ctx, asked)
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

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
