// The contract of issuing: rules, simulation, releases, credentials, their status afterwards, and the links that show them.
import * as z from 'zod'
import { AuditPage, auditInput, LogState } from '#domain/trust/trust.api.ts'
import { defineApi } from '#kernel/endpoint.ts'
import { idSchema } from '#kernel/id.ts'
import { pageInput, pageOf, sortsOf } from '#kernel/page.ts'
import type { Refusals } from '#kernel/refusal.ts'
import { type Verdict, verdicts } from './decision.ts'
import { deepest, issuingRule } from './rule.ts'

export const issuingRefusals = {
  rule_senseless: [422, 'This rule can never decide anything'],
  no_rule: [409, 'There is no issuing rule for this micro-credential yet'],
  no_published_version: [409, 'Publish the design first; credentials are issued under a published version'],
  nothing_to_release: [409, 'No micro-credential with offerings, a published version and an issuing rule was found'],
  wrong_release_state: [409, 'The release is not in a state that allows this', '{state}'],
  count_changed: [
    409,
    'The number of credentials to be issued has changed since you looked; look again',
    '{ready} instead of {expected}',
  ],
  line_settled: [409, 'This line is already issued or was never due', '{settled} of {asked}'],
  already_revoked: [409, 'This credential is already revoked'],
  already_suspended: [409, 'This credential is already suspended'],
  not_suspended: [409, 'This credential is not suspended'],
  share_ended: [409, 'This link no longer works already'],
  expires_in_the_past: [422, 'This link would have expired already; choose a later day'],
  origin_frozen: [409, 'Credentials were already issued under another origin'],
} as const satisfies Refusals

export const issuingActs = {
  'rule:read': 'see issuing rules and simulate them',
  'rule:write': 'save issuing rules',
  'release:read': 'see releases',
  'release:prepare': 'prepare a release, hold and exclude lines',
  'release:release': 'issue the credentials of a release',
  'credential:read': 'see credentials',
  'credential:share': 'make and end links to credentials',
  'credential:revoke': 'revoke credentials',
  'credential:suspend': 'suspend credentials and lift suspensions',
} as const

export const issuingEvents = {
  'rule.saved': 'An issuing rule was saved',
  'release.prepared': 'A release was prepared',
  'release.cancelled': 'A release was cancelled',
  'release.confirmed': 'A release was confirmed',
  'release.finished': 'A release was finished',
  'lines.held': 'Lines of a release were held',
  'lines.excluded': 'Lines of a release were excluded',
  'lines.readmitted': 'Lines of a release were readmitted',
  'credentials.issued': 'Credentials were issued',
  'credential.revoked': 'A credential was revoked',
  'credential.suspended': 'A credential was suspended',
  'suspension.lifted': 'A suspension was lifted',
  'share.made': 'A link to a credential was made',
  'share.ended': 'A link to a credential was ended',
} as const

const count = z.int().min(0)
const values = z.record(z.string(), z.unknown())
const reason = z.string().trim().min(3, 'a reason of at least three letters').max(2000)
export const verdict = z.enum(verdicts)

/** A decision as it explains itself: the rows that decided, and the parts of a compound rule. */
export const Explanation = z.object({
  verdict,
  reason: z.object({ code: z.string(), values }),
  because: z.array(z.string()),
  get parts() {
    return z.array(Explanation).optional()
  },
})

export const Rule = z.object({
  id: idSchema('rule'),
  microCredential: idSchema('mc'),
  version: z.int(),
  rule: issuingRule,
  note: z.string().optional(),
  created: z.iso.datetime(),
  createdBy: z.string(),
})
export type Rule = z.output<typeof Rule>

// the entries are the verdicts
const countOfEach = Object.fromEntries(verdicts.map((one) => [one, count])) as Record<Verdict, typeof count>

export const Tally = z.object({ enrolments: count, ...countOfEach })

/** The way to a condition in a rule: `[1, 0]` is the first part of the second part. */
const wayToCondition = z.array(z.int().min(0)).max(deepest)

/** What is doubtful about a rule before anybody is decided about. `offerings` are the keys of those it is true of. */
export const RuleDoubt = z.object({
  at: wayToCondition,
  code: z.string(),
  stops: z.boolean().describe('while it is so, the condition cannot be told for anybody there'),
  values,
  offerings: z.array(z.string()),
})

/** An offering with the line items of which a rule may speak. */
export const OfferingLineItems = z.object({
  id: idSchema('off'),
  key: z.string(),
  title: z.string(),
  lineItems: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      category: z.string(),
      weight: z.number().nullable(),
      maximum: z.number().nullable(),
    }),
  ),
})
export type OfferingLineItems = z.output<typeof OfferingLineItems>

const Person = z.object({ id: idSchema('lrn'), key: z.string(), name: z.string().optional() })

export const SimulatedLine = z.object({
  enrolment: idSchema('enr'),
  learner: Person,
  offering: z.object({ id: idSchema('off'), key: z.string() }),
  decision: Explanation,
})

export const Simulation = z.object({
  total: Tally,
  microCredentials: z.array(
    z.object({
      id: idSchema('mc'),
      key: z.string(),
      title: z.string(),
      rule: issuingRule,
      tally: Tally,
      doubts: z.array(RuleDoubt),
    }),
  ),
  offerings: z.array(z.object({ id: idSchema('off'), key: z.string(), title: z.string(), tally: Tally })),
  /** How often each innermost condition decided, most often first; `at` is left out where the rule is one condition. */
  reasons: z.array(z.object({ verdict, code: z.string(), at: wayToCondition.optional(), count })),
  /** Enrolments that are counted under more than one reason, because several conditions decided together. */
  underSeveral: z.object(countOfEach),
  lines: z.array(SimulatedLine),
  next: z.string().optional(),
})
export type Simulation = z.output<typeof Simulation>

export const releaseStates = ['preparing', 'prepared', 'issuing', 'issued', 'cancelled'] as const
/** Of a cancelled release: what was ready is cancelled with it. */
export const lineStates = ['ready', 'held', 'excluded', 'not_due', 'already_awarded', 'issued', 'failed', 'cancelled'] as const
const lineState = z.enum(lineStates)

export const Release = z.object({
  id: idSchema('rel'),
  title: z.string(),
  state: z.enum(releaseStates),
  created: z.iso.datetime(),
  createdBy: z.string(),
  released: z.iso.datetime().optional(),
  releasedBy: z.string().optional(),
  finished: z.iso.datetime().optional(),
  cancelled: z.iso.datetime().optional(),
  cancelledBy: z.string().optional(),
  microCredentials: z.array(
    z.object({ id: idSchema('mc'), key: z.string(), title: z.string(), ruleVersion: z.int(), designVersion: z.int() }),
  ),
  tally: Tally,
  lines: z.record(lineState, count),
  progress: z
    .object({ done: count, total: count, since: z.iso.datetime(), rate: z.number(), secondsLeft: z.number() })
    .optional(),
  /** Why it does not get on just now; it is tried again, and goes on when that is mended. */
  failure: z.object({ code: z.string(), values }).optional(),
})
export type Release = z.output<typeof Release>

export const releaseSorts = sortsOf(['title', 'state', 'created', 'released'])

export const ReleaseLine = z.object({
  id: idSchema('rln'),
  enrolment: idSchema('enr'),
  learner: Person,
  offering: z.object({ id: idSchema('off'), key: z.string() }),
  microCredential: z.object({ id: idSchema('mc'), key: z.string(), title: z.string() }),
  state: lineState,
  decision: Explanation,
  reason: z.string().optional(),
  credential: idSchema('cred').optional(),
  failure: z.object({ code: z.string(), values }).optional(),
})

export const credentialStates = ['valid', 'suspended', 'revoked', 'expired'] as const

export const CredentialRow = z.object({
  id: idSchema('cred'),
  title: z.string(),
  learner: Person,
  offering: z.object({ id: idSchema('off'), key: z.string() }),
  microCredential: idSchema('mc'),
  state: z.enum(credentialStates),
  issued: z.iso.datetime(),
  validUntil: z.iso.datetime().optional(),
})

export const credentialSorts = sortsOf(['title', 'state', 'issued', 'validUntil'])

export const Share = z.object({
  id: idSchema('shr'),
  created: z.iso.datetime(),
  createdBy: z.string(),
  expires: z.iso.datetime().optional(),
  ended: z.iso.datetime().optional(),
})
export type Share = z.output<typeof Share>

/** The way back: credential → decision → rule, rows and release. */
export const Credential = CredentialRow.extend({
  url: z.url(),
  designVersion: z.object({ id: idSchema('dv'), number: z.int() }),
  enrolment: idSchema('enr'),
  decision: Explanation.optional(),
  rule: Rule.optional(),
  release: idSchema('rel').optional(),
  signingKey: idSchema('key'),
  revocation: z.object({ reason: z.string(), revoked: z.iso.datetime(), revokedBy: z.string() }).optional(),
  suspensions: z.array(
    z.object({ reason: z.string(), suspended: z.iso.datetime(), suspendedBy: z.string(), lifted: z.iso.datetime().optional() }),
  ),
  shares: z.array(Share),
  /** The signed Open Badges 3.0 document. */
  document: z.record(z.string(), z.unknown()),
})
export type Credential = z.output<typeof Credential>

const ShownIssuer = z.object({
  name: z.string(),
  slug: z.string(),
  url: z.string().optional(),
  accent: z.string(),
  did: z.string(),
})
export type ShownIssuer = z.output<typeof ShownIssuer>

const badge = z.string().describe('the badge as SVG, or a data URL of the uploaded image')

/** A published version of a micro-credential as anybody may read it. */
export const PublicAchievement = z.object({
  /** Open Badges 3.0, Achievement: what credentials refer to. */
  document: z.record(z.string(), z.unknown()),
  issuer: ShownIssuer,
  badge,
  published: z.iso.datetime(),
  retired: z.boolean(),
  newer: z.object({ id: idSchema('dv'), number: z.int() }).optional(),
})
export type PublicAchievement = z.output<typeof PublicAchievement>

/** What a stranger with the link may see. */
export const SharedCredential = z.object({
  document: z.record(z.string(), z.unknown()),
  state: z.enum(credentialStates),
  since: z.iso.datetime().optional(),
  issuer: ShownIssuer,
  /** The source's own key only where there is no name, as in the credential itself. */
  learner: z.object({ name: z.string().optional(), key: z.string().optional() }),
  offering: z.object({ key: z.string(), title: z.string(), startsOn: z.string().optional(), endsOn: z.string().optional() }),
  badge,
})
export type SharedCredential = z.output<typeof SharedCredential>

/** What somebody holds, as a list shows it. */
export const HeldCredential = z.object({
  id: idSchema('cred'),
  title: z.string(),
  issuer: z.object({ name: z.string(), slug: z.string(), accent: z.string() }),
  state: z.enum(credentialStates),
  issued: z.iso.datetime(),
  validUntil: z.iso.datetime().optional(),
})
export type HeldCredential = z.output<typeof HeldCredential>

const releaseId = z.object({ id: idSchema('rel') })
const credentialId = z.object({ id: idSchema('cred') })
const token = z.string().min(16).max(100)
const someLines = z.object({ id: idSchema('rel'), lines: z.array(idSchema('rln')).min(1).max(10_000) })

export const issuingApi = defineApi({
  listRules: {
    method: 'GET',
    path: '/issuing-rules',
    does: 'List the versions of issuing rules, newest first; or only the newest of each micro-credential',
    may: 'rule:read',
    input: z.object({
      ...pageInput,
      microCredential: idSchema('mc').optional(),
      versions: z.enum(['all', 'newest']).default('all').describe('newest: one of each micro-credential, by its id'),
    }),
    output: pageOf(Rule),
  },
  listRuleLineItems: {
    method: 'GET',
    path: '/issuing-rules/line-items',
    does: 'List the line items of which a rule may speak, by offering, newest first',
    may: 'rule:read',
    input: z.object({ ...pageInput, microCredential: idSchema('mc') }),
    output: pageOf(OfferingLineItems),
  },
  saveRule: {
    method: 'POST',
    path: '/issuing-rules',
    does: 'Save an issuing rule as the next version for a micro-credential',
    may: 'rule:write',
    input: z.object({ microCredential: idSchema('mc'), rule: issuingRule, note: z.string().trim().max(1000).optional() }),
    output: Rule,
    status: 201,
    refusals: ['rule_senseless', 'retired'],
  },
  simulate: {
    method: 'POST',
    path: '/simulations',
    does: 'Try an issuing rule on every enrolment, without saving or issuing anything',
    may: 'rule:read',
    input: z.object({
      microCredential: idSchema('mc').optional().describe('left out: every micro-credential that has a rule'),
      rule: issuingRule.optional().describe('left out: the newest saved rule'),
      offerings: z.array(idSchema('off')).max(1000).optional(),
      verdict: verdict.optional().describe('which lines to list'),
      reason: z
        .object({ code: z.string().max(100), at: wayToCondition.default([]) })
        .optional()
        .describe('list only lines of which this condition decided for this reason'),
      limit: z.coerce.number().int().min(0).max(200).default(25),
      after: z.string().max(100).optional(),
    }),
    output: Simulation,
    refusals: ['no_rule', 'rule_senseless'],
  },
  listReleases: {
    method: 'GET',
    path: '/releases',
    does: 'List releases, newest first unless sorted',
    may: 'release:read',
    input: z.object({ ...pageInput, sort: z.enum(releaseSorts).optional() }),
    output: pageOf(Release),
  },
  prepareRelease: {
    method: 'POST',
    path: '/releases',
    does: 'Prepare a release: decide for every enrolment who is due a credential',
    may: 'release:prepare',
    input: z.object({
      title: z.string().trim().min(1).max(200).optional(),
      microCredentials: z
        .array(idSchema('mc'))
        .max(1000)
        .optional()
        .describe('left out: every one with a rule and a published version'),
      offerings: z.array(idSchema('off')).max(1000).optional(),
    }),
    output: Release,
    status: 202,
    refusals: ['no_rule', 'no_published_version', 'nothing_to_release'],
  },
  readRelease: {
    method: 'GET',
    path: '/releases/{id}',
    does: 'Show a release: state, counts, progress',
    may: 'release:read',
    input: releaseId,
    output: Release,
  },
  listLines: {
    method: 'GET',
    path: '/releases/{id}/lines',
    does: 'List the lines of a release: who qualifies and why',
    may: 'release:read',
    input: z.object({
      id: idSchema('rel'),
      state: lineState.optional(),
      verdict: verdict.optional(),
      search: z.string().max(200).optional(),
      ...pageInput,
    }),
    output: pageOf(ReleaseLine),
  },
  holdLines: {
    method: 'POST',
    path: '/releases/{id}/holds',
    does: 'Hold lines back for now, with a reason',
    may: 'release:prepare',
    input: someLines.extend({ reason }),
    output: Release,
    refusals: ['wrong_release_state', 'line_settled'],
  },
  excludeLines: {
    method: 'POST',
    path: '/releases/{id}/exclusions',
    does: 'Exclude lines from this release, with a reason',
    may: 'release:prepare',
    input: someLines.extend({ reason }),
    output: Release,
    refusals: ['wrong_release_state', 'line_settled'],
  },
  readmitLines: {
    method: 'POST',
    path: '/releases/{id}/readmissions',
    does: 'Take lines in again that were held or excluded',
    may: 'release:prepare',
    input: someLines,
    output: Release,
    refusals: ['wrong_release_state', 'line_settled'],
  },
  cancelRelease: {
    method: 'DELETE',
    path: '/releases/{id}',
    does: 'Cancel a release that was not confirmed',
    may: 'release:prepare',
    input: releaseId,
    output: Release,
    refusals: ['wrong_release_state'],
  },
  confirmRelease: {
    method: 'POST',
    path: '/releases/{id}/issuance',
    does: 'Issue a credential for every ready line; say how many you expect',
    may: 'release:release',
    input: z.object({ id: idSchema('rel'), expected: z.coerce.number().int().min(0) }),
    output: Release,
    status: 202,
    refusals: ['wrong_release_state', 'count_changed', 'retired'],
  },
  listCredentials: {
    method: 'GET',
    path: '/credentials',
    does: 'List credentials, newest first unless sorted',
    may: 'credential:read',
    input: z.object({
      ...pageInput,
      search: z.string().max(200).optional(),
      state: z.enum(credentialStates).optional(),
      microCredential: idSchema('mc').optional(),
      release: idSchema('rel').optional(),
      sort: z.enum(credentialSorts).optional(),
    }),
    output: pageOf(CredentialRow),
  },
  readCredential: {
    method: 'GET',
    path: '/credentials/{id}',
    does: 'Show a credential with the way back to the rows that earned it',
    may: 'credential:read',
    input: credentialId,
    output: Credential,
  },
  downloadCredential: {
    method: 'GET',
    path: '/credentials/{id}/document',
    does: 'Download the signed credential as JSON, or baked into a PNG of its badge',
    may: 'credential:read',
    input: credentialId.extend({ format: z.enum(['json', 'png']).default('json') }),
    output: z.unknown(),
    produces: 'download',
  },
  readLogProof: {
    method: 'GET',
    path: '/credentials/{id}/log-proof',
    does: 'Prove that a credential is in the transparency log',
    may: 'credential:read',
    input: credentialId,
    output: LogState,
  },
  auditLog: {
    method: 'GET',
    path: '/log-audit',
    does: 'Compare what was recorded in the transparency log with the rows as they are now, a page of one kind at a time; go on after `next`',
    may: 'audit:read',
    input: auditInput,
    output: AuditPage,
  },
  revoke: {
    method: 'POST',
    path: '/credentials/{id}/revocation',
    does: 'Revoke a credential for good, with a reason',
    may: 'credential:revoke',
    input: credentialId.extend({ reason }),
    output: Credential,
    refusals: ['already_revoked'],
  },
  suspend: {
    method: 'POST',
    path: '/credentials/{id}/suspension',
    does: 'Suspend a credential until further notice, with a reason',
    may: 'credential:suspend',
    input: credentialId.extend({ reason }),
    output: Credential,
    refusals: ['already_suspended', 'already_revoked'],
  },
  liftSuspension: {
    method: 'DELETE',
    path: '/credentials/{id}/suspension',
    does: 'Lift the suspension of a credential',
    may: 'credential:suspend',
    input: credentialId,
    output: Credential,
    refusals: ['not_suspended'],
  },
  share: {
    method: 'POST',
    path: '/credentials/{id}/shares',
    does: 'Make a link that shows the credential to whoever has it; the link is shown this once',
    may: 'credential:share',
    input: credentialId.extend({ expires: z.iso.datetime().optional() }),
    output: Share.extend({ url: z.url() }),
    status: 201,
    refusals: ['expires_in_the_past'],
  },
  endShare: {
    method: 'DELETE',
    path: '/shares/{id}',
    does: 'End a link; whoever has it sees nothing any more',
    may: 'credential:share',
    input: z.object({ id: idSchema('shr') }),
    output: Share,
    refusals: ['share_ended'],
  },
  readShared: {
    method: 'GET',
    path: '/shared/{token}',
    does: 'Show a credential to somebody who holds a link to it',
    may: 'anyone',
    input: z.object({ token }),
    output: SharedCredential,
    rate: 300,
  },
  listHeld: {
    method: 'GET',
    path: '/person/credentials',
    does: 'List the credentials that you hold, from whichever organisation, newest first; they find you by your confirmed e-mail address',
    may: 'signed_in',
    input: z.object({ ...pageInput }),
    output: pageOf(HeldCredential),
  },
  readHeld: {
    method: 'GET',
    path: '/person/credentials/{id}',
    does: 'Show a credential that you hold, with the links that show it to others',
    may: 'signed_in',
    input: credentialId,
    output: SharedCredential.extend({ id: idSchema('cred'), shares: z.array(Share) }),
  },
  downloadHeld: {
    method: 'GET',
    path: '/person/credentials/{id}/document',
    does: 'Download a credential that you hold as JSON, baked into a PNG, or its badge alone',
    may: 'signed_in',
    input: credentialId.extend({ format: z.enum(['json', 'png', 'badge']).default('json') }),
    output: z.unknown(),
    produces: 'download',
  },
  shareHeld: {
    method: 'POST',
    path: '/person/credentials/{id}/shares',
    does: 'Make a link that shows a credential of yours to whoever has it; the link is shown this once',
    may: 'signed_in',
    input: credentialId.extend({ expires: z.iso.datetime().optional() }),
    output: Share.extend({ url: z.url() }),
    status: 201,
    refusals: ['expires_in_the_past'],
    rate: 30,
  },
  endHeldShare: {
    method: 'DELETE',
    path: '/person/credentials/{id}/shares/{share}',
    does: 'End a link to a credential of yours, whoever made it',
    may: 'signed_in',
    input: credentialId.extend({ share: idSchema('shr') }),
    output: Share,
    refusals: ['share_ended'],
  },
  readAchievement: {
    method: 'GET',
    path: '/achievements/{id}',
    does: 'Show a published version of a micro-credential to anybody',
    may: 'anyone',
    input: z.object({ id: idSchema('dv') }),
    output: PublicAchievement,
    rate: 300,
  },
  readSharedLogProof: {
    method: 'GET',
    path: '/shared/{token}/log-proof',
    does: 'Prove that a shared credential is in the transparency log',
    may: 'anyone',
    input: z.object({ token }),
    output: LogState,
    rate: 300,
  },
  downloadShared: {
    method: 'GET',
    path: '/shared/{token}/document',
    does: 'Download a shared credential as JSON, baked into a PNG, or its badge alone',
    may: 'anyone',
    input: z.object({ token, format: z.enum(['json', 'png', 'badge']).default('json') }),
    output: z.unknown(),
    produces: 'download',
    rate: 300,
  },
})
