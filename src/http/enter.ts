// Entering: who is asking, from where, and for which organisation. Nothing of the request is believed before this.

import * as z from 'zod'
import { slug } from '#domain/organisations/organisations.api.ts'
import type { Role } from '#domain/people/roles.ts'
import { rolesAllow } from '#domain/people/roles.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { type Id, idSchema } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Actor, Ctx, Scope, SessionCookie } from '#ports/ctx.ts'
import type { Entered } from './mount.ts'

export type KnownPerson = Readonly<{
  person: Id<'per'>
  memberships: readonly { organisation: { id: Id<'org'>; slug: string }; roles: readonly Role[] }[]
}>

/** What entering needs of the world. */
export type Gate = Readonly<{
  origins: readonly string[]
  secure: boolean
  /** Lets whoever may read the data folder act as the installation's operator. */
  isOperator: (token: string) => boolean
  personOf: (token: string) => Promise<KnownPerson | undefined>
  organisationOf: (idOrSlug: string) => Promise<Id<'org'> | undefined>
  demonstration: boolean
  ctx: (who: { scope: Scope; actor: Actor; session: SessionCookie }) => Ctx
}>

const cookieName = 'testamur_session'
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

export async function enter(gate: Gate, request: Request, endpoint: Endpoint): Promise<Entered> {
  if (endpoint.may === 'demonstration' && !gate.demonstration) throw new Refusal('not_found')
  const headers = new Headers({ 'cache-control': 'no-store' })
  const token = cookieOf(request)
  refuseForged(gate, request, token !== undefined)
  const session = sessionCookie(gate, headers, token)
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const ctx =
    bearer === undefined
      ? await asPerson(gate, request, endpoint, session)
      : await asOperator(gate, request, endpoint, session, bearer)
  return { ctx, headers: () => headers }
}

/** A browser tells where a request comes from; one that changes something must come from us. */
function refuseForged(gate: Gate, request: Request, hasCookie: boolean): void {
  if (!unsafe.has(request.method)) return
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  const ours = origin === null ? site === null || site === 'same-origin' || site === 'none' : gate.origins.includes(origin)
  if (!ours) throw new Refusal('forged_origin', origin ?? site ?? undefined)
  if (hasCookie && origin === null && site === null) throw new Refusal('forged_origin', 'the Origin header is missing')
}

function sessionCookie({ secure }: Gate, headers: Headers, token: string | undefined): SessionCookie {
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    token,
    start: (value, expires) =>
      headers.append('set-cookie', `${cookieName}=${value}; Expires=${expires.toUTCString()}; ${attributes}`),
    end: () => headers.append('set-cookie', `${cookieName}=; Max-Age=0; ${attributes}`),
  }
}

const cookieOf = (request: Request): string | undefined =>
  (request.headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name, value]) => name === cookieName && value)?.[1]

async function asPerson(gate: Gate, request: Request, endpoint: Endpoint, session: SessionCookie): Promise<Ctx> {
  const known = session.token ? await gate.personOf(session.token) : undefined
  const stranger: Actor = { id: 'stranger', may: () => false }
  const person: Actor = known ? { id: known.person, may: () => false } : stranger
  if (endpoint.may === 'anyone' || endpoint.may === 'demonstration') return gate.ctx({ scope: 'public', actor: person, session })
  if (!known) throw new Refusal('not_signed_in')
  if (endpoint.may === 'signed_in') return gate.ctx({ scope: known.person, actor: person, session })
  const { organisation, roles } = membershipMeant(known, organisationAsked(request))
  const actor: Actor = { id: known.person, may: (act) => rolesAllow(roles, act) }
  if (!actor.may(endpoint.may)) throw new Refusal('not_allowed', endpoint.may)
  return gate.ctx({ scope: organisation.id, actor, session })
}

function membershipMeant({ memberships }: KnownPerson, asked: string | undefined) {
  const [only, another] = memberships
  if (asked === undefined && only && !another) return only
  if (asked === undefined) throw new Refusal('not_allowed', 'say which organisation you mean: the header Testamur-Organisation')
  const meant = memberships.find(({ organisation }) => organisation.id === asked || organisation.slug === asked)
  // the same answer whether it does not exist or is somebody else's
  if (!meant) throw new Refusal('not_found', `organisation ${asked}`)
  return meant
}

async function asOperator(gate: Gate, request: Request, endpoint: Endpoint, session: SessionCookie, token: string): Promise<Ctx> {
  if (!gate.isOperator(token)) throw new Refusal('not_signed_in', 'this token is not known')
  const actor: Actor = { id: 'operator', may: () => true }
  if (endpoint.may === 'anyone' || endpoint.may === 'demonstration') return gate.ctx({ scope: 'public', actor, session })
  if (endpoint.may === 'signed_in') return gate.ctx({ scope: 'installation', actor, session })
  const asked = organisationAsked(request)
  const scope = asked === undefined ? undefined : await gate.organisationOf(asked)
  if (!scope) throw new Refusal('not_found', asked === undefined ? 'say which organisation you mean' : `organisation ${asked}`)
  return gate.ctx({ scope, actor, session })
}

/** Refuses what can name no organisation, before anything is looked up with it. */
function organisationAsked(request: Request): string | undefined {
  const asked = request.headers.get('testamur-organisation') ?? new URL(request.url).searchParams.get('organisation') ?? undefined
  if (asked !== undefined && !name.safeParse(asked).success) throw new Refusal('not_found', 'organisation')
  return asked
}

const name = z.union([idSchema('org'), slug])
