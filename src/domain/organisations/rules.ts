// Decisions about organisations, without IO: how they are named on the web, and how their keys are.
import type { Id } from '#kernel/id.ts'
import { didWebOf } from '#standards/did/web.ts'

/** The identifier that credentials carry for good. Throws where this installation's origin cannot be a `did:web`. */
export function didOf(origin: string, slug: string): string {
  const did = didWebOf(`${origin}/o/${slug}`)
  if (did === undefined) throw new TypeError(`${origin} cannot be part of a did:web`)
  return did
}

/** The key's own id is the fragment, so that a document and a credential name it alike. */
export const verificationMethodOf = (did: string, key: Id<'key'>): string => `${did}#${key}`
