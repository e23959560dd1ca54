// Issuing the lines of a release, a chunk at a time: while one is stored, the next ones are composed and signed. Killed anywhere, it goes on where it was.
import { recordsStand, settle } from '#domain/intake/intake.ts'
import { signingKeyInUse } from '#domain/organisations/organisations.ts'
import { ahead } from '#kernel/ahead.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Copy, Ctx } from '#ports/ctx.ts'
import type { Signed } from '#ports/signing.ts'
import { monthsAfter } from './compose.ts'
import { type Known, knownFor, type Prepared, prepare, type Unfit } from './composing.ts'
import { copyCredentials } from './credential-store.ts'
import {
  advance,
  awardKey,
  copyAwards,
  type Ended,
  type LineRow,
  listAwarded,
  listWaitingLines,
  lockAwards,
  updateDecisions,
  updateEnded,
} from './issue-store.ts'
import { copyDecisions, explanationText, type NewDecision } from './line-store.ts'
import { recordIssued } from './logged.ts'
import { type Asks, findRelease, lockRelease, type Progress, updateReleaseState } from './release-store.ts'

// large enough to make a transaction worth it, small enough that little is signed twice after a crash
const chunkSize = 500
const chunksAhead = 2

export async function issueAll(ctx: Ctx, release: Id<'rel'>): Promise<void> {
  while (!(await issueOn(ctx, release))) {}
  await ctx.later().atomically(async (ctx) => {
    await lockRelease(ctx, release)
    if (await updateReleaseState(ctx, release, 'issuing', 'issued', { finished: ctx.now }))
      await ctx.tell({ kind: 'release.finished', about: release })
  })
}

/** From where the release stands to its end; false as soon as something was imported or a key changed, so that what was decided and signed ahead is done anew. */
async function issueOn(ctx: Ctx, release: Id<'rel'>): Promise<boolean> {
  const row = await findRelease(ctx, release)
  if (row?.state !== 'issuing') return true
  const known = await knownFor(ctx.later(), row.asks as Asks) // written by insertRelease
  let progress = row.progress as Progress // written by confirmRelease
  let from = row.issued_through
  for await (const chunk of ahead(chunks(ctx, known, release, from), chunksAhead)) {
    progress = { ...progress, done: progress.done + chunk.lines, at: ctx.clock().toISOString() }
    if (!(await store(known, release, { ...chunk, from, progress, signed: await chunk.signed }))) return false
    from = chunk.through
  }
  return true
}

type Chunk = Readonly<{
  ctx: Ctx
  lines: number
  through: Id<'rln'>
  prepared: readonly Prepared[]
  unfit: readonly Unfit[]
  signed: Promise<(Signed | Error)[]>
}>

/** The lines that wait, composed, and being signed. */
async function* chunks(start: Ctx, known: Known, release: Id<'rel'>, from: string | null): AsyncGenerator<Chunk> {
  let after = from
  for (;;) {
    const ctx = start.later()
    const lines = await listWaitingLines(ctx, release, { after, limit: chunkSize })
    const last = lines.at(-1)
    if (!last) return
    after = last.id
    const { prepared, unfit } = await prepare(ctx, known, lines)
    const { wrapped, verificationMethod } = known.key
    const signed = ctx.signing.sign({ wrapped, verificationMethod, created: ctx.now }, prepared)
    // what goes wrong is met when the chunk's turn comes
    signed.catch(() => {})
    yield { ctx, lines: lines.length, through: last.id, prepared, unfit, signed }
  }
}

type Stored = Omit<Chunk, 'signed'> & Readonly<{ from: string | null; progress: Progress; signed: readonly (Signed | Error)[] }>

/** Awards, credentials, bodies, how far the release is, and the event: together, or none of them. False when they rest on what no longer holds. */
async function store(known: Known, release: Id<'rel'>, chunk: Stored): Promise<boolean> {
  return chunk.ctx.inBulk(async (ctx, copy) => {
    const { from, through, progress } = chunk
    if (!(await recordsStand(ctx, known.edition)) || (await signingKeyInUse(ctx)).id !== known.key.id) return false
    // another run of this job was faster; nothing of ours may stay
    if (!(await advance(ctx, release, { from, through, progress })))
      throw new Error(`${release} was taken further by another run`)
    await lockAwards(ctx)
    const enrolments = chunk.prepared.map(({ line }) => line.enrolment)
    const ends = endsOf(chunk, {
      awarded: await listAwarded(ctx, enrolments),
      present: new Set(await settle(ctx, enrolments)),
    })
    await updateEnded(ctx, ends.ended)
    const issued = await copyIssued(ctx, copy, { known, release, issuing: ends.issuing })
    if (issued.length > 0) await ctx.tell({ kind: 'credentials.issued', about: release, detail: { credentials: issued } })
    return true
  })
}

type Issuing = Prepared & Readonly<{ signed: Signed }>

/** Who gets a credential now, and what becomes of the other lines. */
function endsOf(
  { prepared, unfit, signed }: Pick<Stored, 'prepared' | 'unfit' | 'signed'>,
  { awarded, present }: Readonly<{ awarded: ReadonlySet<string>; present: ReadonlySet<Id<'enr'>> }>,
): Readonly<{ issuing: Issuing[]; ended: Ended[] }> {
  const issuing: Issuing[] = []
  const ended: Ended[] = unfit.map(({ line, failure }) => ({ line: line.id, state: 'failed', failure }))
  for (const [index, one] of prepared.entries()) {
    const { id, micro_credential, enrolment } = one.line
    const outcome = signed[index] ?? new Error('not signed')
    if (outcome instanceof Error)
      ended.push({ line: id, state: 'failed', failure: { code: 'not_signable', values: { why: outcome.message } } })
    else if (!present.has(enrolment)) ended.push({ line: id, state: 'failed', failure: { code: 'record_gone', values: {} } })
    else if (awarded.has(awardKey(micro_credential, enrolment))) ended.push({ line: id, state: 'already_awarded' })
    else issuing.push({ ...one, signed: outcome })
  }
  return { issuing, ended }
}

type ToCopy = Readonly<{ known: Known; release: Id<'rel'>; issuing: readonly Issuing[] }>

/** Answers the ids of the credentials. */
async function copyIssued(ctx: Ctx, copy: Copy, { known, release, issuing }: ToCopy): Promise<Id<'cred'>[]> {
  const anew = new Map(
    issuing.filter(({ line, decision }) => line.explanation !== explanationText(decision)).map(decidedAnew(ctx, known)),
  )
  await copyDecisions(ctx, copy, [...anew.values()])
  await updateDecisions(
    ctx,
    [...anew].map(([line, { id }]) => ({ line, decision: id })),
  )
  const issued = issuing.map((one) => ({
    ...one,
    award: newId('awd', ctx.now),
    decided: anew.get(one.line.id)?.id ?? one.line.decision,
    title: one.version.document.overview.title,
    signingKey: known.key.id,
    release,
    validUntil: validUntil(one, ctx.now),
  }))
  await copyAwards(ctx, copy, issued)
  await copyCredentials(ctx, copy, issued)
  await recordIssued(ctx, copy, issued)
  return issued.map(({ line }) => credentialOf(line))
}

const validUntil = ({ version }: Prepared, from: Date): Date | null => {
  const { validMonths } = version.document.volume
  return validMonths ? monthsAfter(from, validMonths) : null
}

const decidedAnew =
  (ctx: Ctx, { asks }: Known) =>
  ({ line, decision }: Prepared): [Id<'rln'>, NewDecision] => {
    const rule = asks.microCredentials.find(({ id }) => id === line.micro_credential)?.rule
    if (!rule) throw new TypeError(`${line.id} has no rule`)
    return [line.id, { id: newId('dec', ctx.now), enrolment: line.enrolment, rule, explanation: decision }]
  }

function credentialOf({ id, credential }: LineRow): Id<'cred'> {
  if (!credential) throw new TypeError(`${id} has no credential reserved`)
  return credential
}
