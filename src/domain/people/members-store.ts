// The SQL of members and their roles.
import { type SqlBool, sql } from 'kysely'
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

export type MemberSearch = Readonly<{ search?: string | undefined; role?: Role | undefined }>

function searched(ctx: Ctx, { search, role }: MemberSearch) {
  let query = members(ctx)
  if (search) query = query.where(sql<SqlBool>`(person.name || ' ' || person.email) ilike ${containing(search)}`)
  if (role) query = query.where(sql<SqlBool>`${role} = any(membership.roles)`)
  return query
}

const containing = (search: string) => `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`

/** By name, whatever its case; `after` is the last person of the page before. */
export function listMemberRows(ctx: Ctx, { most, after, ...asked }: MemberSearch & { most: number; after?: string | undefined }) {
  const rows = searched(ctx, asked).orderBy(sql`lower(person.name)`).orderBy('person.id').limit(most)
  if (after === undefined) return rows.execute()
  const last = sql`(select lower(p.name), p.id from person p where p.id = ${after})`
  return rows.where(sql<SqlBool>`(lower(person.name), person.id) > ${last}`).execute()
}

export async function countMembers(ctx: Ctx, asked: MemberSearch): Promise<number> {
  const { count } = await searched(ctx, asked)
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

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
