// Simulation: an issuing rule tried on every enrolment, saved or not, with nothing written.
import { titlesOf } from '#domain/design/design.ts'
import { type LinkedOffering, learnerNames } from '#domain/intake/intake.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { type Decided, decideAll, offeringsFor, type ToDecide } from './deciding.ts'
import type { issuingApi, Simulation } from './issuing.api.ts'
import { newestRules, refuseSenseless } from './issuing-rules.ts'
import { doubtsIn } from './rule-line-items.ts'
import { count, countReasons, emptyTally, noReasons, reasonCounts, restsOn, sumOf, type Tally } from './tally.ts'

type In = Inputs<typeof issuingApi>

export async function simulate(ctx: Ctx, asked: In['simulate']): Promise<Simulation> {
  const toDecide = await rulesMeant(ctx, asked)
  const offerings = await offeringsFor(ctx, toDecide.map(aboutOf), asked.offerings)
  const { tallies, reasons, lines } = await counted(ctx, { toDecide, offerings, asked })
  const shown = lines.slice(0, asked.limit)
  const last = shown.at(-1)
  return {
    total: sumOf(tallies.values()),
    microCredentials: await described(ctx, { toDecide, offerings, tallies }),
    offerings: offerings.map(({ id, key, title }) => ({ id, key, title, tally: tallies.get(id) ?? emptyTally() })),
    reasons: reasonCounts(reasons),
    underSeveral: reasons.underSeveral,
    // tallies are for everybody who may see rules; people only for those who may see records
    lines: ctx.actor.may('intake:read') ? await linesOf(ctx, shown) : [],
    ...(lines.length > asked.limit && last ? { next: last.record.enrolment } : {}),
  }
}

/** A rule that came with the question, or the newest saved one of each micro-credential. */
async function rulesMeant(ctx: Ctx, { microCredential, rule }: In['simulate']): Promise<ToDecide[]> {
  if (rule) {
    refuseSenseless(rule)
    const ids = microCredential ? [microCredential] : [...(await newestRules(ctx)).keys()]
    return ids.map((id) => ({ microCredential: id, rule }))
  }
  const saved = await newestRules(ctx, microCredential ? [microCredential] : undefined)
  if (saved.size === 0) throw new Refusal('no_rule')
  return [...saved].map(([id, { rule }]) => ({ microCredential: id, rule }))
}

const aboutOf = ({ microCredential }: ToDecide) => microCredential

type ToCount = { toDecide: readonly ToDecide[]; offerings: readonly LinkedOffering[]; asked: In['simulate'] }

/** Everybody is counted; of those to be listed, one more than asked for. */
async function counted(ctx: Ctx, { toDecide, offerings, asked }: ToCount) {
  const tallies = new Map<Id<'off'>, Tally>(offerings.map(({ id }) => [id, emptyTally()]))
  const reasons = noReasons()
  const lines: Decided[] = []
  for await (const page of decideAll(ctx, toDecide, offerings))
    for (const one of page) {
      count(tallies.get(one.offering.id) ?? emptyTally(), one.decision.verdict)
      countReasons(reasons, one.decision)
      if (lines.length <= asked.limit && isListed(one, asked)) lines.push(one)
    }
  return { tallies, reasons, lines }
}

const isListed = ({ record, decision }: Decided, { verdict, reason, after }: In['simulate']) =>
  (!verdict || decision.verdict === verdict) && (!after || record.enrolment > after) && (!reason || restsOn(decision, reason))

type ToDescribe = { toDecide: readonly ToDecide[]; offerings: readonly LinkedOffering[]; tallies: ReadonlyMap<Id<'off'>, Tally> }

async function described(ctx: Ctx, { toDecide, offerings, tallies }: ToDescribe): Promise<Simulation['microCredentials']> {
  const titles = await titlesOf(ctx, toDecide.map(aboutOf))
  const about = async ({ microCredential, rule }: ToDecide) => {
    const mine = offerings.filter((offering) => offering.microCredential === microCredential)
    return {
      id: microCredential,
      key: titles.get(microCredential)?.key ?? '',
      title: titles.get(microCredential)?.title ?? '',
      rule,
      tally: sumOf(mine.map(({ id }) => tallies.get(id) ?? emptyTally())),
      doubts: await doubtsIn(ctx, rule, mine),
    }
  }
  const all: Simulation['microCredentials'] = []
  for (const one of toDecide) all.push(await about(one))
  return all
}

async function linesOf(ctx: Ctx, lines: readonly Decided[]): Promise<Simulation['lines']> {
  const names = await learnerNames(
    ctx,
    lines.map(({ record }) => record.learner.id),
  )
  return lines.map(({ record, offering, decision }) => ({
    enrolment: record.enrolment,
    learner: { id: record.learner.id, key: record.learner.key, ...named(names.get(record.learner.id)) },
    offering: { id: offering.id, key: offering.key },
    decision: structuredClone(decision) as Simulation['lines'][number]['decision'], // the same shape, but readonly
  }))
}

const named = (known: { name?: string | undefined } | undefined) => (known?.name ? { name: known.name } : {})
