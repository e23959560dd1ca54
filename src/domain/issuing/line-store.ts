// The SQL of a release's lines: from the decision to the award.
import { type SqlBool, sql } from 'kysely'
import { toHex } from '#kernel/bytes.ts'
import type { Id } from '#kernel/id.ts'
import type { Copy, Ctx } from '#ports/ctx.ts'
import type { Decision, Verdict } from './decision.ts'
import type { LineState } from './rules.ts'

const own = (ctx: Ctx) => ctx.scope as Id<'org'> // the door lets nobody in here without one

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
  /** A hold that is carried over from an earlier release. */
  held?: { reason: Uint8Array | null; decidedBy: string | null } | undefined
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
    [
      'id',
      'release',
      'micro_credential',
      'design_version',
      'enrolment',
      'learner',
      'offering',
      'decision',
      'verdict',
      'state',
      'reason',
      'decided_by',
    ],
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
      line.held?.reason ?? null,
      line.held?.decidedBy ?? null,
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

/** Who was held when last prepared, with the sealed reason: the newest line of each, in releases that were not cancelled. */
export async function listHeld(
  ctx: Ctx,
  release: Id<'rel'>,
  enrolments: readonly Id<'enr'>[],
): Promise<Map<string, { reason: Uint8Array | null; decidedBy: string | null }>> {
  const { rows } = await sql<{ key: string; state: string; reason: Uint8Array | null; decided_by: string | null }>`
    select distinct on (line.micro_credential, line.enrolment) line.micro_credential || ' ' || line.enrolment as key, line.state, line.reason, line.decided_by
    from release_line line join release r on r.id = line.release
    where line.organisation = ${own(ctx)} and line.enrolment = any(${[...enrolments]}::text[]) and line.release <> ${release} and r.state <> 'cancelled'
    order by line.micro_credential, line.enrolment, line.id desc`.execute(ctx.db)
  return new Map(
    rows.filter(({ state }) => state === 'held').map(({ key, reason, decided_by }) => [key, { reason, decidedBy: decided_by }]),
  )
}

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

/** Whose lines these are. */
export const listLearnersOfLines = (ctx: Ctx, release: Id<'rel'>, lines: readonly Id<'rln'>[]) =>
  ctx.db
    .selectFrom('release_line')
    .select(['id', 'learner'])
    .where('organisation', '=', own(ctx))
    .where('release', '=', release)
    .where(sql<SqlBool>`id = any(${[...lines]})`)
    .execute()

export type MovedLine = Readonly<{ id: Id<'rln'>; reason: Uint8Array | null }>

/** Answers how many of the lines were in a state that allows it. */
export async function updateLines(
  ctx: Ctx,
  asked: { release: Id<'rel'>; lines: readonly MovedLine[]; from: readonly LineState[]; to: LineState },
): Promise<number> {
  const { numAffectedRows } =
    await sql`update release_line as line set state = ${asked.to}, reason = m.reason, decided_by = ${ctx.actor.id}
    from unnest(${asked.lines.map(({ id }) => id)}::text[], ${asked.lines.map(({ reason }) => reason && `\\x${toHex(reason)}`)}::bytea[]) as m (id, reason)
    where line.organisation = ${own(ctx)} and line.release = ${asked.release} and line.id = m.id and line.state = any(${[...asked.from]}::text[])`.execute(
      ctx.db,
    )
  return Number(numAffectedRows ?? 0)
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
  const { numAffectedRows } =
    await sql`update release_line as line set credential = r.credential, revocation_list = r.revocation_list, revocation_index = r.revocation_index,
      suspension_list = r.suspension_list, suspension_index = r.suspension_index
    from unnest(${reserved.map(({ line }) => line)}::text[], ${reserved.map(({ credential }) => credential)}::text[],
      ${reserved.map(({ revocationList }) => revocationList)}::text[], ${reserved.map(({ revocationIndex }) => revocationIndex)}::int[],
      ${reserved.map(({ suspensionList }) => suspensionList)}::text[], ${reserved.map(({ suspensionIndex }) => suspensionIndex)}::int[])
      as r (line, credential, revocation_list, revocation_index, suspension_list, suspension_index)
    where line.organisation = ${own(ctx)} and line.id = r.line and line.credential is null`.execute(ctx.db)
  // another run of this job was faster, and its numbers stand
  if (Number(numAffectedRows) !== reserved.length) throw new Error('lines were reserved by another run')
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
