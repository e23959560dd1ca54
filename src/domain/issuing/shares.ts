// Links by which a stranger sees one credential. The token is shown once and stored hashed; an unshared page does not exist.

import { badgePng } from '#domain/design/badges.ts'
import { readVersion } from '#domain/design/design.ts'
import { learnersOf, readOfferings } from '#domain/intake/intake.ts'
import { sha256 } from '#kernel/bytes.ts'
import type { Download, Inputs } from '#kernel/endpoint.ts'
import { type Id, newId } from '#kernel/id.ts'
import { found, Refusal, refuseIf } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { toBase64url } from '#standards/vc/multibase.ts'
import { shownBadge, shownIssuer } from './achievements.ts'
import { type CredentialRow, findCredential, findRevocation, listSuspensions } from './credential-store.ts'
import { credentialFile, documentOf, stateOf } from './documents.ts'
import type { issuingApi, SharedCredential } from './issuing.api.ts'
import { whyNotShare } from './rules.ts'
import { findPresented, findShare, insertShare, updateEnded } from './share-store.ts'

type In = Inputs<typeof issuingApi>

export async function share(ctx: Ctx, { id, expires }: In['share']) {
  found(await findCredential(ctx, id), id)
  refuseIf(whyNotShare(expires ? new Date(expires) : undefined, ctx.now))
  const token = toBase64url(crypto.getRandomValues(new Uint8Array(16)))
  const tokenHash = await sha256(token)
  return ctx.atomically(async (ctx) => {
    const made = newId('shr', ctx.now)
    await insertShare(ctx, {
      id: made,
      credential: id,
      tokenHash,
      expires: expires ? new Date(expires) : null,
    })
    await ctx.tell({ kind: 'share.made', about: id, detail: { share: made } })
    return { ...shareOf(found(await findShare(ctx, made), made)), url: `${ctx.origin}/c/${token}` }
  })
}

export async function endShare(ctx: Ctx, { id }: In['endShare']) {
  return ctx.atomically(async (ctx) => {
    found(await findShare(ctx, id), id)
    if (!(await updateEnded(ctx, id))) throw new Refusal('share_ended')
    const ended = found(await findShare(ctx, id), id)
    await ctx.tell({ kind: 'share.ended', about: ended.credential, detail: { share: id } })
    return shareOf(ended)
  })
}

export async function readShared(ctx: Ctx, { token }: In['readShared']): Promise<SharedCredential> {
  const { inside, id } = await openedShare(ctx, token)
  return shownTo(inside, found(await findCredential(inside, id), id))
}

/** What whoever may see this one credential is shown. In the organisation's scope. */
export async function shownTo(inside: Ctx, row: CredentialRow): Promise<SharedCredential> {
  const [document, issuer, version, [learner], [offering]] = await Promise.all([
    documentOf(inside, row),
    shownIssuer(inside),
    readVersion(inside, { id: row.design_version }),
    learnersOf(inside, [row.learner]),
    readOfferings(inside, [row.offering]),
  ])
  const badge = await shownBadge(inside, version.document)
  const since = await stateSince(inside, row.id)
  return {
    document,
    state: stateOf(row, inside.now),
    ...(since ? { since: since.toISOString() } : {}),
    issuer,
    learner: learner?.name ? { name: learner.name } : { key: learner?.key ?? '' },
    offering: {
      key: offering?.key ?? '',
      title: offering?.title ?? '',
      ...(offering?.startsOn ? { startsOn: offering.startsOn } : {}),
      ...(offering?.endsOn ? { endsOn: offering.endsOn } : {}),
    },
    badge,
  }
}

export async function downloadShared(ctx: Ctx, { token, format }: In['downloadShared']): Promise<Download> {
  const { inside, id } = await openedShare(ctx, token)
  return shownFile(inside, found(await findCredential(inside, id), id), format)
}

/** In the organisation's scope. */
export async function shownFile(inside: Ctx, row: CredentialRow, format: In['downloadShared']['format']): Promise<Download> {
  if (format !== 'badge') return credentialFile(inside, row, format)
  const { document } = await readVersion(inside, { id: row.design_version })
  return { type: 'image/png', body: await badgePng(inside, document) }
}

/** The link says whose credential it shows; an ended or expired one says nothing. */
export async function openedShare(ctx: Ctx, token: string): Promise<{ inside: Ctx; id: Id<'cred'> }> {
  const known = found(await findPresented(ctx.within('public'), await sha256(token)))
  if (known.ended || (known.expires && known.expires < ctx.now)) throw new Refusal('not_found')
  return { inside: ctx.within(known.organisation), id: known.credential }
}

async function stateSince(ctx: Ctx, id: Id<'cred'>): Promise<Date | undefined> {
  const revocation = await findRevocation(ctx, id)
  return revocation?.revoked ?? (await listSuspensions(ctx, id)).find(({ lifted }) => lifted === null)?.suspended
}

export const shareOf = (row: NonNullable<Awaited<ReturnType<typeof findShare>>>) => ({
  id: row.id,
  created: row.created.toISOString(),
  createdBy: row.created_by,
  ...(row.expires ? { expires: row.expires.toISOString() } : {}),
  ...(row.ended ? { ended: row.ended.toISOString() } : {}),
})
