// What the lines of a chunk become: decided once more on what is known now, and composed into credentials; or the reason why not.
import { type newestVersions, readVersion } from '#domain/design/design.ts'
import { learnersOf, listLineItems, listOfferingsOf, readRecords } from '#domain/intake/intake.ts'
import { issuerOf, signingKeyInUse } from '#domain/organisations/organisations.ts'
import { toHex } from '#kernel/bytes.ts'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { composeOpenBadge, whyNotCompose } from '#standards/openbadge/credential.ts'
import { hashIdentity } from '#standards/openbadge/identity.ts'
import type { IdentifierInput } from '#standards/openbadge/input.ts'
import { achievementUrl } from './achievements.ts'
import { openBadgeFor } from './compose.ts'
import { decide } from './decide.ts'
import { recordFor } from './deciding.ts'
import type { Decision } from './decision.ts'
import type { LineRow, Settled } from './line-store.ts'
import { rulesOf } from './prepare-lines.ts'
import type { Asks } from './release-store.ts'
import type { IssuingRule } from './rule.ts'
import { listUrl } from './status-lists.ts'

export type Known = Awaited<ReturnType<typeof knownFor>>
type Version = Awaited<ReturnType<typeof newestVersions>>[number]

/** What is the same for every line of a release. */
export async function knownFor(ctx: Ctx, asks: Asks) {
  const versions = new Map<Id<'dv'>, Version>()
  for (const { version } of asks.microCredentials) versions.set(version, await readVersion(ctx, { id: version }))
  const offerings = await listOfferingsOf(ctx, { microCredentials: asks.microCredentials.map(({ id }) => id) })
  return {
    asks,
    versions,
    offerings: new Map(offerings.map((offering) => [offering.id, offering])),
    lineItems: await listLineItems(
      ctx,
      offerings.map(({ id }) => id),
    ),
    rules: new Map(
      (await rulesOf(ctx, asks)).map(({ microCredential, rule }): [Id<'mc'>, IssuingRule] => [microCredential, rule]),
    ),
    issuer: await issuerOf(ctx),
    key: await signingKeyInUse(ctx),
  }
}

/** A line with all that its credential needs, or the reason why there will be none. */
export type Prepared = Readonly<{
  line: LineRow
  decision: Decision
  document: ReturnType<typeof composeOpenBadge>
  dataKey: Uint8Array
  version: Version
}>

/** Decides once more on what is known now: a result may have been corrected since the release was prepared. */
export async function prepare(ctx: Ctx, known: Known, lines: readonly LineRow[]) {
  const records = new Map(
    (
      await readRecords(
        ctx,
        lines.map(({ enrolment }) => enrolment),
      )
    ).map((record) => [record.enrolment, record]),
  )
  const learners = new Map(
    (await learnersOf(ctx, [...new Set(lines.map(({ learner }) => learner))])).map((learner) => [learner.id, learner]),
  )
  const prepared: Prepared[] = []
  const failed: Settled[] = []
  for (const line of lines) {
    const record = records.get(line.enrolment)
    const rule = known.rules.get(line.micro_credential)
    const version = line.design_version && known.versions.get(line.design_version)
    const offering = known.offerings.get(line.offering)
    const learner = learners.get(line.learner)
    if (!record || !rule || !version || !offering || !learner) {
      failed.push({ line: line.id, state: 'failed', failure: { code: 'record_gone', values: {} } })
      continue
    }
    const lineItems = known.lineItems.get(line.offering) ?? []
    const decision = decide(rule, recordFor(record, lineItems))
    if (decision.verdict !== 'qualifies') {
      failed.push({
        line: line.id,
        state: 'failed',
        failure: { code: 'no_longer_qualifies', values: { verdict: decision.verdict } },
      })
      continue
    }
    const achievement = achievementUrl(ctx, version.id)
    const input = openBadgeFor({
      id: `${ctx.origin}/credentials/${line.credential}`,
      issuer: {
        id: known.issuer.id,
        name: known.issuer.name,
        ...(known.issuer.url ? { url: known.issuer.url } : {}),
        ...(known.issuer.email ? { email: known.issuer.email } : {}),
      },
      validFrom: ctx.now,
      statuses: statusesOf(ctx, line),
      achievement: {
        id: achievement,
        version: version.number,
        key: version.key,
        design: version.document,
        image: `${achievement}/image.png`,
      },
      identifiers: await identifiersOf(learner),
      offering,
      lineItems,
      results: record.results,
      outcome: record.outcome,
    })
    const whyNot = whyNotCompose(input)
    if (whyNot) failed.push({ line: line.id, state: 'failed', failure: { code: 'not_signable', values: { why: whyNot } } })
    else prepared.push({ line, decision, document: composeOpenBadge(input), dataKey: learner.dataKey, version })
  }
  return { prepared, failed }
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
async function identifiersOf({
  key,
  name,
  email,
}: {
  key: string
  name?: string | undefined
  email?: string | undefined
}): Promise<IdentifierInput[]> {
  const salt = toHex(crypto.getRandomValues(new Uint8Array(16)))
  return [
    ...(email
      ? [{ identityType: 'emailAddress' as const, identity: await hashIdentity(email.toLowerCase(), salt), salt, hashed: true }]
      : []),
    ...(name ? [{ identityType: 'name' as const, identity: name, hashed: false }] : []),
    ...(email || name ? [] : [{ identityType: 'sourcedId' as const, identity: key, hashed: false }]),
  ]
}
