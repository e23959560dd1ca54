// What issuing tells the transparency log, whether it is there, and the same told anew from the rows as they are now, for an audit.
import { versionsTold } from '#domain/design/design.ts'
import { learnersOf } from '#domain/intake/intake.ts'
import { compareWithLog, logStateOf, recordInBulk, type Stretch, type Told } from '#domain/trust/trust.ts'
import { sameBytes, sha256, toHex } from '#kernel/bytes.ts'
import type { Inputs, Outputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import { found } from '#kernel/refusal.ts'
import type { Copy, Ctx } from '#ports/ctx.ts'
import type { Statement, StatementKind } from '#standards/log/statement.ts'
import { findCredential } from './credential-store.ts'
import type { issuingApi } from './issuing.api.ts'
import { listIssuedIn, listRevokedIn, listSuspendedIn } from './logged-store.ts'
import { openedShare } from './shares.ts'

type In = Inputs<typeof issuingApi>
type Out = Outputs<typeof issuingApi>

const issuedStatement = (credential: string, digest: Uint8Array): Statement => ({
  kind: 'credential.issued',
  credential,
  digest: toHex(digest),
})

/** In the transaction in which these credentials are stored. */
export const recordIssued = (
  ctx: Ctx,
  copy: Copy,
  issued: readonly Readonly<{ line: { credential: string | null }; signed: { digest: Uint8Array } }>[],
) =>
  recordInBulk(
    ctx,
    copy,
    issued.map(({ line, signed }) => issuedStatement(found(line.credential ?? undefined, 'a credential'), signed.digest)),
  )

export async function readLogProof(ctx: Ctx, { id }: In['readLogProof']): Promise<Out['readLogProof']> {
  return logStateOf(ctx, issuedStatement(id, found(await findCredential(ctx, id), id).digest))
}

/** For whoever holds a link. */
export async function readSharedLogProof(ctx: Ctx, { token }: In['readSharedLogProof']): Promise<Out['readSharedLogProof']> {
  const { inside, id } = await openedShare(ctx, token)
  return readLogProof(inside, { id })
}

/** A page of one kind of statements: whether what was recorded is still what the rows say. Bad news is the answer. */
export async function auditLog(ctx: Ctx, asked: In['auditLog']): Promise<Out['auditLog']> {
  return compareWithLog(ctx, asked, (stretch) => toldBy[asked.kind](ctx, stretch))
}

const toldBy: Readonly<Record<StatementKind, (ctx: Ctx, stretch: Stretch) => Promise<Told[]>>> = {
  'credential.issued': issuedTold,
  'credential.revoked': async (ctx, stretch) =>
    (await listRevokedIn(ctx, stretch)).map(({ credential, revoked }) => ({
      statement: { kind: 'credential.revoked', credential, at: revoked.toISOString() },
    })),
  'credential.suspended': async (ctx, stretch) =>
    (await listSuspendedIn(ctx, stretch, 'suspended')).map(({ id, credential, suspended }) => ({
      statement: { kind: 'credential.suspended', suspension: id, credential, at: suspended.toISOString() },
    })),
  'suspension.lifted': async (ctx, stretch) =>
    (await listSuspendedIn(ctx, stretch, 'lifted')).map(({ id, credential, lifted }) => ({
      statement: { kind: 'suspension.lifted', suspension: id, credential, at: found(lifted ?? undefined, id).toISOString() },
    })),
  'version.published': versionsTold,
}

/** Each with its body opened again: the digest beside it may be whole although the body is not. */
async function issuedTold(ctx: Ctx, stretch: Stretch): Promise<Told[]> {
  const rows = await listIssuedIn(ctx, stretch)
  const dataKeys = await dataKeysOf(ctx, [...new Set(rows.map(({ learner }) => learner))])
  return Promise.all(
    rows.map(async ({ id, learner, digest, body }) => {
      const dataKey = dataKeys.get(learner)
      const statement = issuedStatement(id, digest)
      if (body === null) return { statement, body: 'altered' as const }
      // a key that was destroyed takes the body with it, and that is no tampering
      if (!dataKey) return { statement, body: 'unreadable' as const }
      return (await isDigestOf(ctx, digest, dataKey, body)) ? { statement } : { statement, body: 'altered' as const }
    }),
  )
}

/** What was sealed cannot be opened any more once a byte was changed. */
async function isDigestOf(ctx: Ctx, digest: Uint8Array, dataKey: Uint8Array, body: Uint8Array): Promise<boolean> {
  const document = await ctx.signing.read(dataKey, body).catch(() => undefined)
  return document !== undefined && sameBytes(await sha256(JSON.stringify(document)), digest)
}

async function dataKeysOf(ctx: Ctx, learners: readonly Id<'lrn'>[]): Promise<Map<Id<'lrn'>, Uint8Array>> {
  const all = await learnersOf(ctx, learners).catch(async () => {
    const each = await Promise.allSettled(learners.map((learner) => learnersOf(ctx, [learner])))
    return each.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  })
  return new Map(all.map(({ id, dataKey }) => [id, dataKey]))
}
