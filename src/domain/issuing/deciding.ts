// Deciding for many: every enrolment of some offerings, page by page, each against its micro-credential's rule.
import { listLineItems, listOfferingsOf, listRecords, type LearnerRecord as RecordRow } from '#domain/intake/intake.ts'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { decide } from './decide.ts'
import type { Decision, LearnerRecord, LineItem } from './decision.ts'
import type { IssuingRule } from './rule.ts'

const pageSize = 2000

type OfferingRow = Awaited<ReturnType<typeof listOfferingsOf>>[number]

export type Decided = Readonly<{ record: RecordRow; offering: OfferingRow; microCredential: Id<'mc'>; decision: Decision }>

export type ToDecide = Readonly<{ microCredential: Id<'mc'>; rule: IssuingRule }>

/** The offerings that lead to these micro-credentials, or those of them that are named. */
export async function offeringsFor(
  ctx: Ctx,
  microCredentials: readonly Id<'mc'>[],
  only?: readonly Id<'off'>[],
): Promise<OfferingRow[]> {
  const offerings = await listOfferingsOf(ctx, { microCredentials: [...microCredentials] })
  return only ? offerings.filter(({ id }) => only.includes(id)) : offerings
}

/** Pages in the order of the enrolments' ids, in memory one at a time. */
export async function* decideAll(
  ctx: Ctx,
  asked: readonly ToDecide[],
  offerings: readonly OfferingRow[],
): AsyncGenerator<Decided[]> {
  const rules = new Map(asked.map(({ microCredential, rule }) => [microCredential, rule]))
  const byId = new Map(offerings.map((offering) => [offering.id, offering]))
  const lineItems = await listLineItems(ctx, [...byId.keys()])
  let after: Id<'enr'> | undefined
  while (byId.size > 0) {
    const { items, next } = await listRecords(ctx, { offerings: [...byId.keys()], limit: pageSize, ...(after ? { after } : {}) })
    yield items.flatMap((record) => {
      const offering = byId.get(record.offering)
      const rule = offering?.microCredential && rules.get(offering.microCredential)
      if (!offering?.microCredential || !rule) return []
      const decision = decide(rule, recordFor(record, lineItems.get(record.offering) ?? []))
      return [{ record, offering, microCredential: offering.microCredential, decision }]
    })
    if (!next) return
    after = next
  }
}

/** What the rule may look at; nothing is copied, for there may be a hundred thousand of them. */
export const recordFor = ({ enrolment, outcome, results }: RecordRow, lineItems: readonly LineItem[]): LearnerRecord => ({
  enrolment,
  lineItems,
  results,
  ...(outcome ? { outcome } : {}),
})
