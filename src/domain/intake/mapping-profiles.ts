// Mapping profiles: those that ship with Testamur, and an organisation's own.
import type { Inputs } from '#kernel/endpoint.ts'
import { Refusal, refuseIf } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import type { intakeApi, Profile } from './intake.api.ts'
import { deleteOwnProfile, findOwnProfile, listOwnProfiles, upsertProfile } from './profile-store.ts'
import { shippedProfiles } from './profiles/shipped.ts'

type In = Inputs<typeof intakeApi>

export async function listProfiles(ctx: Ctx): Promise<{ items: Profile[] }> {
  const kept = await listOwnProfiles(ctx)
  return {
    items: [...shippedProfiles.map(shipped), ...kept.map(({ document, revision }) => profileOf(document, revision, false))],
  }
}

export async function readProfile(ctx: Ctx, { slug }: In['readProfile']): Promise<Profile> {
  const known = shippedBy(slug)
  if (known) return shipped(known)
  const row = await findOwnProfile(ctx, slug)
  if (!row) throw new Refusal('profile_unknown', slug)
  return profileOf(row.document, row.revision, false)
}

/** Without a revision the profile is saved over whatever was there; with one, only over that one (0: over none). */
export async function saveProfile(ctx: Ctx, { slug, document, revision }: In['saveProfile']): Promise<Profile> {
  refuseIf(whyNotOwn(slug), slug)
  return ctx.atomically(async (ctx) => {
    const id = await upsertProfile(ctx, { ...document, slug }, revision)
    if (!id) throw new Refusal('conflict', slug)
    await ctx.tell({ kind: 'profile.saved', about: id })
    return readProfile(ctx, { slug })
  })
}

export async function deleteProfile(ctx: Ctx, { slug }: In['deleteProfile']): Promise<Record<string, never>> {
  refuseIf(whyNotOwn(slug), slug)
  return ctx.atomically(async (ctx) => {
    const id = await deleteOwnProfile(ctx, slug)
    if (!id) throw new Refusal('profile_unknown', slug)
    await ctx.tell({ kind: 'profile.deleted', about: id })
    return {}
  })
}

const shippedBy = (slug: string) => shippedProfiles.find((profile) => profile.slug === slug)
const whyNotOwn = (slug: string) => (shippedBy(slug) ? 'profile_shipped' : undefined)
const shipped = (document: MappingProfile) => profileOf(document, 1, true)

const profileOf = (document: MappingProfile, revision: number, shipped: boolean): Profile => ({
  slug: document.slug,
  title: document.title,
  description: document.description,
  shipped,
  revision,
  document,
})
