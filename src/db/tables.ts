// The tables as the migrations made them. Written by scripts/tables.ts; do not edit.

import type { ColumnType, Generated } from 'kysely'
import type { Id } from '#kernel/id.ts'

type Bytes = ColumnType<Uint8Array<ArrayBuffer>, Uint8Array, Uint8Array>
/** Read as a parsed value; written as JSON text. */
type Json = ColumnType<unknown, string, string>
type JsonByDefault = ColumnType<unknown, string | undefined, string>

export type Award = {
  id: Id<'awd'>
  organisation: Id<'org'>
  micro_credential: Id<'mc'>
  enrolment: Id<'enr'>
  learner: Id<'lrn'>
  decision: Id<'dec'>
  awarded: Date
}

export type Credential = {
  id: Id<'cred'>
  organisation: Id<'org'>
  award: Id<'awd'>
  micro_credential: Id<'mc'>
  design_version: Id<'dv'>
  enrolment: Id<'enr'>
  offering: Id<'off'>
  learner: Id<'lrn'>
  release: Id<'rel'> | null
  signing_key: Id<'key'>
  title: string
  issued: Date
  valid_from: Date
  valid_until: Date | null
  revocation_list: Id<'sl'>
  revocation_index: number
  suspension_list: Id<'sl'>
  suspension_index: number
  digest: Bytes
}

export type CredentialBody = {
  credential: Id<'cred'>
  organisation: Id<'org'>
  body: Bytes
}

export type Decision = {
  id: Id<'dec'>
  organisation: Id<'org'>
  enrolment: Id<'enr'>
  issuing_rule: Id<'rule'>
  verdict: string
  explanation: Json
  results: string[]
  decided: Date
}

export type DesignDraft = {
  micro_credential: Id<'mc'>
  step: string
  organisation: Id<'org'>
  document: Json
  revision: Generated<number>
  changed: Date
  changed_by: string
}

export type DesignOutcome = {
  design_version: Id<'dv'>
  outcome: string
  organisation: Id<'org'>
  position: number
  text: string
}

export type DesignVersion = {
  id: Id<'dv'>
  organisation: Id<'org'>
  micro_credential: Id<'mc'>
  number: number
  schema_version: number
  document: string
  digest: Bytes
  published: Date
  published_by: string
}

export type EmailConfirmation = {
  token_hash: Bytes
  person: Id<'per'>
  email: string
  created: Date
  expires: Date
  used: Date | null
}

export type Enrolment = {
  id: Id<'enr'>
  organisation: Id<'org'>
  offering: Id<'off'>
  learner: Id<'lrn'>
  status: string
  starts_on: string | null
  ends_on: string | null
  settled: Date | null
  digest: string
  import: Id<'imp'>
  file: string
  line: number
  created: Date
}

export type Event = {
  id: Id<'evt'>
  organisation: Id<'org'> | null
  kind: string
  about: string
  detail: JsonByDefault
  actor: string
  at: Date
}

export type EventPosition = {
  position: number
  event: Id<'evt'>
  organisation: Id<'org'> | null
  chain: Bytes
  number: number | null
}

export type EventUnplaced = {
  event: Id<'evt'>
}

export type Image = {
  id: Id<'img'>
  organisation: Id<'org'>
  digest: Bytes
  width: number
  height: number
  bytes: Bytes
  created: Date
  created_by: string
}

export type Import = {
  id: Id<'imp'>
  organisation: Id<'org'>
  profile: string
  profile_document: string
  state: string
  created: Date
  created_by: string
  confirmed: Date | null
  confirmed_by: string | null
  finished: Date | null
  undone: Date | null
  undone_by: string | null
  counts: JsonByDefault
  refused: Generated<number>
  progress: JsonByDefault
  failure: Json | null
  attempt: string | null
  weighed: number | null
}

export type ImportChange = {
  import: Id<'imp'>
  target: string
  organisation: Id<'org'>
  before: Json
}

export type ImportFact = {
  organisation: Id<'org'>
  import: Id<'imp'>
  number: number
  kind: string
  offering_key: string
  learner_key: string
  line_item_key: string
  fact: Json
  digest: string
  file: string
  line: number
  effect: Generated<string>
  target: string
  stored: string | null
}

export type ImportFile = {
  import: Id<'imp'>
  name: string
  organisation: Id<'org'>
  bytes: number
  digest: Bytes
  blob: string
}

export type ImportRefusal = {
  import: Id<'imp'>
  number: number
  organisation: Id<'org'>
  file: string
  line: number
  column: Generated<string>
  code: string
  values: JsonByDefault
}

export type Installation = {
  one: Generated<boolean>
  created: Generated<Date>
  origin: string | null
  demonstration: Generated<boolean>
  story_anchor: Date | null
}

export type Invitation = {
  id: Id<'inv'>
  organisation: Id<'org'>
  email: string
  roles: string[]
  token_hash: Bytes
  invited_by: string
  created: Date
  expires: Date
  accepted: Date | null
  withdrawn: Date | null
}

export type IssuingRule = {
  id: Id<'rule'>
  organisation: Id<'org'>
  micro_credential: Id<'mc'>
  version: number
  rule: Json
  note: string | null
  created: Date
  created_by: string
}

export type Learner = {
  id: Id<'lrn'>
  organisation: Id<'org'>
  key: string
  person: Id<'per'> | null
  sealed: Bytes | null
  search_hashes: Generated<string[]>
  digest: string
  import: Id<'imp'>
  file: string
  line: number
  created: Date
  linked_by: string | null
}

export type LearnerKey = {
  learner: Id<'lrn'>
  organisation: Id<'org'>
  wrapped: Bytes
}

export type LineItem = {
  id: Id<'li'>
  organisation: Id<'org'>
  offering: Id<'off'>
  key: string
  title: string
  category: string
  weight: number | null
  maximum: number | null
  due_on: string | null
  digest: string
  import: Id<'imp'>
  file: string
  line: number
  created: Date
}

export type LogHead = {
  one: Generated<boolean>
  size: Generated<number>
  root: Bytes
  signed_size: Generated<number>
  checkpoint: string | null
}

export type LogKey = {
  one: Generated<boolean>
  public_key: Bytes
  wrapped: Bytes
  created: Date
}

export type LogLeaf = {
  position: number
  organisation: Id<'org'>
  kind: string
  about: string
  commitment: Bytes
}

export type LogTile = {
  level: number
  number: number
  hashes: Bytes
}

export type LogWaiting = {
  organisation: Id<'org'>
  kind: string
  about: string
  commitment: Bytes
}

export type MappingProfile = {
  id: Id<'map'>
  organisation: Id<'org'>
  slug: string
  document: string
  revision: Generated<number>
  created: Date
  changed: Date
  changed_by: string
}

export type Membership = {
  organisation: Id<'org'>
  person: Id<'per'>
  roles: string[]
  created: Date
}

export type MicroCredential = {
  id: Id<'mc'>
  organisation: Id<'org'>
  key: string
  draft_digest: Bytes | null
  created: Date
  created_by: string
  retired: Date | null
  retired_by: string | null
}

export type Offering = {
  id: Id<'off'>
  organisation: Id<'org'>
  key: string
  course: string
  title: string
  starts_on: string | null
  ends_on: string | null
  micro_credential: Id<'mc'> | null
  digest: string
  import: Id<'imp'>
  file: string
  line: number
  created: Date
}

export type Organisation = {
  id: Id<'org'>
  slug: string
  name: string
  description: string | null
  url: string | null
  email: string | null
  accent: Generated<string>
  created: Date
  revision: Generated<number>
}

export type PasswordReset = {
  token_hash: Bytes
  person: Id<'per'>
  created: Date
  expires: Date
  used: Date | null
}

export type Person = {
  id: Id<'per'>
  email: string
  name: string
  password: string | null
  demonstration: Generated<boolean>
  created: Date
  email_confirmed: Date | null
  email_hash: string | null
}

export type Release = {
  id: Id<'rel'>
  organisation: Id<'org'>
  title: string
  state: string
  created: Date
  created_by: string
  asks: Json
  released: Date | null
  released_by: string | null
  finished: Date | null
  cancelled: Date | null
  cancelled_by: string | null
  attempt: string | null
  progress: JsonByDefault
  failure: Json | null
  issued_through: string | null
}

export type ReleaseLine = {
  id: Id<'rln'>
  organisation: Id<'org'>
  release: Id<'rel'>
  micro_credential: Id<'mc'>
  design_version: Id<'dv'> | null
  enrolment: Id<'enr'>
  learner: Id<'lrn'>
  offering: Id<'off'>
  decision: Id<'dec'>
  verdict: string
  state: string
  reason: Bytes | null
  decided_by: string | null
  credential: Id<'cred'> | null
  revocation_list: Id<'sl'> | null
  revocation_index: number | null
  suspension_list: Id<'sl'> | null
  suspension_index: number | null
  failure: Json | null
}

export type Result = {
  id: Id<'res'>
  organisation: Id<'org'>
  enrolment: Id<'enr'>
  line_item: Id<'li'> | null
  score: number | null
  outcome: string | null
  says: string | null
  submitted_on: string | null
  carried_over: Generated<boolean>
  digest: string
  import: Id<'imp'>
  file: string
  line: number
  created: Date
  superseded_by: Id<'res'> | null
}

export type Revocation = {
  credential: Id<'cred'>
  organisation: Id<'org'>
  reason: Bytes
  revoked: Date
  revoked_by: string
}

export type Session = {
  token_hash: Bytes
  person: Id<'per'>
  created: Date
  expires: Date
  ended: Date | null
}

export type Share = {
  id: Id<'shr'>
  organisation: Id<'org'>
  credential: Id<'cred'>
  token_hash: Bytes
  created: Date
  created_by: string
  expires: Date | null
  ended: Date | null
  ended_by: string | null
}

export type SigningKey = {
  id: Id<'key'>
  organisation: Id<'org'>
  public_key: Bytes
  created: Date
  retired: Date | null
  compromised: Date | null
}

export type SigningKeySecret = {
  signing_key: Id<'key'>
  organisation: Id<'org'>
  wrapped: Bytes
}

export type StatusList = {
  id: Id<'sl'>
  organisation: Id<'org'>
  purpose: string
  length: number
  next: Generated<number>
  bits: Bytes
  created: Date
  changed: Date
  full_since: Date | null
  document: string | null
  document_signed: Date | null
  document_of: Date | null
}

export type StatusListKey = {
  status_list: Id<'sl'>
  organisation: Id<'org'>
  permutation_key: Bytes
}

export type Suspension = {
  id: Id<'sus'>
  credential: Id<'cred'>
  organisation: Id<'org'>
  reason: Bytes
  suspended: Date
  suspended_by: string
  lifted: Date | null
  lifted_by: string | null
}

export type Tables = {
  award: Award
  credential: Credential
  credential_body: CredentialBody
  decision: Decision
  design_draft: DesignDraft
  design_outcome: DesignOutcome
  design_version: DesignVersion
  email_confirmation: EmailConfirmation
  enrolment: Enrolment
  event: Event
  event_position: EventPosition
  event_unplaced: EventUnplaced
  image: Image
  import: Import
  import_change: ImportChange
  import_fact: ImportFact
  import_file: ImportFile
  import_refusal: ImportRefusal
  installation: Installation
  invitation: Invitation
  issuing_rule: IssuingRule
  learner: Learner
  learner_key: LearnerKey
  line_item: LineItem
  log_head: LogHead
  log_key: LogKey
  log_leaf: LogLeaf
  log_tile: LogTile
  log_waiting: LogWaiting
  mapping_profile: MappingProfile
  membership: Membership
  micro_credential: MicroCredential
  offering: Offering
  organisation: Organisation
  password_reset: PasswordReset
  person: Person
  release: Release
  release_line: ReleaseLine
  result: Result
  revocation: Revocation
  session: Session
  share: Share
  signing_key: SigningKey
  signing_key_secret: SigningKeySecret
  status_list: StatusList
  status_list_key: StatusListKey
  suspension: Suspension
}
