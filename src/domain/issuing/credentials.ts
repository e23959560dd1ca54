// Credentials after they were issued: found, shown with the way back to what earned them, revoked, suspended and restored.
import { readVersion } from '#domain/design/design.ts'
import { findLearners, learnerNames, learnersOf, readOfferings } from '#domain/intake/intake.ts'
import { record } from '#domain/trust/trust.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import { type Id, newId } from '#kernel/id.ts'
import { page } from '#kernel/page.ts'
import { found, refuseIf } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import {
  type CredentialRow,
  countCredentials,
  findCredential,
  findDecisionOf,
  findRevocation,
  insertRevocation,
  insertSuspension,
  listCredentialRows,
  listSuspensions,
  lockCredential,
  updateLifted,
} from './credential-store.ts'
import { credentialFile, documentOf, stateOf } from './documents.ts'
import { Credential, type issuingApi } from './issuing.api.ts'
import { ruleOf } from './issuing-rules.ts'
import { findRule } from './rule-store.ts'
import { whyNotLift, whyNotRevoke, whyNotSuspend } from './rules.ts'
import { listShares } from './share-store.ts'
import { shareOf } from './shares.ts'
import { setStatus } from './status-lists.ts'

type In = Inputs<typeof issuingApi>

export async function listCredentials(ctx: Ctx, { search, ...asked }: In['listCredentials']) {
  const learners = search ? (await findLearners(ctx, search)).map(({ id }) => id) : undefined
  const [rows, total] = await Promise.all([
    listCredentialRows(ctx, { ...asked, learners }),
    countCredentials(ctx, { ...asked, learners }),
  ])
  return page(await rowsOf(ctx, rows), asked.limit, total)
}

export async function readCredential(ctx: Ctx, { id }: In['readCredential']): Promise<Credential> {
  const row = found(await findCredential(ctx, id), id)
  const [[summary], version, decided, revocation, suspensions, shares, document, [learner]] = await Promise.all([
    rowsOf(ctx, [row]),
    readVersion(ctx, { id: row.design_version }),
    findDecisionOf(ctx, row.award),
    findRevocation(ctx, id),
    listSuspensions(ctx, id),
    listShares(ctx, id),
    documentOf(ctx, row),
    learnersOf(ctx, [row.learner]),
  ])
  const rule = decided && (await findRule(ctx, decided.issuing_rule))
  const unsealed = async (sealed: Uint8Array) => new TextDecoder().decode(await ctx.keys.open(found(learner).dataKey, sealed))
  return Credential.parse({
    ...summary,
    url: `${ctx.origin}/credentials/${id}`,
    designVersion: { id: version.id, number: version.number },
    enrolment: row.enrolment,
    decision: decided?.explanation,
    rule: rule && ruleOf(rule),
    release: row.release ?? undefined,
    signingKey: row.signing_key,
    revocation: revocation && {
      reason: await unsealed(revocation.reason),
      revoked: revocation.revoked.toISOString(),
      revokedBy: revocation.revoked_by,
    },
    suspensions: await Promise.all(
      suspensions.map(async ({ reason, suspended, suspended_by, lifted }) => ({
        reason: await unsealed(reason),
        suspended: suspended.toISOString(),
        suspendedBy: suspended_by,
        ...(lifted ? { lifted: lifted.toISOString() } : {}),
      })),
    ),
    shares: shares.map(shareOf),
    document,
  })
}

export async function downloadCredential(ctx: Ctx, { id, format }: In['downloadCredential']) {
  return credentialFile(ctx, found(await findCredential(ctx, id), id), format)
}

export async function revoke(ctx: Ctx, { id, reason }: In['revoke']): Promise<Credential> {
  const sealed = await sealedReason(ctx, id, reason)
  return change(ctx, id, async (ctx, row) => {
    refuseIf(whyNotRevoke({ revoked: row.revoked !== null }))
    await insertRevocation(ctx, id, sealed)
    await record(ctx, [{ kind: 'credential.revoked', credential: id, at: ctx.now.toISOString() }])
    await setStatus(ctx, { list: row.revocation_list, index: row.revocation_index }, true)
    await ctx.tell({ kind: 'credential.revoked', about: id })
  })
}

export async function suspend(ctx: Ctx, { id, reason }: In['suspend']): Promise<Credential> {
  const sealed = await sealedReason(ctx, id, reason)
  return change(ctx, id, async (ctx, row) => {
    refuseIf(whyNotSuspend({ revoked: row.revoked !== null, suspended: row.suspended !== null }))
    const suspension = newId('sus', ctx.now)
    await insertSuspension(ctx, suspension, id, sealed)
    await record(ctx, [{ kind: 'credential.suspended', suspension, credential: id, at: ctx.now.toISOString() }])
    await setStatus(ctx, { list: row.suspension_list, index: row.suspension_index }, true)
    await ctx.tell({ kind: 'credential.suspended', about: id })
  })
}

export async function liftSuspension(ctx: Ctx, { id }: In['liftSuspension']): Promise<Credential> {
  return change(ctx, id, async (ctx, row) => {
    refuseIf(whyNotLift({ suspended: row.suspended !== null }))
    const suspension = found(await updateLifted(ctx, id), id)
    await record(ctx, [{ kind: 'suspension.lifted', suspension, credential: id, at: ctx.now.toISOString() }])
    await setStatus(ctx, { list: row.suspension_list, index: row.suspension_index }, false)
    await ctx.tell({ kind: 'suspension.lifted', about: id })
  })
}

/** One act at a time on one credential. Read back afterwards: opening what is sealed takes longer than a lock should be held. */
async function change(ctx: Ctx, id: Id<'cred'>, act: (ctx: Ctx, row: CredentialRow) => Promise<void>): Promise<Credential> {
  await ctx.atomically(async (ctx) => {
    await lockCredential(ctx, id)
    await act(ctx, found(await findCredential(ctx, id), id))
  })
  return readCredential(ctx, { id })
}

/** Reasons can be about a person; they are sealed with that person's key. */
async function sealedReason(ctx: Ctx, id: Id<'cred'>, reason: string): Promise<Uint8Array> {
  const { learner } = found(await findCredential(ctx, id), id)
  const [known] = await learnersOf(ctx, [learner])
  return ctx.keys.seal(found(known).dataKey, new TextEncoder().encode(reason))
}

async function rowsOf(ctx: Ctx, rows: readonly CredentialRow[]) {
  const [names, offerings] = await Promise.all([
    learnerNames(
      ctx,
      rows.map(({ learner }) => learner),
    ),
    readOfferings(ctx, [...new Set(rows.map(({ offering }) => offering))]),
  ])
  const keys = new Map(offerings.map(({ id, key }) => [id, key]))
  return rows.map((row) => {
    const learner = names.get(row.learner)
    return {
      id: row.id,
      title: row.title,
      learner: { id: row.learner, key: learner?.key ?? '', ...(learner?.name ? { name: learner.name } : {}) },
      offering: { id: row.offering, key: keys.get(row.offering) ?? '' },
      microCredential: row.micro_credential,
      state: stateOf(row, ctx.now),
      issued: row.issued.toISOString(),
      ...(row.valid_until ? { validUntil: row.valid_until.toISOString() } : {}),
    }
  })
}
