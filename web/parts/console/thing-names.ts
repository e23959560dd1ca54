// What the things that events are about are called, as far as the reader may see them: id → name.
import type { Client } from '#sdk/sdk.ts'

export type ThingNames = Readonly<Record<string, string>>

/** Three lists at most; what is not on their first page stays without a name. */
export async function thingNames({ design, issuing, people }: Client, acts: readonly string[]): Promise<ThingNames> {
  const may = (act: string) => acts.includes(act)
  const [designs, releases, members] = await Promise.all([
    may('design:read') ? design.list({ limit: 200 }) : { items: [] },
    may('release:read') ? issuing.listReleases({ limit: 200 }) : { items: [] },
    may('member:read') ? people.listMembers({ limit: 200 }) : { items: [] },
  ])
  return Object.fromEntries([
    ...designs.items.map(({ id, title, key }) => [id, title || key]),
    ...releases.items.map(({ id, title }) => [id, title]),
    ...members.items.map(({ person }) => [person.id, person.name]),
  ])
}
