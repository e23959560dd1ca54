// Addresses: confirmed by a link that goes to the address and nowhere else, and changed in the same way.
import type { Inputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import { found, Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { emailHash } from '#ports/email-hash.ts'
import { deleteUnusedResets, findPerson } from './accounts-store.ts'
import {
  deleteUnusedConfirmations,
  findConfirmation,
  insertConfirmation,
  listPendingConfirmations,
  lockConfirmation,
  updateConfirmationUsed,
  updateEmail,
} from './emails-store.ts'
import { sendMail } from './jobs.ts'
import { mail } from './mails.ts'
import type { Person, peopleApi } from './people.api.ts'
import { lasts, mostPendingLinks, sameEmail, until } from './rules.ts'
import { seal } from './sealed.ts'
import { signedIn } from './sessions.ts'
import { hashOf, newToken } from './tokens.ts'

type In = Inputs<typeof peopleApi>

export async function askEmailConfirmation(ctx: Ctx): Promise<Record<string, never>> {
  const { id, name, email } = await whoActs(ctx)
  return sendConfirmation(ctx, { id, name }, email)
}

/** Whether somebody else has the address, only they learn who read what comes there. */
export async function changeEmail(ctx: Ctx, { email, password }: In['changeEmail']): Promise<Record<string, never>> {
  const person = await whoActs(ctx)
  if (!(await ctx.passwords.holds(password, person.password))) throw new Refusal('wrong_credentials')
  return sendConfirmation(ctx, person, email)
}

/** Only for whoever asked, signed in: an account that somebody opened with another's address is not confirmed by that other's click. */
export async function confirmEmail(ctx: Ctx, { token }: In['confirmEmail']): Promise<Person> {
  const door = ctx.within('installation')
  const before = await whoActs(ctx)
  const tokenHash = await hashOf(token)
  const { email } = (await findConfirmation(door, tokenHash, before.id)) ?? expired()
  const hash = await emailHash(ctx.keys, email)
  const moved = !sameEmail(before.email, email)
  const farewell = moved ? await seal(ctx, mail('emailChanged', before.email, { name: before.name, email })) : undefined
  return door.atomically(async (ctx) => {
    if (!(await lockConfirmation(ctx, tokenHash, before.id))) expired()
    if (!(await updateEmail(ctx, before.id, { email, emailHash: hash }))) throw new Refusal('email_taken')
    await updateConfirmationUsed(ctx, tokenHash)
    await deleteUnusedConfirmations(ctx, before.id)
    // links for a new password went to the address until now
    await deleteUnusedResets(ctx, before.id)
    await ctx.tell({ kind: moved ? 'person.email_changed' : 'person.email_confirmed', about: before.id })
    if (farewell) await ctx.queue(sendMail, farewell)
    return { id: before.id, name: before.name, email }
  })
}

function expired(): never {
  throw new Refusal('link_expired')
}

async function whoActs(ctx: Ctx) {
  const id = signedIn(ctx)
  return found(await findPerson(ctx.within('installation'), id), id)
}

async function sendConfirmation(ctx: Ctx, { id, name }: { id: Id<'per'>; name: string }, email: string) {
  const door = ctx.within('installation')
  if ((await listPendingConfirmations(door, id)).length >= mostPendingLinks)
    throw new Refusal('too_many_requests', undefined, { seconds: lasts.emailConfirmation / 1000 })
  const token = newToken('emailConfirmation')
  const letter = mail('emailConfirmation', email, { name, link: `${ctx.origin}/email/${token}` })
  const [tokenHash, sealed] = await Promise.all([hashOf(token), seal(ctx, letter)])
  return door.atomically(async (ctx) => {
    await insertConfirmation(ctx, { tokenHash, person: id, email, expires: until(ctx.now, lasts.emailConfirmation) })
    await ctx.queue(sendMail, sealed)
    return {}
  })
}
