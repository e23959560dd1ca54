// The SQL of members and their roles.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Role } from './roles.ts'

type Org = Id<'org'>
// organisation-scoped by the door; row-level security stands behind it
const own = (ctx: Ctx) => ctx.scope as Org

const members = (ctx: Ctx) =>
  ctx.db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.id', 'person.name', 'person.email', 'membership.roles', 'membership.created'])
    .where('membership.organisation', '=', own(ctx))

export const listMemberRows = (ctx: Ctx) => members(ctx).orderBy('person.name').orderBy('person.id').execute()

export const findMember = (ctx: Ctx, person: Id<'per'>) => members(ctx).where('person.id', '=', person).executeTakeFirst()

export const findMemberByEmail = (ctx: Ctx, email: string) =>
  members(ctx).where(sql`lower(person.email)`, '=', sql`lower(${email})`).executeTakeFirst()

/** The organisation's owners, held until the transaction ends: two of them may not both step down. */
export async function lockOwners(ctx: Ctx): Promise<Id<'per'>[]> {
  const rows = await ctx.db
    .selectFrom('membership')
    .select('person')
    .where('organisation', '=', own(ctx))
    .where(sql<boolean>`'owner' = any(roles)`)
    .orderBy('person')
    .forUpdate()
    .execute()
  return rows.map(({ person }) => person)
}

/** Answers whether this person is new here. */
export async function insertMembership(ctx: Ctx, person: Id<'per'>, roles: Role[]): Promise<boolean> {
  const inserted = await ctx.db
    .insertInto('membership')
    .values({ organisation: own(ctx), person, roles, created: ctx.now })
    .onConflict((conflict) => conflict.columns(['organisation', 'person']).doNothing())
    .returning('person')
    .executeTakeFirst()
  return inserted !== undefined
}

export const updateRoles = (ctx: Ctx, person: Id<'per'>, roles: Role[]) =>
  ctx.db.updateTable('membership').set({ roles }).where('organisation', '=', own(ctx)).where('person', '=', person).execute()

export const deleteMembership = (ctx: Ctx, person: Id<'per'>) =>
  ctx.db.deleteFrom('membership').where('organisation', '=', own(ctx)).where('person', '=', person).execute()

/** For the installation: where this person belongs. */
export const listMembershipsOf = (ctx: Ctx, person: Id<'per'>) =>
  ctx.db.selectFrom('membership').select(['organisation', 'roles']).where('person', '=', person).execute()
