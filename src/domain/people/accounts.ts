// Accounts: opening one, and the password that goes with it.
import type { Inputs } from '#kernel/endpoint.ts'
import { type Id, newId } from '#kernel/id.ts'
import { found, Refusal, refuseIf } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { emailHash } from '#ports/email-hash.ts'
import {
  deleteUnusedResets,
  findPerson,
  findReset,
  insertPerson,
  lockSignUp,
  updateName,
  updatePassword,
  updateResetUsed,
  updateSessionsEnded,
} from './accounts-store.ts'
import { deleteUnusedConfirmations, updateEmailConfirmed } from './emails-store.ts'
import { sendResetLink } from './jobs.ts'
import type { Person, peopleApi, Session } from './people.api.ts'
import { whyNotSignUp } from './rules.ts'
import { seal } from './sealed.ts'
import { signedIn, signUpHere, startSession } from './sessions.ts'
import { hashOf } from './tokens.ts'

type In = Inputs<typeof peopleApi>

export async function signUp(ctx: Ctx, account: In['signUp']): Promise<Session> {
  const refuseWhenClosed = async (ctx: Ctx) => refuseIf(whyNotSignUp(await signUpHere(ctx)))
  await refuseWhenClosed(ctx.within('installation'))
  const person = await openAccount(ctx, account, async (ctx) => {
    await lockSignUp(ctx)
    await refuseWhenClosed(ctx)
  })
  return startSession(ctx, person)
}

export async function changeName(ctx: Ctx, { name }: In['changeName']): Promise<Person> {
  const id = signedIn(ctx)
  return ctx.within('installation').atomically(async (ctx) => {
    const before = found(await findPerson(ctx, id), id)
    if (before.name !== name) {
      await updateName(ctx, id, name)
      await ctx.tell({ kind: 'person.renamed', about: id })
    }
    return { id, name, email: before.email }
  })
}

export async function changePassword(ctx: Ctx, { current, password }: In['changePassword']): Promise<Record<string, never>> {
  const door = ctx.within('installation')
  const person = signedIn(ctx)
  const holds = await ctx.passwords.holds(current, (await findPerson(door, person))?.password)
  if (!holds) throw new Refusal('wrong_credentials')
  const hashed = await ctx.passwords.hash(password)
  const kept = ctx.session.token === undefined ? undefined : await hashOf(ctx.session.token)
  await door.atomically((ctx) => replacePassword(ctx, person, hashed, kept))
  return {}
}

/** Known or not, the same is done here; the job finds out whether there is anybody to write to. */
export async function askPasswordReset(ctx: Ctx, { email }: In['askPasswordReset']): Promise<Record<string, never>> {
  const asked = await seal(ctx, { email })
  await ctx.within('installation').atomically((ctx) => ctx.queue(sendResetLink, asked))
  return {}
}

export async function resetPassword(ctx: Ctx, { token, password }: In['resetPassword']): Promise<Session> {
  const door = ctx.within('installation')
  const [tokenHash, hashed] = await Promise.all([hashOf(token), ctx.passwords.hash(password)])
  const asked = await findReset(door, tokenHash)
  if (!asked) throw new Refusal('link_expired')
  const { person, email } = asked
  const confirmed = { email, emailHash: await emailHash(ctx.keys, email) }
  await door.atomically(async (ctx) => {
    if (!(await updateResetUsed(ctx, tokenHash))) throw new Refusal('link_expired')
    await replacePassword(ctx, person, hashed)
    // asked for by somebody who is out now
    await deleteUnusedConfirmations(ctx, person)
    // the link stood in a mail to this address and nowhere else
    await updateEmailConfirmed(ctx, person, confirmed)
  })
  return startSession(ctx, person)
}

/** `check` runs in the same transaction, first. Refuses `email_taken`. */
export async function openAccount(
  ctx: Ctx,
  { name, email, password }: In['signUp'],
  check: (ctx: Ctx) => Promise<void> = async () => {},
): Promise<Id<'per'>> {
  const person = { id: newId('per', ctx.now), name, email, password: await ctx.passwords.hash(password) }
  await ctx.within('installation', { ...ctx.actor, id: person.id }).atomically(async (ctx) => {
    await check(ctx)
    if (!(await insertPerson(ctx, person))) throw new Refusal('email_taken', email)
    await ctx.tell({ kind: 'person.signed_up', about: person.id })
  })
  return person.id
}

/** Whoever knew the old password, or had stolen a session or a link, is out. */
async function replacePassword(ctx: Ctx, person: Id<'per'>, hashed: string, kept?: Uint8Array<ArrayBuffer>): Promise<void> {
  await updatePassword(ctx, person, hashed)
  await updateSessionsEnded(ctx, person, kept)
  await deleteUnusedResets(ctx, person)
}
