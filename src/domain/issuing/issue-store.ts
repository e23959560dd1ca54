// The SQL of issuing: what waits, what came of it, and how far a release is.
import { type SqlBool, sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Copy, Ctx } from '#ports/ctx.ts'
import type { Progress } from './release-store.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // the door lets nobody in here without one

/** The next lines that wait for their credential, in the order of their ids, each with the decision it was prepared with as it was written. */
export const listWaitingLines = (ctx: Ctx, release: Id<'rel'>, { after, limit }: { after: string | null; limit: number }) =>
  ctx.db
    .selectFrom('release_line as line')
    .innerJoin('decision', 'decision.id', 'line.decision')
    .select([
      'line.id',
      'line.micro_credential',
      'line.design_version',
      'line.enrolment',
      'line.learner',
      'line.offering',
      'line.decision',
      'line.credential',
      'line.revocation_list',
      'line.revocation_index',
      'line.suspension_list',
      'line.suspension_index',
      sql<string>`decision.explanation::text`.as('explanation'),
    ])
    .where('line.organisation', '=', own(ctx))
    .where('line.release', '=', release)
    .where('line.state', '=', 'ready')
    .$if(after !== null, (query) => query.where('line.id', '>', after as Id<'rln'>))
    .orderBy('line.id')
    .limit(limit)
    .execute()

export type LineRow = Awaited<ReturnType<typeof listWaitingLines>>[number]

/** Held until the transaction ends: an organisation's awards are made by one release at a time. */
export const lockAwards = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`awards of ${own(ctx)}`}, 0))`.execute(ctx.db)

/** `microCredential enrolment` of those awards of these enrolments that exist. */
export async function listAwarded(ctx: Ctx, enrolments: readonly Id<'enr'>[]): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('award')
    .select(['micro_credential', 'enrolment'])
    .where('organisation', '=', own(ctx))
    .where(sql<SqlBool>`enrolment = any(${[...enrolments]})`)
    .execute()
  return new Set(rows.map(({ micro_credential, enrolment }) => awardKey(micro_credential, enrolment)))
}

export const awardKey = (microCredential: Id<'mc'>, enrolment: Id<'enr'>) => `${microCredential} ${enrolment}`

export type NewAward = Readonly<{ award: Id<'awd'>; line: LineRow; decided: Id<'dec'> }>

/** Unique on organisation, micro-credential and enrolment: a second one would end the whole transaction. */
export const copyAwards = (ctx: Ctx, copy: Copy, awards: readonly NewAward[]) =>
  copy(
    'award',
    ['id', 'micro_credential', 'enrolment', 'learner', 'decision', 'awarded'],
    awards.map(({ award, line, decided }) => [award, line.micro_credential, line.enrolment, line.learner, decided, ctx.now]),
  )

/** What became of a line that did not simply become a credential. */
export type Ended = Readonly<{ line: Id<'rln'>; state: 'failed' | 'already_awarded'; failure?: Failure | undefined }>
export type Failure = Readonly<{ code: string; values: Readonly<Record<string, unknown>> }>

export async function updateEnded(ctx: Ctx, ended: readonly Ended[]): Promise<void> {
  if (ended.length === 0) return
  await sql`update release_line as line set state = s.state, failure = s.failure::jsonb
    from unnest(${ended.map(({ line }) => line)}::text[], ${ended.map(({ state }) => state)}::text[],
      ${ended.map(({ failure }) => (failure ? JSON.stringify(failure) : null))}::text[]) as s (line, state, failure)
    where line.organisation = ${own(ctx)} and line.id = s.line`.execute(ctx.db)
}

/** Lines whose decision came out differently when it was made again. */
export async function updateDecisions(ctx: Ctx, decided: readonly { line: Id<'rln'>; decision: Id<'dec'> }[]): Promise<void> {
  if (decided.length === 0) return
  await sql`update release_line as line set decision = s.decision
    from unnest(${decided.map(({ line }) => line)}::text[], ${decided.map(({ decision }) => decision)}::text[]) as s (line, decision)
    where line.organisation = ${own(ctx)} and line.id = s.line`.execute(ctx.db)
}

/** Moves the release on to `through`; answers whether it still stood where this run found it. */
export async function advance(
  ctx: Ctx,
  release: Id<'rel'>,
  { from, through, progress }: { from: string | null; through: Id<'rln'>; progress: Progress },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update release set issued_through = ${through}, progress = ${JSON.stringify(progress)}::jsonb
    where organisation = ${own(ctx)} and id = ${release} and state = 'issuing' and issued_through is not distinct from ${from}`.execute(
      ctx.db,
    )
  return numAffectedRows === 1n
}
