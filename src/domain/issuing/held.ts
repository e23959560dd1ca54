// What a person holds, from whichever organisation: found in their own scope, then shown as the organisation that issued it would show it.
import { ownLearners } from '#domain/intake/intake.ts'
import { issuerOf } from '#domain/organisations/organisations.ts'
import type { Download, Inputs, Outputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import { type Page, page } from '#kernel/page.ts'
import { found, Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { type CredentialRow, findCredential } from './credential-store.ts'
import { stateOf } from './documents.ts'
import { findHeldCredential, listHeldCredentials } from './held-store.ts'
import type { HeldCredential, issuingApi } from './issuing.api.ts'
import { findShare, listShares } from './share-store.ts'
import { endShare, share, shareOf, shownFile, shownTo } from './shares.ts'

type In = Inputs<typeof issuingApi>
type Out = Outputs<typeof issuingApi>

export async function listHeld(ctx: Ctx, { limit, after }: In['listHeld']): Promise<Page<HeldCredential>> {
  const { items, ...rest } = page(await listHeldCredentials(ctx, await learnersOfMine(ctx), { most: limit + 1, after }), limit)
  const shown = await Promise.all(items.map(({ id, organisation }) => inShort(ctx.within(organisation), id)))
  return { items: shown, ...rest }
}

export async function readHeld(ctx: Ctx, { id }: In['readHeld']): Promise<Out['readHeld']> {
  const { inside, row } = await held(ctx, id)
  const [shown, shares] = await Promise.all([shownTo(inside, row), listShares(inside, id)])
  return { ...shown, id, shares: shares.map(shareOf) }
}

export async function downloadHeld(ctx: Ctx, { id, format }: In['downloadHeld']): Promise<Download> {
  const { inside, row } = await held(ctx, id)
  return shownFile(inside, row, format)
}

export async function shareHeld(ctx: Ctx, asked: In['shareHeld']): Promise<Out['shareHeld']> {
  const { inside } = await held(ctx, asked.id)
  return share(inside, asked)
}

export async function endHeldShare(ctx: Ctx, { id, share }: In['endHeldShare']): Promise<Out['endHeldShare']> {
  const { inside } = await held(ctx, id)
  const link = found(await findShare(inside, share), share)
  if (link.credential !== id) throw new Refusal('not_found', share)
  return endShare(inside, { id: share })
}

/** Refuses `not_found` for what is somebody else's, as for what does not exist. */
async function held(ctx: Ctx, id: Id<'cred'>): Promise<{ inside: Ctx; row: CredentialRow }> {
  const { organisation } = found(await findHeldCredential(ctx, await learnersOfMine(ctx), id), id)
  const inside = ctx.within(organisation)
  return { inside, row: found(await findCredential(inside, id), id) }
}

/** The operator comes through the same door, and is nobody to whom anything was issued. */
async function learnersOfMine(ctx: Ctx): Promise<Id<'lrn'>[]> {
  if (!ctx.scope.startsWith('per_')) throw new Refusal('not_signed_in')
  return ownLearners(ctx)
}

async function inShort(inside: Ctx, id: Id<'cred'>): Promise<HeldCredential> {
  const [row, { name, slug, accent }] = await Promise.all([findCredential(inside, id), issuerOf(inside)])
  const { title, issued, valid_until, ...state } = found(row, id)
  return {
    id,
    title,
    issuer: { name, slug, accent },
    state: stateOf({ ...state, valid_until }, inside.now),
    issued: issued.toISOString(),
    ...(valid_until ? { validUntil: valid_until.toISOString() } : {}),
  }
}
