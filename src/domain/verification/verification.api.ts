// The contract of verification: anybody may ask whether a credential holds, and gets every finding.
import * as z from 'zod'
import { defineApi } from '#kernel/endpoint.ts'
import type { Refusals } from '#kernel/refusal.ts'
import { outsideRefusals } from '#ports/outside.ts'
import { reportSchema } from '#standards/verify/report.ts'

export const verificationRefusals = {
  ...outsideRefusals,
  nothing_to_verify: [400, 'Send a credential, or a link to one'],
  link_answers_otherwise: [422, 'There is no credential at this address'],
} as const satisfies Refusals

export const verificationActs = {} as const

export const verificationEvents = {} as const

export const verificationApi = defineApi({
  verify: {
    method: 'POST',
    path: '/verifications',
    does: 'Verify a credential, a presentation or a badge, given as JSON (an object, or its text), as a signed token, or by a link to it',
    may: 'anyone',
    input: z.object({
      credential: z.union([z.record(z.string(), z.unknown()), z.string().max(4_000_000)]).optional(),
      link: z
        .string()
        .trim()
        .max(2000)
        .pipe(z.url({ protocol: /^https?$/ }))
        .optional(),
      /** What the reader asked to be signed, and what the reader is called. */
      challenge: z.string().max(2000).optional(),
      domain: z.string().max(2000).optional(),
      /** Who the earner should be: an e-mail address, a DID or another identifier. */
      recipient: z.string().trim().min(1).max(2000).optional(),
    }),
    output: reportSchema,
    refusals: ['nothing_to_verify', 'link_answers_otherwise', ...Object.keys(outsideRefusals)],
    rate: 120,
  },
  verifyFile: {
    method: 'POST',
    path: '/verifications/file',
    does: 'Verify a credential in a file: JSON, a signed token, or a PNG or SVG picture with the credential baked in',
    may: 'anyone',
    input: z.object({}),
    output: reportSchema,
    upload: {
      most: 8 * 1024 * 1024,
      types: [
        'application/json',
        'application/ld+json',
        'application/vc+ld+json',
        'application/vc',
        'application/vp',
        'application/vc+jwt',
        'application/vp+jwt',
        'application/jwt',
        'image/png',
        'image/svg+xml',
        'text/plain',
        'application/octet-stream',
      ],
    },
    refusals: ['too_large'],
    rate: 120,
  },
})
