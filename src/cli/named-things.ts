// Things that people call by the keys of their own systems, looked up.
import type { Client } from '#sdk/sdk.ts'
import { everyItem } from './pages.ts'
import { refused } from './problem-words.ts'

/** The ids behind course codes, or ids as they are, in the order asked. Refuses with the first that is not there. */
export const microCredentialsCalled = (client: Client, keys: readonly string[]) =>
  called(keys, 'micro-credential', (search, after) => client.design.list({ search, limit: 200, ...after }))

export const offeringsCalled = (client: Client, keys: readonly string[]) =>
  called(keys, 'offering', (search, after) => client.intake.listOfferings({ search, limit: 200, ...after }))

type Called<Id> = Readonly<{ id: Id; key: string }>
type PageAfter<Id> = (
  search: string,
  after: { after?: string },
) => Promise<{ items: readonly Called<Id>[]; next?: string | undefined }>

async function called<Id extends string>(keys: readonly string[], what: string, pageAfter: PageAfter<Id>): Promise<Id[]> {
  const ids: Id[] = []
  for (const key of keys) {
    let id: Id | undefined
    for await (const one of everyItem((after) => pageAfter(key, after))) if (one.key === key) id = one.id
    if (id === undefined) throw refused('name_unknown', `There is no ${what} “${key}” in this organisation.`)
    ids.push(id)
  }
  return ids
}
