// Which organisation a command is about: the one named, the one used last, or the only one there is.
import type { Client } from '#sdk/sdk.ts'
import type { Connection } from './connection.ts'
import { refused } from './problem-words.ts'

export type KnownOrganisation = Readonly<{ id: string; slug: string; name: string }>

export function organisationMeant(
  { asked, remembered }: { asked?: string | undefined; remembered?: string | undefined },
  all: readonly KnownOrganisation[],
): KnownOrganisation {
  const called = (name: string) => all.find(({ id, slug }) => id === name || slug === name)
  if (asked !== undefined) return called(asked) ?? refuse(`There is no organisation “${asked}” here. ${listed(all)}`)
  const last = remembered === undefined ? undefined : called(remembered)
  const [only, another] = all
  if (last) return last
  if (!only) return refuse(listed(all))
  return another ? refuse(`Say which organisation you mean, with --organisation. ${listed(all)}`) : only
}

function refuse(sentence: string): never {
  throw refused('organisation_unknown', sentence)
}

const listed = (all: readonly KnownOrganisation[]) =>
  all.length === 0
    ? 'There is no organisation yet: import results with a profile that brings one (`--profile oulad`), or found one on the screens.'
    : `There are: ${all.map(({ slug, name }) => `${slug} (${name})`).join(', ')}.`

export type Within = Readonly<{ client: Client; organisation: KnownOrganisation }>

/** A client that speaks for the organisation meant, which is remembered for the next command. */
export async function within(connection: Connection, asked: string | undefined, { useRemembered = true } = {}): Promise<Within> {
  const organisations = await organisationsThere(connection)
  const remembered = useRemembered ? await connection.remembered() : undefined
  const organisation = organisationMeant({ asked, remembered }, organisations)
  await connection.remember(organisation.slug)
  return { organisation, client: connection.client(organisation.slug) }
}

/** All of the installation's: we come as its operator. */
export async function organisationsThere({ hasToken, place, client }: Connection): Promise<readonly KnownOrganisation[]> {
  if (!hasToken) throw refused('not_signed_in', `Nobody gets in without a token: ${place}.`)
  return (await client().people.session({})).organisations
}
