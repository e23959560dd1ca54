// The contract of intake: mapping profiles, imports with preview and undo, and the records that came of them.
import * as z from 'zod'
import { defineApi } from '#kernel/endpoint.ts'
import { idSchema } from '#kernel/id.ts'
import { pageInput, pageOf, revision, sortsOf } from '#kernel/page.ts'
import type { Refusals } from '#kernel/refusal.ts'
import { mappingProfile } from '#standards/csv/profile.ts'

export const intakeRefusals = {
  profile_unknown: [404, 'There is no mapping profile of this name'],
  profile_shipped: [409, 'This profile ships with Testamur; save yours under another name'],
  wrong_import_state: [409, 'The import is not in a state that allows this'],
  no_files: [409, 'Upload the files first'],
  file_unknown: [400, 'The mapping profile does not know a file of this name', '{name} is none of {names}'],
  import_in_use: [409, 'Credentials were decided on rows of this import, so it cannot be undone'],
  import_overlaid: [409, 'A later import changed the same rows; undo that one first'],
} as const satisfies Refusals

export const intakeActs = {
  'intake:read': 'see offerings, enrolments and results',
  'intake:import': 'import results and save mapping profiles',
  'intake:undo': 'undo an import',
} as const

export const intakeEvents = {
  'profile.saved': 'A mapping profile was saved',
  'profile.deleted': 'A mapping profile was deleted',
  'import.confirmed': 'An import was confirmed',
  'import.finished': 'An import was finished',
  'import.undone': 'An import was undone',
  'offering.linked': 'An offering was linked with a micro-credential',
  'learner.linked': 'A learner was recognised by their confirmed e-mail address',
} as const

export const factKinds = ['learner', 'offering', 'line_item', 'enrolment', 'result', 'outcome'] as const
export const factKind = z.enum(factKinds)

const count = z.int().min(0)
export const FactCounts = z.object({ new: count, changed: count, unchanged: count })

export const Profile = z.object({
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  shipped: z.boolean(),
  revision: z.int(),
  document: mappingProfile,
})
export type Profile = z.output<typeof Profile>

/** Days after which an import that nobody has previewed is discarded, with its files. */
export const daysKept = 30

export const importStates = ['open', 'reading', 'previewed', 'importing', 'imported', 'failed', 'discarded', 'undone'] as const

export const Import = z.object({
  id: idSchema('imp'),
  profile: z.string(),
  state: z.enum(importStates),
  created: z.iso.datetime(),
  createdBy: z.string(),
  finished: z.iso.datetime().optional(),
  files: z.array(z.object({ name: z.string(), bytes: count, digest: z.string() })),
  counts: z.partialRecord(factKind, FactCounts),
  refused: count,
  /** While reading or importing: bytes and rows so far, out of how many bytes, and since when. */
  progress: z
    .object({ rows: count, bytes: count, total: count, since: z.iso.datetime(), rate: z.number(), secondsLeft: z.number() })
    .optional(),
  failure: z.object({ code: z.string(), values: z.record(z.string(), z.unknown()) }).optional(),
})
export type Import = z.output<typeof Import>

export const RefusedRow = z.object({
  id: z.string(),
  file: z.string(),
  line: z.int(),
  column: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.unknown()),
})
export type RefusedRow = z.output<typeof RefusedRow>

export const effects = ['new', 'changed', 'unchanged'] as const

const values = z.record(z.string(), z.unknown())

export const StagedRow = z.object({
  id: z.string(),
  kind: factKind,
  effect: z.enum(effects),
  file: z.string(),
  line: z.int(),
  fact: values,
  /** Of a changed row: what is stored now in the fields that are; `null` where nothing is. */
  before: values.optional(),
  /** Of its keys, as far as they are known here or the same files say; `maximum` is the line item's. */
  names: z.object({ learner: z.string().optional(), lineItem: z.string().optional(), maximum: z.number().optional() }),
  /** The enrolment it is about, if that is here already. Settled: something was issued on it. */
  enrolment: z.object({ id: idSchema('enr'), settled: z.boolean() }).optional(),
})
export type StagedRow = z.output<typeof StagedRow>

export const Offering = z.object({
  id: idSchema('off'),
  key: z.string(),
  course: z.string(),
  title: z.string(),
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
  microCredential: idSchema('mc').optional(),
  enrolments: count,
  lineItems: count,
})
export type Offering = z.output<typeof Offering>

/** `learner` by the source's key: names are sealed, and nothing can be sorted by them. */
export const enrolmentSorts = sortsOf(['learner', 'offering', 'status', 'outcome'])

/** Where a row came from: the import, the file and the line in it. */
export const Provenance = z.object({ import: idSchema('imp'), file: z.string(), line: z.int(), at: z.iso.datetime() })

export const EnrolmentRow = z.object({
  id: idSchema('enr'),
  offering: z.object({ id: idSchema('off'), key: z.string(), title: z.string() }),
  learner: z.object({ id: idSchema('lrn'), key: z.string(), name: z.string().optional() }),
  status: z.string(),
  outcome: z.string().optional(),
  results: count,
})
export type EnrolmentRow = z.output<typeof EnrolmentRow>

export const Enrolment = EnrolmentRow.extend({
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
  from: Provenance,
  outcomes: z.array(
    z.object({ id: idSchema('res'), value: z.string(), says: z.string(), from: Provenance, supersededBy: z.string().optional() }),
  ),
  lineItems: z.array(
    z.object({
      id: idSchema('li'),
      key: z.string(),
      title: z.string(),
      category: z.string(),
      weight: z.number().optional(),
      maximum: z.number().optional(),
      dueOn: z.iso.date().optional(),
      results: z.array(
        z.object({
          id: idSchema('res'),
          score: z.number().optional(),
          submittedOn: z.iso.date().optional(),
          carriedOver: z.boolean(),
          from: Provenance,
          supersededBy: z.string().optional(),
        }),
      ),
    }),
  ),
})
export type Enrolment = z.output<typeof Enrolment>

const importId = z.object({ id: idSchema('imp') })
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

export const intakeApi = defineApi({
  listProfiles: {
    method: 'GET',
    path: '/mapping-profiles',
    does: 'List mapping profiles: those that ship with Testamur, and your own',
    may: 'intake:read',
    input: z.object({}),
    output: z.object({ items: z.array(Profile) }),
  },
  readProfile: {
    method: 'GET',
    path: '/mapping-profiles/{slug}',
    does: 'Show a mapping profile',
    may: 'intake:read',
    input: z.object({ slug }),
    output: Profile,
    refusals: ['profile_unknown'],
  },
  saveProfile: {
    method: 'PUT',
    path: '/mapping-profiles/{slug}',
    does: 'Save a mapping profile of your own',
    may: 'intake:import',
    input: z.object({ slug, document: mappingProfile, revision: revision.optional() }),
    output: Profile,
    refusals: ['profile_shipped', 'conflict'],
  },
  deleteProfile: {
    method: 'DELETE',
    path: '/mapping-profiles/{slug}',
    does: 'Delete a mapping profile of your own; imports made with it keep their copy',
    may: 'intake:import',
    input: z.object({ slug }),
    output: z.object({}),
    refusals: ['profile_unknown', 'profile_shipped'],
  },
  listImports: {
    method: 'GET',
    path: '/imports',
    does: 'List imports that have a file, newest first',
    may: 'intake:read',
    input: z.object(pageInput),
    output: pageOf(Import),
  },
  openImport: {
    method: 'POST',
    path: '/imports',
    does: `Open an import with a mapping profile; then upload its files and ask for a preview, within ${daysKept} days`,
    may: 'intake:import',
    input: z.object({ profile: slug }),
    output: Import,
    status: 201,
    refusals: ['profile_unknown'],
  },
  uploadFile: {
    method: 'PUT',
    path: '/imports/{id}/files/{name}',
    does: 'Upload one file of an import; the same name again replaces it',
    may: 'intake:import',
    input: z.object({ id: idSchema('imp'), name: z.string().min(1).max(200) }),
    output: Import,
    upload: { most: 4 * 1024 ** 3, types: ['text/csv', 'text/plain', 'application/octet-stream', 'application/vnd.ms-excel'] },
    refusals: ['wrong_import_state', 'file_unknown', 'too_large'],
  },
  previewImport: {
    method: 'POST',
    path: '/imports/{id}/preview',
    does: 'Read the files and say what the import would do, without doing it',
    may: 'intake:import',
    input: importId,
    output: Import,
    status: 202,
    refusals: ['wrong_import_state', 'no_files'],
  },
  readImport: {
    method: 'GET',
    path: '/imports/{id}',
    does: 'Show an import: state, counts, progress',
    may: 'intake:read',
    input: importId,
    output: Import,
  },
  listStaged: {
    method: 'GET',
    path: '/imports/{id}/rows',
    does: 'Show rows as they were understood, before the import is confirmed',
    may: 'intake:read',
    input: z.object({
      id: idSchema('imp'),
      kind: factKind,
      effect: z.enum(effects).optional(),
      settled: z.literal('yes').optional().describe('only rows about enrolments on which something was issued'),
      ...pageInput,
    }),
    output: pageOf(StagedRow),
  },
  listRefused: {
    method: 'GET',
    path: '/imports/{id}/refusals',
    does: 'Show every refused row with file, line, column and reason',
    may: 'intake:read',
    input: z.object({ id: idSchema('imp'), ...pageInput }),
    output: pageOf(RefusedRow),
  },
  downloadRefused: {
    method: 'GET',
    path: '/imports/{id}/refusals.csv',
    does: 'Download every refused row as CSV',
    may: 'intake:read',
    input: importId,
    output: z.unknown(),
    produces: 'download',
  },
  confirmImport: {
    method: 'POST',
    path: '/imports/{id}/confirmation',
    does: 'Do what the preview said; refused rows stay out',
    may: 'intake:import',
    input: importId,
    output: Import,
    status: 202,
    refusals: ['wrong_import_state'],
  },
  discardImport: {
    method: 'DELETE',
    path: '/imports/{id}',
    does: 'Discard an import that was not confirmed',
    may: 'intake:import',
    input: importId,
    output: Import,
    refusals: ['wrong_import_state'],
  },
  undoImport: {
    method: 'POST',
    path: '/imports/{id}/reversal',
    does: 'Undo an import, as long as nothing was issued from it',
    may: 'intake:undo',
    input: importId,
    output: Import,
    refusals: ['wrong_import_state', 'import_in_use', 'import_overlaid'],
  },
  listOfferings: {
    method: 'GET',
    path: '/offerings',
    does: 'List offerings with how many are enrolled',
    may: 'intake:read',
    input: z.object({ ...pageInput, search: z.string().max(200).optional(), microCredential: idSchema('mc').optional() }),
    output: pageOf(Offering),
  },
  linkOfferings: {
    method: 'POST',
    path: '/offering-links',
    does: 'Say which micro-credential these offerings lead to; left out, each goes to the one whose code is its course',
    may: 'intake:import',
    input: z.object({
      offerings: z.array(idSchema('off')).max(10_000).optional(),
      microCredential: idSchema('mc').nullable().optional(),
    }),
    output: z.object({ linked: count }),
  },
  listEnrolments: {
    method: 'GET',
    path: '/enrolments',
    does: 'List enrolments; search goes over the learner’s key, name and e-mail',
    may: 'intake:read',
    input: z.object({
      ...pageInput,
      offering: idSchema('off').optional(),
      search: z.string().max(200).optional(),
      sort: z.enum(enrolmentSorts).optional().describe('left out: newest first'),
    }),
    output: pageOf(EnrolmentRow),
  },
  readEnrolment: {
    method: 'GET',
    path: '/enrolments/{id}',
    does: 'Show an enrolment with all its results and where each came from',
    may: 'intake:read',
    input: z.object({ id: idSchema('enr') }),
    output: Enrolment,
  },
})
