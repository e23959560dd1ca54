// What a verification answers: a verdict and all its findings, as codes and values.
import * as z from 'zod'

/**
 * Check → its question, in the order in which they are asked (Open Badges 3.0, 8.1: conformance, proof, refresh, status and dates,
 * recipient, endorsements). What has to be fetched for a question waits until the proof holds, so the schema comes after it.
 */
export const questions = {
  well_formed: 'Is it a complete credential of its kind?',
  known_issuer: 'Is the key that signed it the issuer’s?',
  proof_holds: 'Was anything changed since it was signed?',
  known_contexts: 'Do its words have their usual meaning?',
  schema: 'Does it follow the schema that it names?',
  resources: 'Are the files that it refers to as they were?',
  refresh: 'Is there a newer version of it?',
  within_dates: 'Is it valid today?',
  status: 'Has the issuer taken it back?',
  recipient: 'Whose is it?',
  endorsements: 'Are the endorsements inside of it genuine?',
  embedded: 'Does what it carries hold?',
} as const

export type CheckId = keyof typeof questions

// `keys` forgets the names.
export const checkIds = Object.keys(questions) as [CheckId, ...CheckId[]]

export const outcomes = ['passed', 'failed', 'warned', 'not_run'] as const
export const verdicts = ['trusted', 'untrusted', 'undecided'] as const

export const findingSchema = z.object({
  check: z.enum(checkIds),
  outcome: z.enum(outcomes),
  /** A row of `plainWords`. */
  code: z.string(),
  /** `path` says where in the document, when it is about something inside of it. */
  values: z.record(z.string(), z.unknown()),
  /** For the curious; never shown as the message. */
  technical: z.string().optional(),
})

export const reportSchema = z.object({
  verdict: z.enum(verdicts),
  findings: z.array(findingSchema),
  /** The document as it was parsed, out of its token if it was one; absent when it could not be. */
  credential: z.record(z.string(), z.unknown()).optional(),
  /** The address of the achievement's picture. */
  image: z.string().optional(),
})

export type Outcome = (typeof outcomes)[number]
export type Verdict = (typeof verdicts)[number]
export type Finding = z.output<typeof findingSchema>
export type Report = z.output<typeof reportSchema>
