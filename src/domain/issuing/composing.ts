// What waiting lines become: decided once more on what is known now, and composed into credentials; or the reason why not.
import { type newestVersions, readVersion } from '#domain/design/design.ts'
import { learnersOf, listLineItems, listOfferingsOf, readRecords, recordsEdition } from '#domain/intake/intake.ts'
import { issuerOf, signingKeyInUse } from '#domain/organisations/organisations.ts'
import { toHex } from '#kernel/bytes.ts'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { composeOpenBadge, whyNotCompose } from '#standards/openbadge/credential.ts'
import { hashIdentity } from '#standards/openbadge/identity.ts'
import type { AchievementInput, IdentifierInput } from '#standards/openbadge/input.ts'
import { achievementUrl } from './achievements.ts'
import { achievementOf, type ComposedFrom, openBadgeFor } from './compose.ts'
import { decide } from './decide.ts'
import { recordFor } from './deciding.ts'
import type { Decision } from './decision.ts'
import type { Failure, LineRow } from './issue-store.ts'
import { rulesOf } from './prepare-lines.ts'
import type { Asks } from './release-store.ts'
import type { IssuingRule } from './rule.ts'
import { listUrl } from './status-lists.ts'

export type Known = Awaited<ReturnType<typeof knownFor>>
type Version = Awaited<ReturnType<typeof newestVersions>>[number]

/** What is the same for every line of a release. */
export async function knownFor(ctx: Ctx, asks: Asks) {
  // before anything is read, so that whatever is imported from here on shows
  const edition = await recordsEdition(ctx)
  const versions = new Map<Id<'dv'>, Version>()
  for (const { version } of asks.microCredentials) versions.set(version, await readVersion(ctx, { id: version }))
  const offerings = await listOfferingsOf(ctx, { microCredentials: asks.microCredentials.map(({ id }) => id) })
  const { id, name, url, email } = await issuerOf(ctx)
  return {
    asks,
    edition,
    versions,
    offerings: new Map(offerings.map((offering) => [offering.id, offering])),
    lineItems: await listLineItems(
      ctx,
      offerings.map(({ id }) => id),
    ),
    rules: new Map(
      (await rulesOf(ctx, asks)).map(({ microCredential, rule }): [Id<'mc'>, IssuingRule] => [microCredential, rule]),
    ),
    issuer: { id, name, ...(url ? { url } : {}), ...(email ? { email } : {}) },
    key: await signingKeyInUse(ctx),
    // one object for all learners who share it: composed once, and recognised by those who sign
    achievements: new Map<string, AchievementInput>(),
  }
}

type Record = Awaited<ReturnType<typeof readRecords>>[number]
type Learner = Awaited<ReturnType<typeof learnersOf>>[number]

/** A line with all that its credential needs. */
export type Prepared = Readonly<{
  line: LineRow
  decision: Decision
  document: ReturnType<typeof composeOpenBadge>
  dataKey: Uint8Array
  version: Version
}>

/** A line that will not become a credential, and why. */
export type Unfit = Readonly<{ line: LineRow; failure: Failure }>

/** Decides once more on what is known now: a result may have been corrected since the release was prepared. */
export async function prepare(ctx: Ctx, known: Known, lines: readonly LineRow[]) {
  const enrolments = lines.map(({ enrolment }) => enrolment)
  const [records, learners] = await Promise.all([
    readRecords(ctx, enrolments),
    learnersOf(ctx, [...new Set(lines.map(({ learner }) => learner))]),
  ])
  const recordOf = new Map(records.map((record) => [record.enrolment, record]))
  const learnerOf = new Map(learners.map((learner) => [learner.id, learner]))
  const each = await Promise.all(
    lines.map((line) =>
      composed(ctx, known, { line, record: recordOf.get(line.enrolment), learner: learnerOf.get(line.learner) }),
    ),
  )
  return {
    prepared: each.filter((one) => 'document' in one),
    unfit: each.filter((one) => 'failure' in one),
  }
}

type Behind = Readonly<{ line: LineRow; record: Record | undefined; learner: Learner | undefined }>

async function composed(ctx: Ctx, known: Known, { line, record, learner }: Behind): Promise<Prepared | Unfit> {
  const unfit = (code: string, values: Failure['values'] = {}): Unfit => ({ line, failure: { code, values } })
  const rule = known.rules.get(line.micro_credential)
  const version = line.design_version && known.versions.get(line.design_version)
  const offering = known.offerings.get(line.offering)
  if (!record || !rule || !version || !offering || !learner) return unfit('record_gone')
  const lineItems = known.lineItems.get(line.offering) ?? []
  const decision = decide(rule, recordFor(record, lineItems))
  if (decision.verdict !== 'qualifies') return unfit('no_longer_qualifies', { verdict: decision.verdict })
  const from: ComposedFrom = {
    id: `${ctx.origin}/credentials/${line.credential}`,
    issuer: known.issuer,
    validFrom: ctx.now,
    statuses: statusesOf(ctx, line),
    achievement: achievementFrom(ctx, version),
    identifiers: await identifiersOf(learner),
    offering,
    lineItems,
    results: record.results,
    outcome: record.outcome,
  }
  const input = openBadgeFor(from, sharedAchievement(known, line, from))
  const whyNot = whyNotCompose(input)
  if (whyNot) return unfit('not_signable', { why: whyNot })
  return { line, decision, document: composeOpenBadge(input), dataKey: learner.dataKey, version }
}

const achievementFrom = (ctx: Ctx, { id, number, key, document }: Version): ComposedFrom['achievement'] => {
  const url = achievementUrl(ctx, id)
  return { id: url, version: number, key, design: document, image: `${url}/image.png` }
}

/** The results are described where there are any, so those without have an achievement of their own. */
function sharedAchievement({ achievements }: Known, { design_version, offering }: LineRow, from: ComposedFrom): AchievementInput {
  const which = `${design_version} ${offering} ${from.results.length > 0}`
  const known = achievements.get(which) ?? achievementOf(from)
  achievements.set(which, known)
  return known
}

const statusesOf = (ctx: Ctx, line: LineRow) => {
  const { revocation_list, revocation_index, suspension_list, suspension_index } = line
  if (!revocation_list || revocation_index === null || !suspension_list || suspension_index === null)
    throw new TypeError(`${line.id} has no places`)
  return [
    { purpose: 'revocation' as const, list: listUrl(ctx, revocation_list), index: revocation_index },
    { purpose: 'suspension' as const, list: listUrl(ctx, suspension_list), index: suspension_index },
  ]
}

/** Whoever has a name is named, and found again by the salted hash of the e-mail address; else the source's own key. */
async function identifiersOf({ key, name, email }: Learner): Promise<IdentifierInput[]> {
  if (!email && !name) return [{ identityType: 'sourcedId', identity: key, hashed: false }]
  return [
    ...(email ? [await hashedEmail(email)] : []),
    ...(name ? [{ identityType: 'name' as const, identity: name, hashed: false }] : []),
  ]
}

async function hashedEmail(email: string): Promise<IdentifierInput> {
  const salt = toHex(crypto.getRandomValues(new Uint8Array(16)))
  return { identityType: 'emailAddress', identity: await hashIdentity(email.toLowerCase(), salt), salt, hashed: true }
}
