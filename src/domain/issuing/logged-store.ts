// The SQL of what issuing told the transparency log, in stretches of ids.
import { sql } from 'kysely'
import type { Stretch } from '#domain/trust/trust.ts'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // the door lets nobody in here without one

/** Ids are compared as the text that they are. */
const isIn = (id: string, { after, upTo }: Stretch) =>
  upTo === undefined
    ? sql<boolean>`${sql.ref(id)} > ${after}`
    : sql<boolean>`${sql.ref(id)} > ${after} and ${sql.ref(id)} <= ${upTo}`

export const listIssuedIn = (ctx: Ctx, stretch: Stretch) =>
  ctx.db
    .selectFrom('credential')
    .leftJoin('credential_body', 'credential_body.credential', 'credential.id')
    .select(['credential.id', 'credential.learner', 'credential.digest', 'credential_body.body'])
    .where('credential.organisation', '=', own(ctx))
    .where(isIn('credential.id', stretch))
    .orderBy('credential.id')
    .limit(stretch.limit)
    .execute()

export const listRevokedIn = (ctx: Ctx, stretch: Stretch) =>
  ctx.db
    .selectFrom('revocation')
    .select(['credential', 'revoked'])
    .where('organisation', '=', own(ctx))
    .where(isIn('credential', stretch))
    .orderBy('credential')
    .limit(stretch.limit)
    .execute()

/** Of those that were lifted, or of all. */
export const listSuspendedIn = (ctx: Ctx, stretch: Stretch, what: 'suspended' | 'lifted') =>
  ctx.db
    .selectFrom('suspension')
    .select(['id', 'credential', 'suspended', 'lifted'])
    .where('organisation', '=', own(ctx))
    .where(isIn('id', stretch))
    .$if(what === 'lifted', (query) => query.where('lifted', 'is not', null))
    .orderBy('id')
    .limit(stretch.limit)
    .execute()
