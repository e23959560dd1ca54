// Which line items a rule can speak of: those of the offerings that lead to the micro-credential.
import type { OfferingLineItems, Rule } from '#domain/issuing/issuing.api.ts'
import { partsOfRule } from '#domain/issuing/kinds/kinds.ts'
import type { IssuingRule } from '#domain/issuing/rule.ts'
import { doubtsAbout, type RuleDoubt } from '#domain/issuing/rule-doubts.ts'
import type { Id } from '#kernel/id.ts'
import type { Client } from '#sdk/sdk.ts'

/** `left`: how many older offerings were not looked into. */
export type KnownLineItems = Readonly<{ offerings: readonly OfferingLineItems[]; left: number }>

/** For choosing and for a first warning; a simulation looks at all of them. */
export async function knownLineItems(client: Client, microCredential: Id<'mc'>): Promise<KnownLineItems> {
  const { items, total = items.length } = await client.issuing.listRuleLineItems({ microCredential, limit: 200 })
  return { offerings: items, left: total - items.length }
}

/** key → title, the newest offering's where they differ. */
export const titlesKnown = ({ offerings }: KnownLineItems): ReadonlyMap<string, string> =>
  new Map(offerings.toReversed().flatMap(({ lineItems }) => lineItems.map(({ key, title }) => [key, title])))

/** Of rules that are only shown: titles are looked up for those that name line items, and empty for the others. */
export async function titlesNamed(client: Client, rules: readonly Pick<Rule, 'microCredential' | 'rule'>[]) {
  const naming = rules.filter(({ rule }) => namesKeys(rule))
  const titles = naming.map(
    async ({ microCredential }) => [microCredential, titlesKnown(await knownLineItems(client, microCredential))] as const,
  )
  return new Map<string, ReadonlyMap<string, string>>(await Promise.all(titles))
}

const namesKeys = (rule: IssuingRule): boolean =>
  ('of' in rule && (rule.of?.keys?.length ?? 0) > 0) || partsOfRule(rule).some(namesKeys)

export const doubtsKnown = (rule: IssuingRule, { offerings }: KnownLineItems): RuleDoubt[] =>
  doubtsAbout(
    rule,
    offerings.map(({ key, lineItems }) => ({ offerings: [key], lineItems })),
  )
