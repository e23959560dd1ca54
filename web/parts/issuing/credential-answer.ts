// What the last act on a credential answered: why not, a link just made, or whether it verifies.
import type { Client } from '#sdk/sdk.ts'
import type { Problem } from '../../lib/problem.ts'

type Report = Awaited<ReturnType<Client['verification']['verify']>>
type Made = Awaited<ReturnType<Client['issuing']['share']>>

export type CredentialAnswer = Readonly<{
  intent?: string
  problem?: Problem
  values?: { reason: string; expires: string }
  made?: Made
  report?: Report
}>

/** An action answers in several shapes; all of them are parts of this one. Redirects never come back. */
export const answerIn = (given: unknown): CredentialAnswer =>
  given instanceof Response ? {} : ((given ?? {}) as CredentialAnswer)
