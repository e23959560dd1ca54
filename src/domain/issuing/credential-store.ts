// The SQL of credentials, their bodies and their status.
import { type SqlBool, sql } from 'kysely'
import { keyset } from '#db/keyset.ts'
import type { Id } from '#kernel/id.ts'
import type { Copy, Ctx } from '#ports/ctx.ts'
import type { Signed } from '#ports/signing.ts'
import type { LineRow } from './issue-store.ts'
import type { credentialSorts } from './issuing.api.ts'
import type { CredentialState } from './rules.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // the door lets nobody in here without one

export type NewCredential = Readonly<{
  line: LineRow
  award: Id<'awd'>
  title: string
  signingKey: Id<'key'>
  release: Id<'rel'>
  validUntil: Date | null
  signed: Signed
}>

export async function copyCredentials(ctx: Ctx, copy: Copy, credentials: readonly NewCredential[]): Promise<void> {
  await copy(
    'credential',
    [
      'id',
      'award',
      'micro_credential',
      'design_version',
      'enrolment',
      'offering',
      'learner',
      'release',
      'signing_key',
      'title',
      'issued',
      'valid_from',
      'valid_until',
      'revocation_list',
      'revocation_index',
      'suspension_list',
      'suspension_index',
      'digest',
    ],
    credentials.map(({ line, award, title, signingKey, release, validUntil, signed }) => [
      line.credential,
      award,
      line.micro_credential,
      line.design_version,
      line.enrolment,
      line.offering,
      line.learner,
      release,
      signingKey,
      title,
      ctx.now,
      ctx.now,
      validUntil,
      line.revocation_list,
      line.revocation_index,
      line.suspension_list,
      line.suspension_index,
      signed.digest,
    ]),
  )
  await copy(
    'credential_body',
    ['credential', 'body'],
    credentials.map(({ line, signed }) => [line.credential, signed.body]),
  )
}

/** Each with what has happened to it since. */
const withStatus = (ctx: Ctx) =>
  ctx.db
    .selectFrom('credential')
    .leftJoin('revocation', 'revocation.credential', 'credential.id')
    .leftJoin('suspension', (join) =>
      join.onRef('suspension.credential', '=', 'credential.id').on('suspension.lifted', 'is', null),
    )
    .selectAll('credential')
    .select(['revocation.revoked', 'suspension.suspended'])
    .where('credential.organisation', '=', own(ctx))

export const findCredential = (ctx: Ctx, id: Id<'cred'>) => withStatus(ctx).where('credential.id', '=', id).executeTakeFirst()

export type CredentialSearch = Readonly<{
  learners?: readonly Id<'lrn'>[] | undefined
  state?: CredentialState | undefined
  microCredential?: Id<'mc'> | undefined
  release?: Id<'rel'> | undefined
  after?: string | undefined
  limit: number
  sort?: (typeof credentialSorts)[number] | undefined
}>

const inState = (ctx: Ctx): Record<CredentialState, ReturnType<typeof sql<SqlBool>>> => ({
  revoked: sql<SqlBool>`revocation.revoked is not null`,
  suspended: sql<SqlBool>`revocation.revoked is null and suspension.suspended is not null`,
  expired: sql<SqlBool>`revocation.revoked is null and suspension.suspended is null and credential.valid_until < ${ctx.now}`,
  valid: sql<SqlBool>`revocation.revoked is null and suspension.suspended is null and (credential.valid_until is null or credential.valid_until >= ${ctx.now})`,
})

function searched(ctx: Ctx, { learners, state, microCredential, release }: CredentialSearch) {
  let query = withStatus(ctx)
  if (learners) query = query.where(sql<SqlBool>`credential.learner = any(${[...learners]})`)
  if (state) query = query.where(inState(ctx)[state])
  if (microCredential) query = query.where('credential.micro_credential', '=', microCredential)
  if (release) query = query.where('credential.release', '=', release)
  return query
}

/** States in the order of the filter; those without an end after those with one. */
const sorted = (ctx: Ctx) => {
  const states = inState(ctx)
  return {
    title: sql`lower(credential.title)`,
    state: sql`case when ${states.valid} then 1 when ${states.suspended} then 2 when ${states.revoked} then 3 else 4 end`,
    issued: sql`credential.issued`,
    validUntil: sql`coalesce(credential.valid_until, 'infinity')`,
  }
}

export function listCredentialRows(ctx: Ctx, asked: CredentialSearch) {
  const { order, beyond } = keyset({
    ...{ sort: asked.sort ?? '-issued', after: asked.after, id: sql`credential.id`, columns: sorted(ctx) },
    rowOf: (by, after) =>
      withStatus(ctx)
        .clearSelect()
        .select([by.as('by'), 'credential.id'])
        .where('credential.id', '=', after as Id<'cred'>),
  })
  const query = searched(ctx, asked)
    .orderBy(order)
    .limit(asked.limit + 1)
  return (beyond ? query.where(beyond) : query).execute()
}

export async function countCredentials(ctx: Ctx, asked: CredentialSearch): Promise<number> {
  const { count } = await searched(ctx, asked)
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export type CredentialRow = NonNullable<Awaited<ReturnType<typeof findCredential>>>

/** Held until the transaction ends, so that two acts on one credential follow each other. */
export const lockCredential = (ctx: Ctx, id: Id<'cred'>) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`credential ${id}`}, 0))`.execute(ctx.db)

export const findBody = (ctx: Ctx, id: Id<'cred'>) =>
  ctx.db
    .selectFrom('credential_body')
    .select('body')
    .where('organisation', '=', own(ctx))
    .where('credential', '=', id)
    .executeTakeFirst()

export const findDecisionOf = (ctx: Ctx, award: Id<'awd'>) =>
  ctx.db
    .selectFrom('award')
    .innerJoin('decision', 'decision.id', 'award.decision')
    .select(['decision.explanation', 'decision.issuing_rule'])
    .where('award.organisation', '=', own(ctx))
    .where('award.id', '=', award)
    .executeTakeFirst()

export const insertRevocation = (ctx: Ctx, id: Id<'cred'>, reason: Uint8Array) =>
  ctx.db
    .insertInto('revocation')
    .values({ credential: id, organisation: own(ctx), reason, revoked: ctx.now, revoked_by: ctx.actor.id })
    .execute()

export const findRevocation = (ctx: Ctx, id: Id<'cred'>) =>
  ctx.db.selectFrom('revocation').selectAll().where('organisation', '=', own(ctx)).where('credential', '=', id).executeTakeFirst()

export const insertSuspension = (ctx: Ctx, suspension: Id<'sus'>, id: Id<'cred'>, reason: Uint8Array) =>
  ctx.db
    .insertInto('suspension')
    .values({ id: suspension, credential: id, organisation: own(ctx), reason, suspended: ctx.now, suspended_by: ctx.actor.id })
    .execute()

/** Answers which one it was; there is at most one. */
export async function updateLifted(ctx: Ctx, id: Id<'cred'>): Promise<Id<'sus'> | undefined> {
  const lifted = await ctx.db
    .updateTable('suspension')
    .set({ lifted: ctx.now, lifted_by: ctx.actor.id })
    .where('organisation', '=', own(ctx))
    .where('credential', '=', id)
    .where('lifted', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return lifted?.id
}

export const listSuspensions = (ctx: Ctx, id: Id<'cred'>) =>
  ctx.db
    .selectFrom('suspension')
    .selectAll()
    .where('organisation', '=', own(ctx))
    .where('credential', '=', id)
    .orderBy('id', 'desc')
    .execute()
