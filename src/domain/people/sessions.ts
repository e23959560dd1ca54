// Sessions: who is signed in, how they came in, and how they leave.

import type { OrganisationInShort } from '#domain/organisations/organisations.ts'
import * as organisations from '#domain/organisations/organisations.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Actor, Ctx } from '#ports/ctx.ts'
import {
  deleteExpiredSessions,
  findAnybody,
  findPerson,
  findPersonByEmail,
  insertSession,
  listMembershipsOfSession,
  updateSessionEnded,
} from './accounts-store.ts'
import { listMembershipsOf } from './members-store.ts'
import type { peopleApi, Session } from './people.api.ts'
import { actsOf, type Role } from './roles.ts'
import { lasts, type SignUp, signUpNow, until } from './rules.ts'
import { hashOf, newToken } from './tokens.ts'

type In = Inputs<typeof peopleApi>

export type MembershipInShort = Readonly<{ organisation: OrganisationInShort; roles: Role[] }>

export async function session(ctx: Ctx): Promise<Session> {
  const mine = await sessionOf(ctx, personIn(ctx.actor))
  if (ctx.actor.id !== 'operator') return mine
  const all = await organisations.listAll(ctx)
  return { ...mine, organisations: all.map((organisation) => ({ ...organisation, roles: [], acts: [...ctx.house.acts] })) }
}

export async function signIn(ctx: Ctx, { email, password }: In['signIn']): Promise<Session> {
  const account = await findPersonByEmail(ctx.within('installation'), email)
  const holds = await ctx.passwords.holds(password, account?.password)
  if (!account || !holds) throw new Refusal('wrong_credentials')
  return startSession(ctx, account.id)
}

export async function signOut(ctx: Ctx): Promise<Record<string, never>> {
  const { token } = ctx.session
  if (token !== undefined) await updateSessionEnded(ctx.within('installation'), await hashOf(token))
  ctx.session.end()
  return {}
}

/** For the door: whom a session's token stands for, and where they belong; nobody when it has ended. */
export async function resolveSession(
  ctx: Ctx,
  token: string,
): Promise<Readonly<{ person: Id<'per'>; memberships: MembershipInShort[] }> | undefined> {
  const rows = await listMembershipsOfSession(ctx.within('installation'), await hashOf(token))
  const person = rows[0]?.person
  return person && { person, memberships: await withOrganisations(ctx, rows) }
}

/** A new token for every sign-in, and the end of the one that came along: nobody can hand somebody a session to be signed in with. */
export async function startSession(ctx: Ctx, person: Id<'per'>): Promise<Session> {
  const token = newToken('session')
  const expires = until(ctx.now, lasts.session)
  const tokenHash = await hashOf(token)
  const before = ctx.session.token === undefined ? undefined : await hashOf(ctx.session.token)
  await ctx.within('installation').atomically(async (ctx) => {
    if (before) await updateSessionEnded(ctx, before)
    await deleteExpiredSessions(ctx, person)
    await insertSession(ctx, { tokenHash, person, expires })
  })
  ctx.session.start(token, expires)
  return sessionOf(ctx, person)
}

export async function sessionOf(ctx: Ctx, id: Id<'per'> | undefined): Promise<Session> {
  const door = ctx.within('installation')
  const person = id && (await findPerson(door, id))
  const memberships = person ? await withOrganisations(ctx, await listMembershipsOf(door, person.id)) : []
  return {
    ...(person ? { person: accountOf(person) } : {}),
    organisations: memberships.map(({ organisation, roles }) => ({
      ...organisation,
      roles,
      acts: actsOf(roles, ctx.house.acts),
    })),
    demonstration: ctx.house.demonstration,
    signUp: await signUpHere(door),
  }
}

const accountOf = ({ id, name, email, email_confirmed }: NonNullable<Awaited<ReturnType<typeof findPerson>>>) => ({
  id,
  name,
  email,
  ...(email_confirmed ? { emailConfirmed: email_confirmed.toISOString() } : {}),
})

/** Whether an account can be opened here now. In the installation's scope. */
export async function signUpHere(ctx: Ctx): Promise<SignUp> {
  const { signUp } = ctx.house
  return signUp === 'first' ? signUpNow(signUp, (await findAnybody(ctx)) !== undefined) : signUp
}

/** The person who acts, if it is one. */
export const personIn = ({ id }: Actor): Id<'per'> | undefined =>
  // all other actors are plain words
  id.startsWith('per_') ? (id as Id<'per'>) : undefined

/** The person who acts; refuses `not_signed_in` when it is not one. */
export function signedIn(ctx: Ctx): Id<'per'> {
  const person = personIn(ctx.actor)
  if (!person) throw new Refusal('not_signed_in')
  return person
}

type MembershipRow = Readonly<{ organisation: Id<'org'> | null; roles: string[] | null }>

/** In the order of the organisations' names. */
export async function withOrganisations(ctx: Ctx, rows: readonly MembershipRow[]): Promise<MembershipInShort[]> {
  const rolesIn = new Map(
    rows.flatMap(({ organisation, roles }) => (organisation && roles ? [[organisation, roles as Role[]]] : [])),
  )
  const known = await organisations.listThese(ctx, [...rolesIn.keys()])
  return known.map((organisation) => ({ organisation, roles: rolesIn.get(organisation.id) ?? [] }))
}
