// Facts: what rows say once a mapping profile has read them. Keys are the source's own keys.
import * as z from 'zod'

const key = z.string().min(1).max(200)
const text = z.string().min(1).max(1000)
const date = z.iso.date()
const number = z.number().min(-1e9).max(1e9)

/** `line` is the 1-based line of the file on which the record begins. */
const place = z.object({ file: z.string(), line: z.int().min(1) })

export const learnerFact = z.object({
  fact: z.literal('learner'),
  place,
  key,
  name: text.optional(),
  email: z.email().max(320).optional(),
})

/** `course` is the key of what is taught; an offering is one run of it. */
export const offeringFact = z.object({
  fact: z.literal('offering'),
  place,
  key,
  title: text,
  course: key,
  courseTitle: text.optional(),
  startsOn: date.optional(),
  endsOn: date.optional(),
})

export const lineItemFact = z.object({
  fact: z.literal('line_item'),
  place,
  offering: key,
  key,
  title: text,
  category: key,
  /** As the source states it; weights of an offering need not sum to 100. */
  weight: number.min(0).optional(),
  maximum: number.min(0).optional(),
  dueOn: date.optional(),
})

export const enrolmentStatuses = ['enrolled', 'withdrawn', 'completed'] as const

export const enrolmentFact = z.object({
  fact: z.literal('enrolment'),
  place,
  offering: key,
  learner: key,
  startsOn: date.optional(),
  endsOn: date.optional(),
  status: z.enum(enrolmentStatuses),
})

export const resultFact = z.object({
  fact: z.literal('result'),
  place,
  offering: key,
  learner: key,
  lineItem: key,
  /** In the unit of the line item; `null` where the source knows of the work and gives no score. */
  score: number.nullable(),
  submittedOn: date.optional(),
  carriedOver: z.boolean().optional(),
})

export const outcomeValues = ['passed', 'passed_with_distinction', 'failed', 'withdrawn', 'pending'] as const

export const outcomeFact = z.object({
  fact: z.literal('outcome'),
  place,
  offering: key,
  learner: key,
  value: z.enum(outcomeValues),
  /** The source's own word. */
  says: text,
  on: date.optional(),
})

export const factSchemas = {
  learner: learnerFact,
  offering: offeringFact,
  line_item: lineItemFact,
  enrolment: enrolmentFact,
  result: resultFact,
  outcome: outcomeFact,
} as const

export type FactKind = keyof typeof factSchemas

export const factSchema = z.discriminatedUnion('fact', [
  learnerFact,
  offeringFact,
  lineItemFact,
  enrolmentFact,
  resultFact,
  outcomeFact,
])

export type LearnerFact = z.output<typeof learnerFact>
export type OutcomeFact = z.output<typeof outcomeFact>
export type Fact = z.output<typeof factSchema>
