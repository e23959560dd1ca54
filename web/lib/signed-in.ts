// Screens behind a sign-in ask here first. What a person may do is decided at the door; this only spares them a dead end.
import { data, redirect } from 'react-router'
import { type Membership, type Person, type Reach, sessionOf } from './context.ts'

/** The person, or off to the sign-in page, to return here afterwards. `url` is the loader's own (that of the request may end in `.data`). */
export function signedIn(context: Reach, url: URL): Person {
  const { person } = sessionOf(context)
  if (person) return person
  throw redirect(`/sign-in?returnTo=${encodeURIComponent(url.pathname + url.search)}`)
}

/** The person's organisation of that name in the address; 404 where they have no part, as for one that does not exist. */
export function membership(context: Reach, slug: string | undefined): Membership {
  const found = sessionOf(context).organisations.find((organisation) => organisation.slug === slug)
  if (!found) throw data(null, { status: 404 })
  return found
}
