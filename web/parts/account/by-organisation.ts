// The people of the demonstration as they are shown: organisation by organisation, with the roles that they have there.
import type { Role } from '#domain/people/roles.ts'
import type { CastMember } from './one-click-people.tsx'

export type Group = Readonly<{
  slug: string | undefined
  organisation: string | undefined
  people: readonly Readonly<{ id: string; name: string; roles: readonly Role[] }>[]
}>

/** Who belongs to several stands under each; who belongs to none, at the end. */
export function byOrganisation(people: readonly CastMember[]): readonly Group[] {
  const nowhere = { slug: undefined, organisation: undefined, roles: [] }
  const places = people.flatMap(({ id, name, memberships }) =>
    (memberships.length > 0 ? memberships : [nowhere]).map((membership) => ({ id, name, ...membership })),
  )
  return [...Map.groupBy(places, ({ slug }) => slug)]
    .map(([slug, here]) => ({
      slug,
      organisation: here[0]?.organisation,
      people: here.map(({ id, name, roles }) => ({ id, name, roles })),
    }))
    .toSorted((a, b) => Number(a.slug === undefined) - Number(b.slug === undefined))
}
