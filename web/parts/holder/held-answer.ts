// What the last act on a credential of one's own answered: why not, a link just made, or whether it verifies.
import type { Client } from '#sdk/sdk.ts'
import type { Problem } from '../../lib/problem.ts'

export type HeldAnswer = Readonly<{
  intent?: string
  problem?: Problem
  values?: { expires: string }
  made?: Awaited<ReturnType<Client['issuing']['shareHeld']>>
  report?: Awaited<ReturnType<Client['verification']['verify']>>
}>
