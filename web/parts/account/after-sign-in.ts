// Where somebody goes who has just come in.
import { localPath } from '../../lib/local-path.ts'

/** Where they wanted to go; else their organisation, if it is one; else their account, where all of them stand. */
export function afterSignIn({ organisations }: { organisations: readonly { slug: string }[] }, returnTo?: string): string {
  if (returnTo) return localPath(returnTo)
  const [only, another] = organisations
  return only && !another ? `/o/${only.slug}` : '/account'
}
