// The SQL of people, their sessions and their links for a new password. All of it in the installation's scope.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

type Hash = Uint8Array<ArrayBuffer>
type Dated = Readonly<{ tokenHash: Hash; person: Id<'per'>; expires: Date }>

export const findPerson = (ctx: Ctx, id: Id<'per'>) =>
  ctx.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()

export const findPersonByEmail = (ctx: Ctx, email: string) =>
  ctx.db.selectFrom('person').selectAll().where(sql`lower(email)`, '=', sql`lower(${email})`).executeTakeFirst()

export const findAnybody = (ctx: Ctx) => ctx.db.selectFrom('person').select('id').limit(1).executeTakeFirst()

export const listDemonstrationPeople = (ctx: Ctx) =>
  ctx.db
    .selectFrom('person')
    .leftJoin('membership', 'membership.person', 'person.id')
    .select(['person.id', 'person.name', 'person.email', 'membership.organisation', 'membership.roles'])
    .where('demonstration', '=', true)
    .orderBy('person.id')
    .execute()

/** One sign-up at a time, until the transaction ends: two may not both be the first. */
export const lockSignUp = (ctx: Ctx) => sql`select pg_advisory_xact_lock(hashtext('people.sign_up'))`.execute(ctx.db)

export type NewPerson = Readonly<{
  id: Id<'per'>
  name: string
  email: string
  password: string | null
  demonstration?: boolean
}>

/** Answers whether the address was new. */
export async function insertPerson(ctx: Ctx, person: NewPerson): Promise<boolean> {
  const inserted = await ctx.db
    .insertInto('person')
    .values({ ...person, created: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const updateName = (ctx: Ctx, person: Id<'per'>, name: string) =>
  ctx.db.updateTable('person').set({ name }).where('id', '=', person).execute()

export const updatePassword = (ctx: Ctx, person: Id<'per'>, password: string) =>
  ctx.db.updateTable('person').set({ password }).where('id', '=', person).execute()

/** Who holds this token now, with a row for each organisation that they belong to. */
export const listMembershipsOfSession = (ctx: Ctx, tokenHash: Hash) =>
  ctx.db
    .selectFrom('session')
    .leftJoin('membership', 'membership.person', 'session.person')
    .select(['session.person', 'membership.organisation', 'membership.roles'])
    .where('token_hash', '=', tokenHash)
    .where('ended', 'is', null)
    .where('expires', '>', ctx.now)
    .execute()

export const insertSession = (ctx: Ctx, { tokenHash, person, expires }: Dated) =>
  ctx.db.insertInto('session').values({ token_hash: tokenHash, person, created: ctx.now, expires }).execute()

export const updateSessionEnded = (ctx: Ctx, tokenHash: Hash) =>
  ctx.db.updateTable('session').set({ ended: ctx.now }).where('token_hash', '=', tokenHash).where('ended', 'is', null).execute()

/** Ends all sessions of this person but one. */
export async function updateSessionsEnded(ctx: Ctx, person: Id<'per'>, but?: Hash): Promise<void> {
  const theirs = ctx.db.updateTable('session').set({ ended: ctx.now }).where('person', '=', person).where('ended', 'is', null)
  await (but ? theirs.where('token_hash', '<>', but) : theirs).execute()
}

export const deleteExpiredSessions = (ctx: Ctx, person: Id<'per'>) =>
  ctx.db.deleteFrom('session').where('person', '=', person).where('expires', '<=', ctx.now).execute()

export const listPendingResets = (ctx: Ctx, person: Id<'per'>) =>
  ctx.db
    .selectFrom('password_reset')
    .select('token_hash')
    .where('person', '=', person)
    .where('used', 'is', null)
    .where('expires', '>', ctx.now)
    .execute()

export const insertPasswordReset = (ctx: Ctx, { tokenHash, person, expires }: Dated) =>
  ctx.db.insertInto('password_reset').values({ token_hash: tokenHash, person, created: ctx.now, expires }).execute()

/** Whose link this is and the address it went to, if it is still good. */
export const findReset = (ctx: Ctx, tokenHash: Hash) =>
  ctx.db
    .selectFrom('password_reset')
    .innerJoin('person', 'person.id', 'password_reset.person')
    .select(['person.id as person', 'person.email'])
    .where('token_hash', '=', tokenHash)
    .where('used', 'is', null)
    .where('expires', '>', ctx.now)
    .executeTakeFirst()

/** Uses the link up; answers whose it was, if it was still good. */
export const updateResetUsed = (ctx: Ctx, tokenHash: Hash) =>
  ctx.db
    .updateTable('password_reset')
    .set({ used: ctx.now })
    .where('token_hash', '=', tokenHash)
    .where('used', 'is', null)
    .where('expires', '>', ctx.now)
    .returning('person')
    .executeTakeFirst()

export const deleteUnusedResets = (ctx: Ctx, person: Id<'per'>) =>
  ctx.db.deleteFrom('password_reset').where('person', '=', person).where('used', 'is', null).execute()

export const deleteExpiredResets = (ctx: Ctx, person: Id<'per'>) =>
  ctx.db.deleteFrom('password_reset').where('person', '=', person).where('expires', '<=', ctx.now).execute()
