// The contract of design: drafts that several people may edit, and published versions that never change.
import * as z from 'zod'
import { LogState } from '#domain/trust/trust.api.ts'
import { defineApi } from '#kernel/endpoint.ts'
import { idSchema } from '#kernel/id.ts'
import { pageInput, pageOf, revision } from '#kernel/page.ts'
import type { Refusals } from '#kernel/refusal.ts'
import { designDocument, stepNames } from './design-document.ts'

export const designRefusals = {
  key_taken: [409, 'Another micro-credential already has this code'],
  draft_changed: [409, 'Somebody else changed this step in the meantime; both texts are in the answer'],
  design_incomplete: [409, 'The design is not complete yet'],
  nothing_changed: [409, 'Nothing has changed since the last published version'],
  already_retired: [409, 'This micro-credential is already retired'],
  retired: [409, 'This micro-credential is retired', '{keys}'],
  image_unknown: [422, 'There is no such picture here; upload it first'],
} as const satisfies Refusals

export const designActs = {
  'design:read': 'see designs',
  'design:write': 'create and edit designs',
  'design:publish': 'publish and retire designs',
} as const

export const designEvents = {
  'micro_credential.created': 'A micro-credential was created',
  'draft.saved': 'A draft was saved',
  'version.published': 'A version was published',
  'micro_credential.retired': 'A micro-credential was retired',
} as const

const step = z.enum(stepNames)

export const Version = z.object({
  id: idSchema('dv'),
  number: z.int(),
  digest: z.string(),
  published: z.iso.datetime(),
  publishedBy: z.string(),
})

export const MicroCredentialRow = z.object({
  id: idSchema('mc'),
  key: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'published', 'changed', 'retired']),
  version: z.int().optional(),
  changed: z.iso.datetime(),
})
export type MicroCredentialRow = z.output<typeof MicroCredentialRow>

export const MicroCredential = MicroCredentialRow.extend({
  document: designDocument,
  revisions: z.record(step, z.int()),
  versions: z.array(Version),
  /** What is missing before it can be published: codes with the step they belong to. */
  missing: z.array(z.object({ step, code: z.string(), values: z.record(z.string(), z.unknown()) })),
})
export type MicroCredential = z.output<typeof MicroCredential>

export const PublishedVersion = Version.extend({
  microCredential: idSchema('mc'),
  key: z.string(),
  document: designDocument,
})
export type PublishedVersion = z.output<typeof PublishedVersion>

export const designApi = defineApi({
  list: {
    method: 'GET',
    path: '/micro-credentials',
    does: 'List micro-credentials, newest first; search goes over code and title',
    may: 'design:read',
    input: z.object({
      ...pageInput,
      search: z.string().max(200).optional(),
      state: z.enum(['draft', 'published', 'changed', 'retired']).optional(),
    }),
    output: pageOf(MicroCredentialRow),
  },
  create: {
    method: 'POST',
    path: '/micro-credentials',
    does: 'Create a micro-credential as a draft',
    may: 'design:write',
    input: z.object({
      key: z.string().trim().min(1).max(100).describe('the course code by which results find it'),
      document: designDocument.partial().optional(),
      title: z.string().trim().min(1).max(200).optional(),
    }),
    output: MicroCredential,
    status: 201,
    refusals: ['key_taken'],
  },
  read: {
    method: 'GET',
    path: '/micro-credentials/{id}',
    does: 'Show a micro-credential: draft, versions, and what is missing',
    may: 'design:read',
    input: z.object({ id: idSchema('mc') }),
    output: MicroCredential,
  },
  saveStep: {
    method: 'PUT',
    path: '/micro-credentials/{id}/draft/{step}',
    does: 'Save one step of the draft, on top of the revision that you read',
    may: 'design:write',
    input: z.object({
      id: idSchema('mc'),
      step,
      revision,
      document: z.record(z.string(), z.unknown()),
    }),
    output: MicroCredential,
    refusals: ['draft_changed', 'retired', 'image_unknown'],
  },
  publish: {
    method: 'POST',
    path: '/micro-credentials/{id}/versions',
    does: 'Publish the draft as the next version, which then never changes',
    may: 'design:publish',
    input: z.object({ id: idSchema('mc') }),
    output: MicroCredential,
    status: 201,
    refusals: ['design_incomplete', 'nothing_changed', 'retired'],
  },
  readVersion: {
    method: 'GET',
    path: '/design-versions/{id}',
    does: 'Show a published version as it was published',
    may: 'design:read',
    input: z.object({ id: idSchema('dv') }),
    output: PublishedVersion,
  },
  readVersionLogProof: {
    method: 'GET',
    path: '/design-versions/{id}/log-proof',
    does: 'Prove that a published version is in the transparency log',
    may: 'design:read',
    input: z.object({ id: idSchema('dv') }),
    output: LogState,
  },
  retire: {
    method: 'POST',
    path: '/micro-credentials/{id}/retirement',
    does: 'Retire a micro-credential: nothing new is issued, what was issued stays valid',
    may: 'design:publish',
    input: z.object({ id: idSchema('mc') }),
    output: MicroCredential,
    refusals: ['already_retired'],
  },
  badge: {
    method: 'GET',
    path: '/micro-credentials/{id}/badge',
    does: 'Draw the badge of the draft, as SVG or PNG',
    may: 'design:read',
    input: z.object({
      id: idSchema('mc'),
      format: z.enum(['svg', 'png']).default('svg'),
      width: z.coerce.number().int().min(16).max(2048).default(512),
    }),
    output: z.unknown(),
    produces: 'download',
  },
  uploadImage: {
    method: 'POST',
    path: '/images',
    does: 'Upload an image for a badge; it is decoded and written anew',
    may: 'design:write',
    input: z.object({}),
    output: z.object({ id: idSchema('img'), width: z.int(), height: z.int() }),
    status: 201,
    upload: { most: 8 * 1024 * 1024, types: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/octet-stream'] },
    refusals: ['image_unreadable', 'too_large'],
  },
})
