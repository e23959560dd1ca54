// What a verification answers: a verdict and all its findings, as codes and values.
import * as z from 'zod'

/** The checks in the order in which they are asked (Open Badges 3.0, 8.2: schema, proof, status and dates, recipient, endorsements). */
export const checkIds = [
  'well_formed',
  'known_issuer',
  'proof_holds',
  'known_contexts',
  'within_dates',
  'status',
  'recipient',
  'endorsements',
] as const

export const outcomes = ['passed', 'failed', 'warned', 'not_run'] as const
export const verdicts = ['trusted', 'untrusted', 'undecided'] as const

export const findingSchema = z.object({
  check: z.enum(checkIds),
  outcome: z.enum(outcomes),
  /** A row of `plainWords`. */
  code: z.string(),
  values: z.record(z.string(), z.unknown()),
  /** For the curious; never shown as the message. */
  technical: z.string().optional(),
})

export const reportSchema = z.object({
  verdict: z.enum(verdicts),
  findings: z.array(findingSchema),
  /** The document exactly as it was parsed; absent when it could not be. */
  credential: z.record(z.string(), z.unknown()).optional(),
  /** The address of the achievement's picture. */
  image: z.string().optional(),
})

export type CheckId = (typeof checkIds)[number]
export type Outcome = (typeof outcomes)[number]
export type Verdict = (typeof verdicts)[number]
export type Finding = z.output<typeof findingSchema>
export type Report = z.output<typeof reportSchema>
