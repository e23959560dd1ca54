// Issuing the lines of a release, a chunk at a time: reserve, sign, store. Killed anywhere, it goes on where it was.
import { settle } from '#domain/intake/intake.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Signed } from '#ports/signing.ts'
import { monthsAfter } from './compose.ts'
import { type Known, knownFor, type Prepared, prepare } from './composing.ts'
import { copyCredentials } from './credential-store.ts'
import {
  copyDecisions,
  insertAwards,
  type LineRow,
  listWaitingLines,
  type Settled,
  updateReserved,
  updateSettled,
} from './line-store.ts'
import { type Asks, findRelease, lockRelease, type Progress, updateProgress, updateReleaseState } from './release-store.ts'
import { reservePlaces } from './status-lists.ts'

// large enough to make a transaction worth it, small enough that little is signed twice after a crash
const chunkSize = 200

export async function issueAll(ctx: Ctx, release: Id<'rel'>): Promise<void> {
  const row = await findRelease(ctx, release)
  if (row?.state !== 'issuing') return
  const known = await knownFor(ctx, row.asks as Asks) // written by insertRelease
  const progress = row.progress as Progress // written by confirmRelease
  let done = progress.done
  for (;;) {
    const chunkCtx = ctx.later()
    const lines = await listWaitingLines(chunkCtx, release, chunkSize)
    if (lines.length === 0) break
    await issueChunk(chunkCtx, release, known, lines)
    done += lines.length
    await updateProgress(ctx, release, { ...progress, done, at: ctx.clock().toISOString() })
  }
  await ctx.later().atomically(async (ctx) => {
    await lockRelease(ctx, release)
    if (await updateReleaseState(ctx, release, 'issuing', 'issued', { finished: ctx.now }))
      await ctx.tell({ kind: 'release.finished', about: release })
  })
}

async function issueChunk(ctx: Ctx, release: Id<'rel'>, known: Known, waiting: readonly LineRow[]): Promise<void> {
  const lines = await reserved(ctx, waiting)
  const { prepared, failed } = await prepare(ctx, known, lines)
  const signed = await ctx.signing.sign(
    { wrapped: known.key.wrapped, verificationMethod: known.key.verificationMethod, created: ctx.now },
    prepared.map(({ document, dataKey }) => ({ document, dataKey })),
  )
  await store(ctx, release, known, prepared, signed, failed)
}

/** Ids and places are fixed before signing, in a transaction of their own. */
async function reserved(ctx: Ctx, lines: readonly LineRow[]): Promise<LineRow[]> {
  const fresh = lines.filter(({ credential }) => credential === null)
  if (fresh.length === 0) return [...lines]
  const given = await ctx.atomically(async (ctx) => {
    const revocations = await reservePlaces(ctx, 'revocation', fresh.length)
    const suspensions = await reservePlaces(ctx, 'suspension', fresh.length)
    const all = fresh.map((line, index) => {
      const [revocation, suspension] = [revocations[index], suspensions[index]]
      if (!revocation || !suspension) throw new RangeError('fewer places than lines')
      return {
        line: line.id,
        credential: newId('cred', ctx.now),
        revocationList: revocation.list,
        revocationIndex: revocation.index,
        suspensionList: suspension.list,
        suspensionIndex: suspension.index,
      }
    })
    await updateReserved(ctx, all)
    return new Map(all.map((one) => [one.line, one]))
  })
  return lines.map((line) => {
    const one = given.get(line.id)
    if (!one) return line
    return {
      ...line,
      credential: one.credential,
      revocation_list: one.revocationList,
      revocation_index: one.revocationIndex,
      suspension_list: one.suspensionList,
      suspension_index: one.suspensionIndex,
    }
  })
}

/** Award, credential, body, line and event together, or none of them. */
async function store(
  ctx: Ctx,
  release: Id<'rel'>,
  known: Known,
  prepared: readonly Prepared[],
  signed: readonly (Signed | Error)[],
  failed: readonly Settled[],
) {
  await ctx.inBulk(async (ctx, copy) => {
    await lockRelease(ctx, release)
    const alive = new Set(
      await settle(
        ctx,
        prepared.map(({ line }) => line.enrolment),
      ),
    )
    const ends: Settled[] = [...failed]
    const decisions = prepared.map((one) => ({
      id: newId('dec', ctx.now),
      enrolment: one.line.enrolment,
      rule: known.asks.microCredentials.find(({ id }) => id === one.line.micro_credential)?.rule ?? ('' as Id<'rule'>),
      explanation: one.decision,
    }))
    const good = prepared.flatMap((one, index) => {
      const [outcome, decision] = [signed[index], decisions[index]]
      if (!outcome || outcome instanceof Error || !decision) {
        ends.push({
          line: one.line.id,
          state: 'failed',
          failure: { code: 'not_signable', values: { why: outcome instanceof Error ? outcome.message : '' } },
        })
        return []
      }
      if (!alive.has(one.line.enrolment)) {
        ends.push({ line: one.line.id, state: 'failed', failure: { code: 'record_gone', values: {} } })
        return []
      }
      return [{ ...one, decided: decision, signed: outcome, award: newId('awd', ctx.now) }]
    })
    await copyDecisions(
      ctx,
      copy,
      good.map(({ decided }) => decided),
    )
    const first = await insertAwards(
      ctx,
      good.map(({ award, line, decided }) => ({
        id: award,
        microCredential: line.micro_credential,
        enrolment: line.enrolment,
        learner: line.learner,
        decision: decided.id,
      })),
    )
    const issued = good.filter(({ award }) => first.has(award))
    for (const { line, award, decided } of good)
      ends.push({ line: line.id, state: first.has(award) ? 'issued' : 'already_awarded', decision: decided.id })
    await copyCredentials(
      ctx,
      copy,
      issued.map(({ line, award, version, signed }) => ({
        line,
        award,
        title: version.document.overview.title,
        signingKey: known.key.id,
        release,
        validUntil: version.document.volume.validMonths ? monthsAfter(ctx.now, version.document.volume.validMonths) : null,
        signed,
      })),
    )
    const settled = await updateSettled(ctx, ends)
    // another run of this job was faster; nothing of ours may stay
    if (settled !== ends.length) throw new Error(`${ends.length - settled} lines of ${release} were settled by somebody else`)
    if (issued.length > 0)
      await ctx.tell({
        kind: 'credentials.issued',
        about: release,
        detail: { credentials: issued.map(({ line }) => line.credential) },
      })
  })
}
