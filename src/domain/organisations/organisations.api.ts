// The contract of organisations: who issues, how they present themselves, and the keys they sign with.
import * as z from 'zod'
import { defineApi } from '#kernel/endpoint.ts'
import { idSchema } from '#kernel/id.ts'
import { revision } from '#kernel/page.ts'
import type { Refusals } from '#kernel/refusal.ts'

export const organisationsRefusals = {
  slug_taken: [409, 'Another organisation already has this short name'],
} as const satisfies Refusals

export const organisationsActs = {
  'organisation:read': 'see the organisation',
  'organisation:update': 'change name, site and colours of the organisation',
  'key:read': 'see which keys the organisation signs with',
  'key:rotate': 'put a new signing key into use',
} as const

export const organisationsEvents = {
  'organisation.founded': 'An organisation was founded',
  'organisation.updated': 'The organisation changed how it presents itself',
  'key.created': 'A signing key was created',
  'key.retired': 'A signing key was retired',
} as const

export const slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/, 'lower-case letters, digits and hyphens, 1 to 64 of them')

export const accent = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as #2456a6')

export const webAddress = z.url({ protocol: /^https?$/ }).max(2000)

/** One line: a name goes into the heads of mails, where a line break would begin something else. */
export const oneLine = z
  .string()
  .trim()
  .max(200)
  .regex(/^\P{Cc}*$/u, 'one line, without control characters')

export const organisationFields = {
  name: oneLine.min(2),
  description: z.string().trim().max(2000).optional(),
  url: webAddress.optional(),
  email: z.email().max(320).optional(),
}

export const Organisation = z.object({
  id: idSchema('org'),
  slug: z.string(),
  ...organisationFields,
  accent,
  did: z.string(),
  created: z.iso.datetime(),
  revision: z.int(),
})
export type Organisation = z.output<typeof Organisation>

export const SigningKey = z.object({
  id: idSchema('key'),
  publicKeyMultibase: z.string(),
  created: z.iso.datetime(),
  retired: z.iso.datetime().optional(),
})

export const organisationsApi = defineApi({
  read: {
    method: 'GET',
    path: '/organisation',
    does: 'Show the organisation that this request is about',
    may: 'organisation:read',
    input: z.object({}),
    output: Organisation,
  },
  update: {
    method: 'PUT',
    path: '/organisation',
    does: 'Change how the organisation presents itself',
    may: 'organisation:update',
    input: z.object({ ...organisationFields, accent, revision }),
    output: Organisation,
    refusals: ['conflict'],
  },
  listKeys: {
    method: 'GET',
    path: '/organisation/keys',
    does: 'List the keys that the organisation signs with, newest first',
    may: 'key:read',
    input: z.object({}),
    output: z.object({ items: z.array(SigningKey) }),
  },
  rotateKey: {
    method: 'POST',
    path: '/organisation/keys',
    does: 'Put a new signing key into use; credentials signed with the old one keep verifying',
    may: 'key:rotate',
    input: z.object({}),
    output: SigningKey,
    status: 201,
  },
})
