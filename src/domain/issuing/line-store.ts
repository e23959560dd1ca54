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
  /** For whoever qualifies: drawn before anything is signed, so that an interrupted release signs the same again. */
  reserved?: Reservation | undefined
  explanation: Decision
}>

export type Reservation = Readonly<{
  credential: Id<'cred'>
  revocation: { list: Id<'sl'>; index: number }
  suspension: { list: Id<'sl'>; index: number }
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
      'credential',
      'revocation_list',
      'revocation_index',
      'suspension_list',
      'suspension_index',
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
      line.held?.reason,
      line.held?.decidedBy,
      line.reserved?.credential,
      line.reserved?.revocation.list,
      line.reserved?.revocation.index,
      line.reserved?.suspension.list,
      line.reserved?.suspension.index,
    ]),
  )
}

export type NewDecision = Readonly<{ id: Id<'dec'>; enrolment: Id<'enr'>; rule: Id<'rule'>; explanation: Decision }>

/** As a decision is written, and compared with one that was. */
export const explanationText = (explanation: Decision): string => JSON.stringify(explanation)

export const copyDecisions = (ctx: Ctx, copy: Copy, decisions: readonly NewDecision[]) =>
  copy(
    'decision',
    ['id', 'enrolment', 'issuing_rule', 'verdict', 'explanation', 'results', 'decided'],
    decisions.map(({ id, enrolment, rule, explanation }) => [
      id,
      enrolment,
      rule,
      explanation.verdict,
      explanationText(explanation),
      explanation.because,
      ctx.now,
    ]),
  )

/** Who was held when last prepared, with the sealed reason: the newest line of each, in releases that nobody cancelled. */
export async function listHeld(
  ctx: Ctx,
  release: Id<'rel'>,
  enrolments: readonly Id<'enr'>[],
): Promise<Map<string, { reason: Uint8Array | null; decidedBy: string | null }>> {
  const { rows } = await sql<{ key: string; state: string; reason: Uint8Array | null; decided_by: string | null }>`
    select distinct on (line.micro_credential, line.enrolment) line.micro_credential || ' ' || line.enrolment as key, line.state, line.reason, line.decided_by
    from release_line line join release r on r.id = line.release
    where line.organisation = ${own(ctx)} and line.enrolment = any(${[...enrolments]}::text[]) and line.release <> ${release}
      and (r.state <> 'cancelled' or r.cancelled_by = 'system')
    order by line.micro_credential, line.enrolment, line.id desc`.execute(ctx.db)
  return new Map(
    rows.filter(({ state }) => state === 'held').map(({ key, reason, decided_by }) => [key, { reason, decidedBy: decided_by }]),
  )
}

/** A ready line that its release has passed is issued, and one of a cancelled release is cancelled; nothing was written on it for that. */
const stateNow = sql<LineState>`case when line.state <> 'ready' then line.state when line.id <= release.issued_through then 'issued'
  when release.state = 'cancelled' then 'cancelled' else 'ready' end`

export const countLines = (ctx: Ctx, releases: readonly Id<'rel'>[]) =>
  ctx.db
    .selectFrom('release_line as line')
    .innerJoin('release', 'release.id', 'line.release')
    .select(['line.release', stateNow.as('state'), 'line.verdict', (e) => e.fn.countAll<number>().as('count')])
    .where('line.organisation', '=', own(ctx))
    .where(sql<SqlBool>`line.release = any(${[...releases]})`)
    .groupBy(['line.release', stateNow, 'line.verdict'])
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
    .innerJoin('release', 'release.id', 'line.release')
    .innerJoin('decision', 'decision.id', 'line.decision')
    .selectAll('line')
    .select(['decision.explanation', stateNow.as('state')])
    .where('line.organisation', '=', own(ctx))
    .where('line.release', '=', id)
    .orderBy('line.id')
    .limit(limit + 1)
  if (state) query = query.where(stateNow, '=', state)
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
