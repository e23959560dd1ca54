// Who did it: members by id, for those who may see them.
import type { Client } from '#sdk/sdk.ts'

export type Names = Readonly<Record<string, string>>

/** Empty for whoever may not see members, and at most 200 of them; whoever else did it is shown without a name. */
export async function memberNames(client: Client, acts: readonly string[]): Promise<Names> {
  if (!acts.includes('member:read')) return {}
  const { items } = await client.people.listMembers({ limit: 200 })
  return Object.fromEntries(items.map(({ person }) => [person.id, person.name]))
}
