// The door with all rooms behind it: who is let in, how often, and what is answered where nobody lives.
import { timingSafeEqual } from 'node:crypto'
import type { Hono } from 'hono'
import { createLimits } from '#adapters/rate-limits.ts'
import { idOf } from '#domain/organisations/organisations.ts'
import { resolveSession } from '#domain/people/people.ts'
import { enter, type Gate } from '#http/enter.ts'
import { securityHeaders } from '#http/headers.ts'
import { usualPatience } from '#http/in-time.ts'
import { mountLog } from '#http/log-endpoints.ts'
import { type Door, type Knock, whyNobodyAnswers } from '#http/mount.ts'
import { openApi } from '#http/openapi.ts'
import { refusalResponse } from '#http/problem.ts'
import { mountStandards } from '#http/standards-endpoints.ts'
import { Refusal } from '#kernel/refusal.ts'
import { apis } from '#sdk/sdk.ts'
import { mountRooms, refusals } from './rooms.ts'
import type { Setting } from './setting.ts'
import { asInstallation, type World } from './world.ts'

/** `own`: the origins under which we are reached. */
export function openDoor(app: Hono<Knock>, world: World, setting: Setting, own: readonly string[]): void {
  const secure = setting.origin.startsWith('https:')
  const door = doorOf(gateOf(world, setting, { own, secure }), setting)
  const publicly = () => world.ctx({ scope: 'public', actor: { id: 'stranger', may: () => false } })
  app.use(async (c, next) => {
    c.set('address', (c.env as { address?: string }).address ?? 'unknown')
    await next()
  })
  app.use(securityHeaders(secure))
  mountRooms(app, door)
  mountStandards(app, door, publicly)
  mountLog(app, door, publicly)
  app.get('/v1/openapi.json', (c) => c.json(openApi(apis, refusals, setting.origin)))
  app.get('/health', (c) => c.json({ status: 'ok' }))
  app.all('/v1/*', (c) => refusalResponse(whyNobodyAnswers(c.req, Object.values(apis)), refusals, () => {}))
  app.onError((error) => refusalResponse(error, refusals, (cause) => setting.onFault(cause, 'door')))
}

function gateOf(world: World, setting: Setting, { own, secure }: { own: readonly string[]; secure: boolean }): Gate {
  const { demonstration, operatorToken } = setting
  return {
    origins: own,
    secure,
    demonstration,
    isOperator: (token) => operatorToken !== undefined && sameText(token, operatorToken),
    personOf: (token) => resolveSession(asInstallation(world), token),
    organisationOf: (idOrSlug) => idOf(asInstallation(world), idOrSlug),
    ctx: (who) => world.ctx(who),
  }
}

function doorOf(gate: Gate, setting: Setting): Door {
  const limits = createLimits()
  return {
    enter: (request, endpoint) => enter(gate, request, endpoint),
    refusals,
    noteFault: setting.onFault,
    patience: setting.patience ?? usualPatience,
    async limit(name, address, perMinute, account) {
      if (setting.limited === false || address === 'in-process') return
      const { allowed, retryAfter } = await limits.take(account ? `${name} account` : name, account ?? address, perMinute)
      if (!allowed) throw new Refusal('too_many_requests', undefined, { seconds: retryAfter })
    },
  }
}

const sameText = (a: string, b: string) => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
