// Releases: prepared, looked at, held and excluded, confirmed, and then issued in the background.
import { newestVersions, titlesOf } from '#domain/design/design.ts'
import { findLearners, learnerNames, learnersOf, listOfferingsOf } from '#domain/intake/intake.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import { type Id, newId } from '#kernel/id.ts'
import { page } from '#kernel/page.ts'
import { found, Refusal, refuseIf } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Verdict } from './decision.ts'
import { type issuingApi, lineStates, Release } from './issuing.api.ts'
import { newestRules } from './issuing-rules.ts'
import { issueRelease, prepareLines } from './jobs.ts'
import { countLines, listLearnersOfLines, listLineRows, type MovedLine, updateLines } from './line-store.ts'
import {
  type Asks,
  findRelease,
  freezeOrigin,
  insertRelease,
  listReleaseRows,
  lockRelease,
  type Progress,
  updateReleaseState,
} from './release-store.ts'
import { type LineAct, lineAfter, pace, type ReleaseState, statesFor, whyNotConfirm, whyNotMoveRelease } from './rules.ts'
import { emptyTally } from './tally.ts'

type In = Inputs<typeof issuingApi>

export async function prepareRelease(ctx: Ctx, { title, microCredentials, offerings }: In['prepareRelease']): Promise<Release> {
  const asks = await asksFor(ctx, microCredentials, offerings)
  return ctx.atomically(async (ctx) => {
    const id = newId('rel', ctx.now)
    await insertRelease(ctx, { id, title: title ?? titleFor(asks), asks })
    await ctx.queue(prepareLines, { release: id })
    await ctx.tell({ kind: 'release.prepared', about: id })
    return readRelease(ctx, { id })
  })
}

export async function readRelease(ctx: Ctx, { id }: In['readRelease']): Promise<Release> {
  const [release] = await withCounts(ctx, [found(await findRelease(ctx, id), id)])
  return found(release, id)
}

export async function listReleases(ctx: Ctx, asked: In['listReleases']) {
  return page(await withCounts(ctx, await listReleaseRows(ctx, asked)), asked.limit)
}

export async function listLines(ctx: Ctx, { id, search, ...asked }: In['listLines']) {
  const { asks } = found(await findRelease(ctx, id), id)
  const { microCredentials } = asks as Asks // written by insertRelease
  const learners = search ? (await findLearners(ctx, search)).map(({ id }) => id) : undefined
  const rows = await listLineRows(ctx, { id, learners, ...asked })
  const names = await learnerNames(
    ctx,
    rows.map(({ learner }) => learner),
  )
  const offerings = new Map(
    (await listOfferingsOf(ctx, { microCredentials: microCredentials.map((one) => one.id) })).map((one) => [one.id, one]),
  )
  const opened = await reasonsOpened(ctx, rows)
  const items = rows.map(async (row) => {
    const about = microCredentials.find((one) => one.id === row.micro_credential)
    const learner = names.get(row.learner)
    return {
      id: row.id,
      enrolment: row.enrolment,
      learner: { id: row.learner, key: learner?.key ?? '', ...(learner?.name ? { name: learner.name } : {}) },
      offering: { id: row.offering, key: offerings.get(row.offering)?.key ?? '' },
      microCredential: { id: row.micro_credential, key: about?.key ?? '', title: about?.title ?? '' },
      state: row.state as keyof Release['lines'] & string, // checked by the table
      decision: row.explanation as never, // written by copyLines from a Decision
      ...(row.reason === null ? {} : { reason: await opened(row.learner, row.reason) }),
      ...(row.credential && row.state === 'issued' ? { credential: row.credential } : {}),
      ...(row.failure ? { failure: row.failure as { code: string; values: Record<string, unknown> } } : {}),
    }
  })
  return page(await Promise.all(items), asked.limit)
}

/** Opens the reasons of these lines; keys are fetched only where there are any. */
async function reasonsOpened(ctx: Ctx, rows: readonly { learner: Id<'lrn'>; reason: Uint8Array | null }[]) {
  const some = rows.filter(({ reason }) => reason !== null).map(({ learner }) => learner)
  const keys = new Map((some.length > 0 ? await learnersOf(ctx, [...new Set(some)]) : []).map(({ id, dataKey }) => [id, dataKey]))
  return async (learner: Id<'lrn'>, sealed: Uint8Array) =>
    new TextDecoder().decode(await ctx.keys.open(found(keys.get(learner)), sealed))
}

export const holdLines = (ctx: Ctx, { id, lines, reason }: In['holdLines']) => moveLines(ctx, 'hold', id, lines, reason)
export const excludeLines = (ctx: Ctx, { id, lines, reason }: In['excludeLines']) => moveLines(ctx, 'exclude', id, lines, reason)
export const readmitLines = (ctx: Ctx, { id, lines }: In['readmitLines']) => moveLines(ctx, 'readmit', id, lines, null)

const told = { hold: 'lines.held', exclude: 'lines.excluded', readmit: 'lines.readmitted' } as const satisfies Record<
  LineAct,
  string
>

/** All of the lines or none. A reason can be about a person; it is sealed with that person's key. */
async function moveLines(
  ctx: Ctx,
  act: LineAct,
  id: Id<'rel'>,
  lines: readonly Id<'rln'>[],
  reason: string | null,
): Promise<Release> {
  const unique = [...new Set(lines)]
  const moving = await sealedFor(ctx, await listLearnersOfLines(ctx, id, unique), reason)
  return ctx.atomically(async (ctx) => {
    const { state } = found(await lockRelease(ctx, id), id)
    refuseIf(state === 'prepared' ? undefined : 'wrong_release_state', undefined, { state })
    const from = [...statesFor(act), lineAfter[act]]
    const moved = await updateLines(ctx, { release: id, lines: moving, from, to: lineAfter[act] })
    refuseIf(moved === unique.length ? undefined : 'line_settled', undefined, {
      settled: unique.length - moved,
      asked: unique.length,
    })
    await ctx.tell({ kind: told[act], about: id, detail: { lines: unique } })
    return readRelease(ctx, { id })
  })
}

async function sealedFor(
  ctx: Ctx,
  lines: readonly { id: Id<'rln'>; learner: Id<'lrn'> }[],
  reason: string | null,
): Promise<MovedLine[]> {
  if (reason === null) return lines.map(({ id }) => ({ id, reason }))
  const learners = new Map(
    (await learnersOf(ctx, [...new Set(lines.map(({ learner }) => learner))])).map((learner) => [learner.id, learner]),
  )
  const bytes = new TextEncoder().encode(reason)
  return Promise.all(
    lines.map(async ({ id, learner }) => ({ id, reason: await ctx.keys.seal(found(learners.get(learner)).dataKey, bytes) })),
  )
}

export async function cancelRelease(ctx: Ctx, { id }: In['cancelRelease']): Promise<Release> {
  return ctx.atomically(async (ctx) => {
    const { state } = found(await lockRelease(ctx, id), id)
    refuseIf(whyNotMoveRelease(state as ReleaseState, 'cancel'), undefined, { state })
    await updateReleaseState(ctx, id, state as ReleaseState, 'cancelled', { cancelled: ctx.now, cancelled_by: ctx.actor.id })
    await ctx.tell({ kind: 'release.cancelled', about: id })
    return readRelease(ctx, { id })
  })
}

export async function confirmRelease(ctx: Ctx, { id, expected }: In['confirmRelease']): Promise<Release> {
  return ctx.atomically(async (ctx) => {
    const { state, asks } = found(await lockRelease(ctx, id), id)
    const { lines } = await readRelease(ctx, { id })
    const ready = lines.ready ?? 0
    const why = whyNotConfirm(state as ReleaseState, ready, expected)
    refuseIf(why, undefined, { state, ready, expected })
    const retired = await retiredOf(ctx, asks as Asks) // written by insertRelease
    refuseIf(retired.length > 0 ? 'retired' : undefined, undefined, { keys: retired })
    if ((await freezeOrigin(ctx)) !== ctx.origin) throw new Refusal('origin_frozen')
    const progress: Progress = { done: 0, total: ready, since: ctx.now.toISOString(), at: ctx.now.toISOString() }
    await updateReleaseState(ctx, id, 'prepared', 'issuing', {
      released: ctx.now,
      released_by: ctx.actor.id,
      progress: JSON.stringify(progress),
    })
    await ctx.queue(issueRelease, { release: id })
    await ctx.tell({ kind: 'release.confirmed', about: id, detail: { count: ready } })
    return readRelease(ctx, { id })
  })
}

/** The codes of those that were retired since the release was prepared. */
async function retiredOf(ctx: Ctx, { microCredentials }: Asks): Promise<string[]> {
  const titles = await titlesOf(
    ctx,
    microCredentials.map(({ id }) => id),
  )
  return [...titles.values()].filter(({ retired }) => retired).map(({ key }) => key)
}

async function asksFor(
  ctx: Ctx,
  ids: readonly Id<'mc'>[] | undefined,
  offerings: readonly Id<'off'>[] | undefined,
): Promise<Asks> {
  const rules = await newestRules(ctx, ids)
  const versions = new Map((await newestVersions(ctx, ids)).map((version) => [version.microCredential, version]))
  for (const id of ids ?? []) {
    if (!rules.has(id)) throw new Refusal('no_rule', id)
    if (!versions.has(id)) throw new Refusal('no_published_version', id)
  }
  const both = [...versions.values()].flatMap((version) => {
    const rule = rules.get(version.microCredential)
    return rule ? [{ version, rule }] : []
  })
  const led = new Set(
    (await listOfferingsOf(ctx, { microCredentials: both.map(({ version }) => version.microCredential) })).map(
      (one) => one.microCredential,
    ),
  )
  const microCredentials = both
    .filter(({ version }) => led.has(version.microCredential))
    .map(({ version, rule }) => ({
      id: version.microCredential,
      key: version.key,
      title: version.document.overview.title,
      rule: rule.id,
      ruleVersion: rule.version,
      version: version.id,
      designVersion: version.number,
    }))
  refuseIf(microCredentials.length === 0 ? 'nothing_to_release' : undefined)
  return { microCredentials, ...(offerings ? { offerings } : {}) }
}

const titleFor = ({ microCredentials }: Asks) => {
  const [first, ...others] = microCredentials
  return `${first?.title ?? ''}${others.length > 0 ? ` + ${others.length}` : ''}`.slice(0, 200)
}

async function withCounts(ctx: Ctx, rows: readonly NonNullable<Awaited<ReturnType<typeof findRelease>>>[]): Promise<Release[]> {
  const counts =
    rows.length === 0
      ? []
      : await countLines(
          ctx,
          rows.map(({ id }) => id),
        )
  return rows.map((row) => {
    const mine = counts.filter(({ release }) => release === row.id)
    const tally = emptyTally()
    const lines: Record<string, number> = Object.fromEntries(lineStates.map((state) => [state, 0]))
    for (const { verdict, state, count } of mine) {
      tally.enrolments += count
      tally[verdict as Verdict] += count
      lines[state] = (lines[state] ?? 0) + count
    }
    const progress = row.progress as Partial<Progress>
    return Release.parse({
      id: row.id,
      title: row.title,
      state: row.state,
      created: row.created.toISOString(),
      createdBy: row.created_by,
      released: row.released?.toISOString(),
      releasedBy: row.released_by ?? undefined,
      finished: row.finished?.toISOString(),
      cancelled: row.cancelled?.toISOString(),
      cancelledBy: row.cancelled_by ?? undefined,
      microCredentials: (row.asks as Asks).microCredentials,
      tally,
      lines,
      progress: progress.since
        ? {
            ...progress,
            ...pace(progress.done ?? 0, progress.total ?? 0, new Date(progress.since), new Date(progress.at ?? progress.since)),
          }
        : undefined,
      failure: row.failure ?? undefined,
    })
  })
}
