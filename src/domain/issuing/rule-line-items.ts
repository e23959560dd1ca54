// The line items of which a rule may speak: those of every offering that leads to its micro-credential.
import { type LinkedOffering, listLineItems, listOfferingsOf } from '#domain/intake/intake.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import type { Page } from '#kernel/page.ts'
import { page } from '#kernel/page.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { issuingApi, OfferingLineItems } from './issuing.api.ts'
import type { IssuingRule } from './rule.ts'
import { doubtsAbout, type RuleDoubt } from './rule-doubts.ts'

type In = Inputs<typeof issuingApi>

/** Newest offerings first. */
export async function listRuleLineItems(
  ctx: Ctx,
  { microCredential, after, limit }: In['listRuleLineItems'],
): Promise<Page<OfferingLineItems>> {
  const all = (await listOfferingsOf(ctx, { microCredentials: [microCredential] })).toReversed()
  const { items, ...rest } = page(after ? all.filter(({ id }) => id < after) : all, limit, all.length)
  const known = await listLineItems(
    ctx,
    items.map(({ id }) => id),
  )
  return {
    ...rest,
    items: items.map(({ id, key, title }) => ({ id, key, title, lineItems: (known.get(id) ?? []).map(described) })),
  }
}

/** What is doubtful about this rule in these offerings. */
export async function doubtsIn(ctx: Ctx, rule: IssuingRule, offerings: readonly LinkedOffering[]): Promise<RuleDoubt[]> {
  const known = await listLineItems(ctx, offerings.map(idOf))
  return doubtsAbout(
    rule,
    offerings.map(({ id, key }) => ({ offerings: [key], lineItems: known.get(id) ?? [] })),
  )
}

const idOf = ({ id }: { id: Id<'off'> }) => id

type LineItems = NonNullable<ReturnType<Awaited<ReturnType<typeof listLineItems>>['get']>>

const described = ({ key, title, category, weight, maximum }: LineItems[number]) => ({ key, title, category, weight, maximum })
