// The SQL of releases and their lines.
import { type SqlBool, sql } from 'kysely'
import type { Id } from '#kernel/id.ts'
import type { Copy, Ctx } from '#ports/ctx.ts'
import type { Decision, Verdict } from './decision.ts'
import type { LineState, ReleaseState } from './rules.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // the door lets nobody in here without one

/** What a release is about, frozen when it is prepared. */
export type Asks = Readonly<{
  microCredentials: readonly {
    id: Id<'mc'>
    key: string
    title: string
    rule: Id<'rule'>
    ruleVersion: number
    version: Id<'dv'>
    designVersion: number
  }[]
  offerings?: readonly Id<'off'>[]
}>

export type Progress = Readonly<{ done: number; total: number; since: string; at: string }>

export const insertRelease = (ctx: Ctx, { id, title, asks }: { id: Id<'rel'>; title: string; asks: Asks }) =>
  ctx.db
    .insertInto('release')
    .values({
      id,
      organisation: own(ctx),
      title,
      state: 'preparing',
      created: ctx.now,
      created_by: ctx.actor.id,
      asks: JSON.stringify(asks),
    })
    .execute()

export const findRelease = (ctx: Ctx, id: Id<'rel'>) =>
  ctx.db.selectFrom('release').selectAll().where('organisation', '=', own(ctx)).where('id', '=', id).executeTakeFirst()

export const lockRelease = (ctx: Ctx, id: Id<'rel'>) =>
  ctx.db
    .selectFrom('release')
    .selectAll()
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export function listReleaseRows(ctx: Ctx, { after, limit }: { after?: string | undefined; limit: number }) {
  const query = ctx.db
    .selectFrom('release')
    .selectAll()
    .where('organisation', '=', own(ctx))
    .orderBy('id', 'desc')
    .limit(limit + 1)
  return (after ? query.where('id', '<', after as Id<'rel'>) : query).execute()
}

type ReleaseChange = Partial<{
  released: Date
  released_by: string
  finished: Date
  cancelled: Date
  cancelled_by: string
  progress: string
  failure: string
}>

/** Answers whether the release was still in the state that was read. */
export async function updateReleaseState(
  ctx: Ctx,
  id: Id<'rel'>,
  from: ReleaseState,
  to: ReleaseState,
  change: ReleaseChange = {},
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('release')
    .set({ state: to, ...change })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const updateProgress = (ctx: Ctx, id: Id<'rel'>, progress: Progress) =>
  ctx.db
    .updateTable('release')
    .set({ progress: JSON.stringify(progress) })
    .where('organisation', '=', own(ctx))
    .where('id', '=', id)
    .execute()

/** Preparing begins anew after an interruption. */
export async function deleteLines(ctx: Ctx, id: Id<'rel'>): Promise<void> {
  await sql`with gone as (delete from release_line where organisation = ${own(ctx)} and release = ${id} returning decision)
    delete from decision where organisation = ${own(ctx)} and id in (select decision from gone)`.execute(ctx.db)
}

export type NewLine = Readonly<{
  id: Id<'rln'>
  decision: Id<'dec'>
  microCredential: Id<'mc'>
  version: Id<'dv'>
  rule: Id<'rule'>
  enrolment: Id<'enr'>
  learner: Id<'lrn'>
  offering: Id<'off'>
  state: LineState
  explanation: Decision
}>

export async function copyLines(ctx: Ctx, copy: Copy, release: Id<'rel'>, lines: readonly NewLine[]): Promise<void> {
  await copyDecisions(
    ctx,
    copy,
    lines.map(({ decision, enrolment, rule, explanation }) => ({ id: decision, enrolment, rule, explanation })),
  )
  await copy(
    'release_line',
    ['id', 'release', 'micro_credential', 'design_version', 'enrolment', 'learner', 'offering', 'decision', 'verdict', 'state'],
    lines.map((line) => [
      line.id,
      release,
      line.microCredential,
      line.version,
      line.enrolment,
      line.learner,
      line.offering,
      line.decision,
      line.explanation.verdict,
      line.state,
    ]),
  )
}

export type NewDecision = Readonly<{ id: Id<'dec'>; enrolment: Id<'enr'>; rule: Id<'rule'>; explanation: Decision }>

export const copyDecisions = (ctx: Ctx, copy: Copy, decisions: readonly NewDecision[]) =>
  copy(
    'decision',
    ['id', 'enrolment', 'issuing_rule', 'verdict', 'explanation', 'results', 'decided'],
    decisions.map(({ id, enrolment, rule, explanation }) => [
      id,
      enrolment,
      rule,
      explanation.verdict,
      explanation,
      explanation.because,
      ctx.now,
    ]),
  )

export async function listAwarded(
  ctx: Ctx,
  microCredential: Id<'mc'>,
  enrolments: readonly Id<'enr'>[],
): Promise<Set<Id<'enr'>>> {
  const rows = await ctx.db
    .selectFrom('award')
    .select('enrolment')
    .where('organisation', '=', own(ctx))
    .where('micro_credential', '=', microCredential)
    .where(sql<SqlBool>`enrolment = any(${[...enrolments]})`)
    .execute()
  return new Set(rows.map(({ enrolment }) => enrolment))
}

export const countLines = (ctx: Ctx, releases: readonly Id<'rel'>[]) =>
  ctx.db
    .selectFrom('release_line')
    .select(['release', 'state', 'verdict', (e) => e.fn.countAll<number>().as('count')])
    .where('organisation', '=', own(ctx))
    .where(sql<SqlBool>`release = any(${[...releases]})`)
    .groupBy(['release', 'state', 'verdict'])
    .execute()

export type LineSearch = Readonly<{
  id: Id<'rel'>
  state?: LineState | undefined
  verdict?: Verdict | undefined
  learners?: readonly Id<'lrn'>[] | undefined
  after?: string | undefined
  limit: number
}>

export function listLineRows(ctx: Ctx, { id, state, verdict, learners, after, limit }: LineSearch) {
  let query = ctx.db
    .selectFrom('release_line as line')
    .innerJoin('decision', 'decision.id', 'line.decision')
    .selectAll('line')
    .select('decision.explanation')
    .where('line.organisation', '=', own(ctx))
    .where('line.release', '=', id)
    .orderBy('line.id')
    .limit(limit + 1)
  if (state) query = query.where('line.state', '=', state)
  if (verdict) query = query.where('line.verdict', '=', verdict)
  if (learners) query = query.where(sql<SqlBool>`line.learner = any(${[...learners]})`)
  if (after) query = query.where('line.id', '>', after as Id<'rln'>)
  return query.execute()
}

/** Answers how many of the lines were in a state that allows it. */
export async function updateLines(
  ctx: Ctx,
  asked: { release: Id<'rel'>; lines: readonly Id<'rln'>[]; from: readonly LineState[]; to: LineState; reason: string | null },
): Promise<number> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('release_line')
    .set({ state: asked.to, reason: asked.reason, decided_by: ctx.actor.id })
    .where('organisation', '=', own(ctx))
    .where('release', '=', asked.release)
    .where(sql<SqlBool>`id = any(${[...asked.lines]})`)
    .where('state', 'in', [...asked.from])
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** The next lines that still wait for their credential, in the order of their ids. */
export const listWaitingLines = (ctx: Ctx, release: Id<'rel'>, limit: number) =>
  ctx.db
    .selectFrom('release_line')
    .selectAll()
    .where('organisation', '=', own(ctx))
    .where('release', '=', release)
    .where('state', '=', 'ready')
    .orderBy('id')
    .limit(limit)
    .execute()

export type LineRow = Awaited<ReturnType<typeof listWaitingLines>>[number]

export type Reservation = Readonly<{
  line: Id<'rln'>
  credential: Id<'cred'>
  revocationList: Id<'sl'>
  revocationIndex: number
  suspensionList: Id<'sl'>
  suspensionIndex: number
}>

/** Written before signing, so that an interrupted chunk signs the same ids again. */
export async function updateReserved(ctx: Ctx, reserved: readonly Reservation[]): Promise<void> {
  await sql`update release_line as line set credential = r.credential, revocation_list = r.revocation_list, revocation_index = r.revocation_index,
      suspension_list = r.suspension_list, suspension_index = r.suspension_index
    from unnest(${reserved.map(({ line }) => line)}::text[], ${reserved.map(({ credential }) => credential)}::text[],
      ${reserved.map(({ revocationList }) => revocationList)}::text[], ${reserved.map(({ revocationIndex }) => revocationIndex)}::int[],
      ${reserved.map(({ suspensionList }) => suspensionList)}::text[], ${reserved.map(({ suspensionIndex }) => suspensionIndex)}::int[])
      as r (line, credential, revocation_list, revocation_index, suspension_list, suspension_index)
    where line.organisation = ${own(ctx)} and line.id = r.line`.execute(ctx.db)
}

export type Settled = Readonly<{
  line: Id<'rln'>
  state: LineState
  decision?: Id<'dec'> | undefined
  failure?: object | undefined
}>

/** Moves lines that are still ready to where they end; answers how many were. */
export async function updateSettled(ctx: Ctx, settled: readonly Settled[]): Promise<number> {
  const { numAffectedRows } = await sql`update release_line as line
    set state = s.state, decision = coalesce(s.decision, line.decision), failure = s.failure::jsonb
    from unnest(${settled.map(({ line }) => line)}::text[], ${settled.map(({ state }) => state)}::text[],
      ${settled.map(({ decision }) => decision ?? null)}::text[], ${settled.map(({ failure }) => (failure ? JSON.stringify(failure) : null))}::text[])
      as s (line, state, decision, failure)
    where line.organisation = ${own(ctx)} and line.id = s.line and line.state = 'ready'`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}

/** Exactly once: answers the enrolments for which this award is the first. */
export async function insertAwards(
  ctx: Ctx,
  awards: readonly { id: Id<'awd'>; microCredential: Id<'mc'>; enrolment: Id<'enr'>; learner: Id<'lrn'>; decision: Id<'dec'> }[],
): Promise<Set<Id<'awd'>>> {
  const sorted = [...awards].sort((a, b) => (a.enrolment < b.enrolment ? -1 : 1))
  const { rows } = await sql<{
    id: Id<'awd'>
  }>`insert into award (id, organisation, micro_credential, enrolment, learner, decision, awarded)
    select a.id, ${own(ctx)}, a.micro_credential, a.enrolment, a.learner, a.decision, ${ctx.now}
    from unnest(${sorted.map(({ id }) => id)}::text[], ${sorted.map(({ microCredential }) => microCredential)}::text[],
      ${sorted.map(({ enrolment }) => enrolment)}::text[], ${sorted.map(({ learner }) => learner)}::text[],
      ${sorted.map(({ decision }) => decision)}::text[]) as a (id, micro_credential, enrolment, learner, decision)
    on conflict (organisation, micro_credential, enrolment) do nothing returning id`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}

/** The origin goes into every credential, so the first issue freezes it. Answers the origin that is frozen. */
export async function freezeOrigin(ctx: Ctx): Promise<string> {
  await sql`update installation set origin = ${ctx.origin} where origin is null`.execute(ctx.db)
  const { rows } = await sql<{ origin: string }>`select origin from installation`.execute(ctx.db)
  return rows[0]?.origin ?? ctx.origin
}
