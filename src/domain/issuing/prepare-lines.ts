// Preparing a release: a decision and a line for every enrolment that its rules speak about.
import { type Id, newId } from '#kernel/id.ts'
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { type Decided, decideAll, offeringsFor, type ToDecide } from './deciding.ts'
import { awardKey, listAwarded } from './issue-store.ts'
import { ruleOf } from './issuing-rules.ts'
import { copyLines, listHeld, type NewLine, type Reservation } from './line-store.ts'
import { type Asks, beginAttempt, findRelease, lockRelease, updateProgress, updateReleaseState } from './release-store.ts'
import { findRule } from './rule-store.ts'
import { lineStateFor } from './rules.ts'
import { reservePlaces } from './status-lists.ts'

export async function prepareAll(ctx: Ctx, release: Id<'rel'>): Promise<void> {
  const row = await findRelease(ctx, release)
  if (row?.state !== 'preparing') return
  const asks = row.asks as Asks // written by insertRelease
  const toDecide = await rulesOf(ctx, asks)
  const offerings = await offeringsFor(
    ctx,
    toDecide.map(({ microCredential }) => microCredential),
    asks.offerings,
  )
  const attempt = newId('try', ctx.clock())
  if (!(await beginAttempt(ctx, release, attempt))) return
  let done = 0
  for await (const decided of decideAll(ctx, toDecide, offerings)) {
    if (!(await store(ctx, release, asks, decided, attempt))) return
    done += decided.length
    await updateProgress(ctx, release, { done, total: done, since: row.created.toISOString(), at: ctx.clock().toISOString() })
  }
  await ctx.atomically(async (ctx) => {
    if ((await lockRelease(ctx, release))?.attempt !== attempt) return
    await updateReleaseState(ctx, release, 'preparing', 'prepared', { progress: '{}' })
  })
}

/** Answers whether this attempt is still the one that writes. */
async function store(ctx: Ctx, release: Id<'rel'>, asks: Asks, decided: readonly Decided[], attempt: string): Promise<boolean> {
  return ctx.inBulk(async (ctx, copy) => {
    const row = await lockRelease(ctx, release)
    if (row?.attempt !== attempt || row.state !== 'preparing') return false
    const enrolments = decided.map(({ record }) => record.enrolment)
    const known = { awarded: await listAwarded(ctx, enrolments), held: await listHeld(ctx, release, enrolments) }
    const lines = decided.flatMap((one) => lineFor(ctx, asks, one, known))
    const due = lines.filter(({ state }) => state === 'ready' || state === 'held')
    const reserved = new Map((await reserve(ctx, due.length)).map((one, index) => [due[index], one]))
    await copyLines(
      ctx,
      copy,
      release,
      lines.map((line) => ({ ...line, reserved: reserved.get(line) })),
    )
    return true
  })
}

type Known = Readonly<{
  awarded: ReadonlySet<string>
  held: ReadonlyMap<string, { reason: Uint8Array | null; decidedBy: string | null }>
}>

function lineFor(ctx: Ctx, asks: Asks, { microCredential, record, offering, decision }: Decided, known: Known): NewLine[] {
  const about = asks.microCredentials.find(({ id }) => id === microCredential)
  if (!about) return []
  const key = awardKey(microCredential, record.enrolment)
  const held = known.held.get(key)
  const state = lineStateFor({ verdict: decision.verdict, awarded: known.awarded.has(key), held: held !== undefined })
  return [
    {
      id: newId('rln', ctx.now),
      decision: newId('dec', ctx.now),
      microCredential,
      version: about.version,
      rule: about.rule,
      enrolment: record.enrolment,
      learner: record.learner.id,
      offering: offering.id,
      state,
      held: state === 'held' ? held : undefined,
      explanation: decision,
    },
  ]
}

/** An id and two places for each. Those of lines that are never issued stay empty, and hide the others a little better. */
async function reserve(ctx: Ctx, count: number): Promise<Reservation[]> {
  const revocations = await reservePlaces(ctx, 'revocation', count)
  const suspensions = await reservePlaces(ctx, 'suspension', count)
  return revocations.flatMap((revocation, index) => {
    const suspension = suspensions[index]
    return suspension ? [{ credential: newId('cred', ctx.now), revocation, suspension }] : []
  })
}

/** The rules as they were when the release was asked for. */
export const rulesOf = (ctx: Ctx, asks: Asks): Promise<ToDecide[]> =>
  Promise.all(
    asks.microCredentials.map(async ({ id, rule }) => ({
      microCredential: id,
      rule: ruleOf(found(await findRule(ctx, rule), rule)).rule,
    })),
  )
