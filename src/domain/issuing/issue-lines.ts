// Issuing the lines of a release, a chunk at a time: reserve, sign, store. Killed anywhere, it goes on where it was.
import { type newestVersions, readVersion } from '#domain/design/design.ts'
import { learnersOf, listLineItems, listOfferingsOf, readRecords, settle } from '#domain/intake/intake.ts'
import { issuerOf, signingKeyInUse } from '#domain/organisations/organisations.ts'
import { type Id, newId } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Signed } from '#ports/signing.ts'
import { composeOpenBadge } from '#standards/openbadge/credential.ts'
import { hashIdentity } from '#standards/openbadge/identity.ts'
import type { IdentifierInput } from '#standards/openbadge/input.ts'
import { monthsAfter, openBadgeFor } from './compose.ts'
import { copyCredentials } from './credential-store.ts'
import { decide } from './decide.ts'
import { recordFor } from './deciding.ts'
import type { Decision } from './decision.ts'
import { rulesOf } from './prepare-lines.ts'
import {
  type Asks,
  copyDecisions,
  findRelease,
  insertAwards,
  type LineRow,
  listWaitingLines,
  lockRelease,
  type Progress,
  type Settled,
  updateProgress,
  updateReleaseState,
  updateReserved,
  updateSettled,
} from './release-store.ts'
import type { IssuingRule } from './rule.ts'
import { listUrl, reservePlaces } from './status-lists.ts'

// large enough to make a transaction worth it, small enough that little is signed twice after a crash
const chunkSize = 200

type Known = Awaited<ReturnType<typeof knownFor>>
type Version = Awaited<ReturnType<typeof newestVersions>>[number]

export async function issueAll(ctx: Ctx, release: Id<'rel'>): Promise<void> {
  const row = await findRelease(ctx, release)
  if (row?.state !== 'issuing') return
  const known = await knownFor(ctx, row.asks as Asks) // written by insertRelease
  const progress = row.progress as Progress // written by confirmRelease
  let done = progress.done
  for (;;) {
    const chunkCtx = { ...ctx, now: ctx.clock() }
    const lines = await listWaitingLines(chunkCtx, release, chunkSize)
    if (lines.length === 0) break
    await issueChunk(chunkCtx, release, known, lines)
    done += lines.length
    await updateProgress(ctx, release, { ...progress, done, at: ctx.clock().toISOString() })
  }
  await ctx.atomically(async (ctx) => {
    await lockRelease(ctx, release)
    if (await updateReleaseState(ctx, release, 'issuing', 'issued', { finished: ctx.clock() }))
      await ctx.tell({ kind: 'release.finished', about: release })
  })
}

async function knownFor(ctx: Ctx, asks: Asks) {
  const versions = new Map<Id<'dv'>, Version>()
  for (const { version } of asks.microCredentials) versions.set(version, await readVersion(ctx, { id: version }))
  const offerings = await listOfferingsOf(ctx, { microCredentials: asks.microCredentials.map(({ id }) => id) })
  return {
    asks,
    versions,
    offerings: new Map(offerings.map((offering) => [offering.id, offering])),
    lineItems: await listLineItems(
      ctx,
      offerings.map(({ id }) => id),
    ),
    rules: new Map(
      (await rulesOf(ctx, asks)).map(({ microCredential, rule }): [Id<'mc'>, IssuingRule] => [microCredential, rule]),
    ),
    issuer: await issuerOf(ctx),
    key: await signingKeyInUse(ctx),
  }
}

/** A line with all that its credential needs, or the reason why there will be none. */
type Prepared = Readonly<{
  line: LineRow
  decision: Decision
  document: ReturnType<typeof composeOpenBadge>
  dataKey: Uint8Array
  version: Version
}>

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

/** Decides once more on what is known now: a result may have been corrected since the release was prepared. */
async function prepare(ctx: Ctx, known: Known, lines: readonly LineRow[]) {
  const records = new Map(
    (
      await readRecords(
        ctx,
        lines.map(({ enrolment }) => enrolment),
      )
    ).map((record) => [record.enrolment, record]),
  )
  const learners = new Map(
    (await learnersOf(ctx, [...new Set(lines.map(({ learner }) => learner))])).map((learner) => [learner.id, learner]),
  )
  const prepared: Prepared[] = []
  const failed: Settled[] = []
  for (const line of lines) {
    const record = records.get(line.enrolment)
    const rule = known.rules.get(line.micro_credential)
    const version = line.design_version && known.versions.get(line.design_version)
    const offering = known.offerings.get(line.offering)
    const learner = learners.get(line.learner)
    if (!record || !rule || !version || !offering || !learner) {
      failed.push({ line: line.id, state: 'failed', failure: { code: 'record_gone', values: {} } })
      continue
    }
    const lineItems = known.lineItems.get(line.offering) ?? []
    const decision = decide(rule, recordFor(record, lineItems))
    if (decision.verdict !== 'qualifies') {
      failed.push({
        line: line.id,
        state: 'failed',
        failure: { code: 'no_longer_qualifies', values: { verdict: decision.verdict } },
      })
      continue
    }
    const achievement = `${ctx.origin}/achievements/${version.id}`
    const input = openBadgeFor({
      id: `${ctx.origin}/credentials/${line.credential}`,
      issuer: {
        id: known.issuer.id,
        name: known.issuer.name,
        ...(known.issuer.url ? { url: known.issuer.url } : {}),
        ...(known.issuer.email ? { email: known.issuer.email } : {}),
      },
      validFrom: ctx.now,
      statuses: statusesOf(ctx, line),
      achievement: {
        id: achievement,
        version: version.number,
        key: version.key,
        design: version.document,
        image: `${achievement}/image.png`,
      },
      identifiers: await identifiersOf(learner),
      offering,
      lineItems,
      results: record.results,
      outcome: record.outcome,
    })
    prepared.push({ line, decision, document: composeOpenBadge(input), dataKey: learner.dataKey, version })
  }
  return { prepared, failed }
}

const statusesOf = (ctx: Ctx, line: LineRow) => {
  const { revocation_list, revocation_index, suspension_list, suspension_index } = line
  if (!revocation_list || revocation_index === null || !suspension_list || suspension_index === null)
    throw new TypeError(`${line.id} has no places`)
  return [
    { purpose: 'revocation' as const, list: listUrl(ctx, revocation_list), index: revocation_index },
    { purpose: 'suspension' as const, list: listUrl(ctx, suspension_list), index: suspension_index },
  ]
}

/** Whoever has a name is named, and found again by the salted hash of the e-mail address; else the source's own key. */
async function identifiersOf({
  key,
  name,
  email,
}: {
  key: string
  name?: string | undefined
  email?: string | undefined
}): Promise<IdentifierInput[]> {
  const salt = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    ...(email
      ? [{ identityType: 'emailAddress' as const, identity: await hashIdentity(email.toLowerCase(), salt), salt, hashed: true }]
      : []),
    ...(name ? [{ identityType: 'name' as const, identity: name, hashed: false }] : []),
    ...(email || name ? [] : [{ identityType: 'sourcedId' as const, identity: key, hashed: false }]),
  ]
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
