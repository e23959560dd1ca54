// Preparing a release: a decision and a line for every enrolment that its rules speak about.
import { type Id, newId } from '#kernel/id.ts'
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { type Decided, decideAll, offeringsFor, type ToDecide } from './deciding.ts'
import { ruleOf } from './issuing-rules.ts'
import { copyLines, listAwarded, listHeld, type NewLine } from './line-store.ts'
import { type Asks, beginAttempt, findRelease, lockRelease, updateProgress, updateReleaseState } from './release-store.ts'
import { findRule } from './rule-store.ts'
import { lineStateFor } from './rules.ts'

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
  await beginAttempt(ctx, release, attempt)
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
    if ((await lockRelease(ctx, release))?.attempt !== attempt) return false
    const awarded = new Set<string>()
    for (const { id } of asks.microCredentials) {
      const enrolments = decided.filter(({ microCredential }) => microCredential === id).map(({ record }) => record.enrolment)
      for (const enrolment of await listAwarded(ctx, id, enrolments)) awarded.add(`${id} ${enrolment}`)
    }
    const holds = await listHeld(
      ctx,
      release,
      decided.map(({ record }) => record.enrolment),
    )
    const lines = decided.flatMap((one): NewLine[] => {
      const about = asks.microCredentials.find(({ id }) => id === one.microCredential)
      if (!about) return []
      const which = `${about.id} ${one.record.enrolment}`
      const held = holds.get(which)
      const state = lineStateFor({ verdict: one.decision.verdict, awarded: awarded.has(which), held: held !== undefined })
      return [
        {
          id: newId('rln', ctx.now),
          decision: newId('dec', ctx.now),
          microCredential: about.id,
          version: about.version,
          rule: about.rule,
          enrolment: one.record.enrolment,
          learner: one.record.learner.id,
          offering: one.offering.id,
          state,
          held: state === 'held' ? held : undefined,
          explanation: one.decision,
        },
      ]
    })
    await copyLines(ctx, copy, release, lines)
    return true
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
