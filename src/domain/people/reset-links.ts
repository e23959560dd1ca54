// Links for a new password, made and sent where nobody waits for the answer.
import type { Ctx } from '#ports/ctx.ts'
import { deleteExpiredResets, findPersonByEmail, insertPasswordReset, listPendingResets } from './accounts-store.ts'
import { mail } from './mails.ts'
import { lasts, mostPendingLinks, until } from './rules.ts'
import { hashOf, newToken } from './tokens.ts'

/** Sends a link to the account with this address, if there is one. Run again, it sends another link; the first keeps working. */
export async function mailResetLink(ctx: Ctx, email: string): Promise<void> {
  const door = ctx.within('installation')
  const person = await findPersonByEmail(door, email)
  if (!person || (await listPendingResets(door, person.id)).length >= mostPendingLinks) return
  const token = newToken('passwordReset')
  const tokenHash = await hashOf(token)
  await door.atomically(async (ctx) => {
    await deleteExpiredResets(ctx, person.id)
    await insertPasswordReset(ctx, { tokenHash, person: person.id, expires: until(ctx.now, lasts.passwordReset) })
  })
  await ctx.mail.send(mail('passwordReset', person.email, { name: person.name, link: `${ctx.origin}/password/${token}` }))
}
