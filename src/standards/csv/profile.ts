// A mapping profile: which file holds what, and how rows become facts. A document that people save, edit as a file and share.
import * as z from 'zod'
import { flawOf } from './flaws.ts'
import { fileMapping, fileName } from './mapping.ts'
import { whyNotPlan } from './plan.ts'
import { starter } from './starter.ts'

const slug = z.stringFormat('short_name', /^[a-z0-9]+(-[a-z0-9]+)*$/).max(80)

/** Plain JSON (or YAML read as such). `version` is that of this form of document. */
export const mappingProfile = z
  .strictObject({
    version: z.literal(1),
    slug,
    title: z.string().min(1).max(200),
    description: z.string().max(4000),
    /** Values that mean "no value" in every file. An empty column always does. */
    empty: z.array(z.string()).max(50).optional(),
    /** File names that may lie beside the others and are passed over. */
    ignore: z.array(fileName).max(100).optional(),
    files: z.array(fileMapping).min(1).max(50),
    starter: starter.optional(),
  })
  .superRefine((profile, context) => {
    for (const { path, rule, values } of whyNotPlan(profile.files))
      context.addIssue({ code: 'custom', path: ['files', ...path], ...flawOf(rule, values) })
  })

export type MappingProfile = z.output<typeof mappingProfile>
