// The design of a micro-credential, small for now: one document a step, with the field names of the recognition rules.
import * as z from 'zod'
import { idSchema } from '#kernel/id.ts'

const text = (most: number) => z.string().trim().max(most)
const webAddress = z.url({ protocol: /^https?$/ }).max(2000)

/** A skill that an outcome is aligned with (Open Badges 3.0 section B.3, Alignment). */
export const alignment = z.object({
  framework: text(200).optional(),
  target: webAddress.optional(),
  name: text(500).min(1),
  code: text(100).optional(),
})

export const learningOutcome = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  text: text(1000).min(1),
  type: z.enum(['knowledge', 'skill', 'attribute', 'competency']).default('skill'),
  alignments: z.array(alignment).max(50).default([]),
})

export const badgeImage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('drawn'),
    shape: z.enum(['circle', 'shield', 'hexagon', 'square']).default('circle'),
    motif: z.enum(['rings', 'leaf', 'path', 'spark', 'grid', 'wave']).default('rings'),
    accent: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .optional(),
  }),
  z.object({ kind: z.literal('uploaded'), image: idSchema('img'), alternativeText: text(500).min(1) }),
])

/** step → what is written there. Every member may still be missing in a draft. */
export const steps = {
  overview: z.object({
    title: text(200).default(''),
    description: text(5000).default(''),
    language: z
      .array(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/))
      .max(20)
      .default(['en']),
    webpage: webAddress.optional(),
  }),
  outcomes: z.object({
    learningOutcomes: z
      .array(learningOutcome)
      .max(100)
      .refine((outcomes) => new Set(outcomes.map(({ id }) => id)).size === outcomes.length, {
        error: 'two outcomes have the same id',
      })
      .default([]),
  }),
  assessment: z.object({
    criteria: text(10_000).default(''),
    supervisionIdentity: z.enum(['unsupervised-no-id', 'supervised-no-id', 'supervised-id']).optional(),
    method: text(500).optional(),
  }),
  volume: z.object({
    hours: z.number().positive().max(20_000).optional(),
    levels: z
      .array(z.object({ framework: text(40).min(1), level: text(40).min(1) }))
      .max(10)
      .default([]),
    deliveryMode: z.enum(['online', 'onsite', 'blended', 'workplace']).optional(),
    qualityAssurance: text(2000).optional(),
    validMonths: z.number().int().min(1).max(600).optional(),
  }),
  badge: z.object({ image: badgeImage.default({ kind: 'drawn', shape: 'circle', motif: 'rings' }) }),
} as const

export type Step = keyof typeof steps
export const stepNames = Object.keys(steps) as Step[] // the keys of a literal object are known

export const designDocument = z.object({
  overview: steps.overview.prefault({}),
  outcomes: steps.outcomes.prefault({}),
  assessment: steps.assessment.prefault({}),
  volume: steps.volume.prefault({}),
  badge: steps.badge.prefault({}),
})
export type DesignDocument = z.output<typeof designDocument>

/** Goes up when the shape above changes; older versions are brought up to date when read. */
export const schemaVersion = 1
