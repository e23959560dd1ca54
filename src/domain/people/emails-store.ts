// The SQL of confirmed addresses and of the links that confirm them. All of it in the installation's scope.
import { sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

type Hash = Uint8Array<ArrayBuffer>
type Confirmed = Readonly<{ email: string; emailHash: string }>

const good = (ctx: Ctx, tokenHash: Hash, person: Id<'per'>) =>
  ctx.db
    .selectFrom('email_confirmation')
    .select('email')
    .where('token_hash', '=', tokenHash)
    .where('person', '=', person)
    .where('used', 'is', null)
    .where('expires', '>', ctx.now)

/** Which address this link confirms, if it is still good and this person's own. */
export const findConfirmation = (ctx: Ctx, tokenHash: Hash, person: Id<'per'>) => good(ctx, tokenHash, person).executeTakeFirst()

/** The same, held until the transaction ends: a link is not used twice. */
export const lockConfirmation = (ctx: Ctx, tokenHash: Hash, person: Id<'per'>) =>
  good(ctx, tokenHash, person).forUpdate().executeTakeFirst()

export const listPendingConfirmations = (ctx: Ctx, person: Id<'per'>) =>
  ctx.db
    .selectFrom('email_confirmation')
    .select('token_hash')
    .where('person', '=', person)
    .where('used', 'is', null)
    .where('expires', '>', ctx.now)
    .execute()

export const insertConfirmation = (
  ctx: Ctx,
  { tokenHash, person, email, expires }: Readonly<{ tokenHash: Hash; person: Id<'per'>; email: string; expires: Date }>,
) => ctx.db.insertInto('email_confirmation').values({ token_hash: tokenHash, person, email, created: ctx.now, expires }).execute()

export const updateConfirmationUsed = (ctx: Ctx, tokenHash: Hash) =>
  ctx.db.updateTable('email_confirmation').set({ used: ctx.now }).where('token_hash', '=', tokenHash).execute()

export const deleteUnusedConfirmations = (ctx: Ctx, person: Id<'per'>) =>
  ctx.db.deleteFrom('email_confirmation').where('person', '=', person).where('used', 'is', null).execute()

/** From now on the person's address, and confirmed; false where it is somebody else's. */
export async function updateEmail(ctx: Ctx, person: Id<'per'>, { email, emailHash }: Confirmed): Promise<boolean> {
  // two people who confirm one address at once follow each other, so that the second sees the first
  await sql`select pg_advisory_xact_lock(hashtextextended(${`address ${email.toLowerCase()}`}, 0))`.execute(ctx.db)
  const { numUpdatedRows } = await ctx.db
    .updateTable('person')
    .set({ email, email_hash: emailHash, email_confirmed: ctx.now })
    .where('id', '=', person)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('person as other')
            .select('other.id')
            .where(sql`lower(other.email)`, '=', sql`lower(${email})`)
            .where('other.id', '<>', person),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The address that the person has, as long as it is still this one. Confirmed before stays confirmed since then. */
export const updateEmailConfirmed = (ctx: Ctx, person: Id<'per'>, { email, emailHash }: Confirmed) =>
  ctx.db
    .updateTable('person')
    .set({ email_hash: emailHash, email_confirmed: ctx.now })
    .where('id', '=', person)
    .where('email', '=', email)
    .where('email_confirmed', 'is', null)
    .execute()
