// The world, built once: what every request and every job may ask, on one database.
import { sql } from 'kysely'
import type { Queue } from '#adapters/jobs.ts'
import { bulkTransaction, type Pools, scopedDb, scopedTransaction } from '#adapters/postgres.ts'
import type { Db } from '#db/db.ts'
import { newId } from '#kernel/id.ts'
import type { Actor, Ctx, Scope, SessionCookie } from '#ports/ctx.ts'

/** Everything of a `Ctx` that is the same for every request. */
export type Fixtures = Pick<Ctx, 'origin' | 'keys' | 'passwords' | 'mail' | 'blobs' | 'outside' | 'images' | 'signing' | 'house'>

export type World = Readonly<{
  ctx: (who: { scope: Scope; actor: Actor; session?: SessionCookie }) => Ctx
  clock: () => Date
}>

/** The installation itself, acting on its own: a ctx of this moment. */
export const asInstallation = (world: World): Ctx =>
  world.ctx({ scope: 'installation', actor: { id: 'system', may: () => true } })

const noSession: SessionCookie = { token: undefined, start: () => {}, end: () => {} }

export function buildWorld({
  pools,
  queue,
  fixtures,
  clock,
}: {
  pools: Pools
  queue: Pick<Queue, 'send'>
  fixtures: Fixtures
  clock: () => Date
}): World {
  return {
    clock,
    ctx: ({ scope, actor, session = noSession }) => outside({ scope, actor, session, now: clock() }),
  }

  type Who = { scope: Scope; actor: Actor; session: SessionCookie; now: Date }

  /** Between transactions: each statement is one of its own. */
  function outside(who: Who): Ctx {
    return {
      ...common(who, scopedDb(pools.app, who.scope)),
      atomically: (work) => scopedTransaction(pools, who.scope, (db) => work(inside(who, db))),
      inBulk: (work) => bulkTransaction(pools, who.scope, (db, copy) => work(inside(who, db), copy)),
      within: (scope, actor = who.actor) => outside({ ...who, scope, actor }),
      later: () => outside({ ...who, now: clock() }),
    }
  }

  /** Inside a transaction; another one inside it is the same one. */
  function inside(who: Who, db: Db): Ctx {
    const ctx: Ctx = {
      ...common(who, db),
      atomically: (work) => work(ctx),
      inBulk: () => {
        throw new Error('a copy needs a transaction of its own: call inBulk outside of atomically')
      },
      within: (scope, actor = who.actor) => outside({ ...who, scope, actor }),
      later: () => outside({ ...who, now: clock() }),
    }
    return ctx
  }

  function common({ scope, actor, session, now }: Who, db: Db) {
    return {
      ...fixtures,
      scope,
      actor,
      session,
      now,
      clock,
      db,
      tell: async ({ kind, about, detail = {} }: Parameters<Ctx['tell']>[0]) => {
        const organisation = scope.startsWith('org_') ? scope : null
        await sql`insert into event (id, organisation, kind, about, detail, actor, at)
          values (${newId('evt', clock())}, ${organisation}, ${kind}, ${about}, ${JSON.stringify(detail)}, ${actor.id}, ${now})`.execute(
          db,
        )
      },
      queue: <T>(job: { name: string }, input: T) => queue.send(db, job.name, { scope, actor: actor.id, input }),
    }
  }
}
