// Which line items a rule can speak of: those of the offerings that lead to the micro-credential.
import type { Enrolment } from '#domain/intake/intake.api.ts'
import type { Id } from '#kernel/id.ts'
import type { Client } from '#sdk/sdk.ts'

export type KnownLineItems = Readonly<{
  categories: readonly string[]
  items: readonly Readonly<{ key: string; title: string; category: string }>[]
}>

/** Runs of one course are alike: a look into the newest few says enough, and is only a help for writing. */
const looked = 4

export async function knownLineItems(client: Client, microCredential: Id<'mc'>): Promise<KnownLineItems> {
  const { items: offerings } = await client.intake.listOfferings({ microCredential, limit: looked })
  const found = await Promise.all(offerings.map(({ id }) => lineItemsOf(client, id)))
  const items = new Map(found.flat().map(({ key, title, category }) => [key, { key, title, category }]))
  return { categories: [...new Set([...items.values()].map(({ category }) => category))].sort(), items: [...items.values()] }
}

async function lineItemsOf(client: Client, offering: Id<'off'>): Promise<Enrolment['lineItems']> {
  const { items } = await client.intake.listEnrolments({ offering, limit: 1 })
  const [one] = items
  return one ? (await client.intake.readEnrolment({ id: one.id })).lineItems : []
}
