// Invitations: a link, sent by mail, with which somebody joins the organisation.
import * as z from 'zod'
import * as organisations from '#domain/organisations/organisations.ts'
import type { Inputs, Outputs } from '#kernel/endpoint.ts'
import { type Id, newId } from '#kernel/id.ts'
import { page } from '#kernel/page.ts'
import { found, Refusal, refuseIf } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { openAccount } from './accounts.ts'
import { findPerson, findPersonByEmail } from './accounts-store.ts'
import {
  countInvitations,
  findInvitationByToken,
  insertInvitation,
  listInvitationRows,
  lockInvitation,
  updateAccepted,
  updateWithdrawn,
} from './invitations-store.ts'
import { sendMail } from './jobs.ts'
import { mail } from './mails.ts'
import { rolesHeld, withdrawOpen } from './members.ts'
import { findMember, findMemberByEmail, insertMembership } from './members-store.ts'
import { type Invitation, newPassword, type peopleApi, personName, type Session } from './people.api.ts'
import type { Role } from './roles.ts'
import { inOrder, invitationState, lasts, sameEmail, until, whyNotAccept, whyNotGrant, whyNotWithdraw } from './rules.ts'
import { seal } from './sealed.ts'
import { personIn, sessionOf, startSession } from './sessions.ts'
import { hashOf, newToken } from './tokens.ts'

type In = Inputs<typeof peopleApi>
type Out = Outputs<typeof peopleApi>

export async function invite(ctx: Ctx, { email, roles }: In['invite']): Promise<Out['invite']> {
  const token = newToken('invitation')
  const invitation = { id: newId('inv', ctx.now), email, roles: inOrder(roles), expires: until(ctx.now, lasts.invitation) }
  const link = `${ctx.origin}/invitations/${token}`
  const [tokenHash, letter] = await Promise.all([hashOf(token), letterFor(ctx, { ...invitation, link })])
  return ctx.atomically(async (ctx) => {
    refuseIf(whyNotGrant(await rolesHeld(ctx), invitation.roles))
    if (await findMemberByEmail(ctx, email)) throw new Refusal('already_member', email)
    // one link at a time: inviting again replaces the earlier one
    await withdrawOpen(ctx, email)
    await insertInvitation(ctx, { ...invitation, tokenHash })
    await ctx.tell({ kind: 'invitation.sent', about: invitation.id, detail: { roles: invitation.roles } })
    await ctx.queue(sendMail, letter)
    return { ...shown({ ...invitation, created: ctx.now, accepted: null, withdrawn: null }, ctx.now), link }
  })
}

export async function listInvitations(
  ctx: Ctx,
  { limit, after, ...asked }: In['listInvitations'],
): Promise<Out['listInvitations']> {
  const [rows, total] = await Promise.all([
    listInvitationRows(ctx, { ...asked, most: limit + 1, after }),
    countInvitations(ctx, asked),
  ])
  const { items, ...rest } = page(rows, limit, total)
  return { items: items.map((row) => shown(row, ctx.now)), ...rest }
}

export async function withdrawInvitation(ctx: Ctx, { id }: In['withdrawInvitation']): Promise<Record<string, never>> {
  return ctx.atomically(async (ctx) => {
    const invitation = found(await lockInvitation(ctx, id), id)
    refuseIf(whyNotWithdraw(invitation))
    if (invitation.withdrawn) return {}
    await updateWithdrawn(ctx, id)
    await ctx.tell({ kind: 'invitation.withdrawn', about: id })
    return {}
  })
}

export async function readInvitation(ctx: Ctx, { token }: In['readInvitation']): Promise<Out['readInvitation']> {
  const { organisation, email, roles, expires } = await openInvitation(ctx, token)
  const { name, slug } = await organisations.read(ctx.within(organisation))
  const account = await findPersonByEmail(ctx.within('installation'), email)
  return {
    organisation: { name, slug },
    email,
    roles: roles as Role[],
    expires: expires.toISOString(),
    hasAccount: account !== undefined,
  }
}

export async function acceptInvitation(ctx: Ctx, { token, name, password }: In['acceptInvitation']): Promise<Session> {
  const invitation = await openInvitation(ctx, token)
  const person = await whoAccepts(ctx, invitation.email, { name, password })
  await join(ctx.within(invitation.organisation, { ...ctx.actor, id: person }), invitation.id, person)
  return personIn(ctx.actor) ? sessionOf(ctx, person) : startSession(ctx, person)
}

async function letterFor(ctx: Ctx, invitation: { email: string; roles: Role[]; expires: Date; link: string }) {
  const inviter = personIn(ctx.actor)
  const [{ name }, member] = await Promise.all([organisations.read(ctx), inviter && findMember(ctx, inviter)])
  return seal(ctx, mail('invitation', invitation.email, { ...invitation, organisation: name, inviter: member?.name }))
}

async function openInvitation(ctx: Ctx, token: string) {
  const invitation = await findInvitationByToken(ctx.within('installation'), await hashOf(token))
  refuseIf(whyNotAccept(invitation, ctx.now))
  return found(invitation)
}

/** Signed in already; or with the password of the account that is there; or by opening one. Misfits where something is missing for that. */
async function whoAccepts(
  ctx: Ctx,
  email: string,
  sent: { name: string | undefined; password: string | undefined },
): Promise<Id<'per'>> {
  const door = ctx.within('installation')
  const here = personIn(ctx.actor)
  if (here) {
    if (!sameEmail(found(await findPerson(door, here), here).email, email)) throw new Refusal('invitation_for_another')
    return here
  }
  const account = await findPersonByEmail(door, email)
  if (!account) return openAccount(ctx, { email, ...forNewAccount.parse(sent) })
  const { password } = forOldAccount.parse(sent)
  if (!(await ctx.passwords.holds(password, account.password))) throw new Refusal('wrong_credentials')
  return account.id
}

const forOldAccount = z.object({ password: newPassword })
const forNewAccount = forOldAccount.extend({ name: personName })

/** In the organisation's own scope. The account was opened before: if we die in between, the link and the password still let them in. */
async function join(ctx: Ctx, id: Id<'inv'>, person: Id<'per'>): Promise<void> {
  await ctx.atomically(async (ctx) => {
    const invitation = await lockInvitation(ctx, id)
    refuseIf(whyNotAccept(invitation, ctx.now))
    const { email, roles } = found(invitation, id)
    await updateAccepted(ctx, id)
    if (await insertMembership(ctx, person, roles as Role[]))
      await ctx.tell({ kind: 'member.joined', about: person, detail: { invitation: id, roles } })
    await withdrawOpen(ctx, email)
  })
}

type Shown = Omit<Invitation, 'roles' | 'state' | 'created' | 'expires'> &
  Readonly<{ roles: string[]; created: Date; expires: Date; accepted: Date | null; withdrawn: Date | null }>

const shown = (row: Shown, now: Date): Invitation => ({
  id: row.id,
  email: row.email,
  // written by us, from the same list
  roles: row.roles as Role[],
  state: invitationState(row, now),
  created: row.created.toISOString(),
  expires: row.expires.toISOString(),
})
