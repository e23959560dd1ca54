// The starter of a mapping profile: the organisation, designs and issuing rule that suit the data, for a first try.
import * as z from 'zod'

const text = z.string().min(1).max(4000)
const slug = z.stringFormat('short_name', /^[a-z0-9]+(-[a-z0-9]+)*$/).max(80)

const suggestedOutcome = z.strictObject({
  says: text,
  skills: z.array(z.strictObject({ name: text, url: z.url().optional(), framework: text.optional() })).max(50),
})

/** `key` is that of the offerings' `course`. */
const suggestedMicroCredential = z.strictObject({
  key: z.string().min(1).max(200),
  title: text,
  description: text,
  criteria: text,
  outcomes: z.array(suggestedOutcome).max(50),
  notionalHours: z.number().positive().max(100_000).optional(),
  level: text.optional(),
})

/** `rule` is an issuing rule, in whatever words the issuing room understands. */
export const starter = z.strictObject({
  organisation: z.strictObject({ slug, name: text }),
  microCredentials: z.array(suggestedMicroCredential).max(1000),
  rule: z.record(z.string(), z.unknown()),
})

export type Starter = z.output<typeof starter>
