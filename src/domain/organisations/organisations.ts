// Organisations: who issues, how they present themselves, and the keys they sign with.
import type { Inputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import { found as foundOr404, Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import type { Organisation, organisationsApi } from './organisations.api.ts'
import { didOf } from './rules.ts'
import {
  findIdByIdOrSlug,
  findOrganisation,
  insertOrganisation,
  listOrganisations,
  type NewOrganisation,
  updateOrganisation,
} from './store.ts'

export { didDocument, listKeys, rotateKey, type SigningKeyInUse, signingKeyInUse } from './keys.ts'

type In = Inputs<typeof organisationsApi>

/** As much of an organisation as a list or a page's head needs. */
export type OrganisationInShort = Readonly<{ id: Id<'org'>; slug: string; name: string; accent: string }>

/** `id` is the DID. */
export type Issuer = Readonly<{ id: string; name: string; url?: string; email?: string; slug: string; accent: string }>

export async function read(ctx: Ctx): Promise<Organisation> {
  return presented(ctx, foundOr404(await findOrganisation(ctx), ctx.scope))
}

export async function update(ctx: Ctx, changed: In['update']): Promise<Organisation> {
  return ctx.atomically(async (ctx) => {
    const before = await read(ctx)
    if (!(await updateOrganisation(ctx, changed))) throw new Refusal('conflict', undefined, { theirs: before })
    await ctx.tell({ kind: 'organisation.updated', about: before.id })
    return read(ctx)
  })
}

/** For people, in the new organisation's own scope and their transaction. Refuses `slug_taken`. */
export async function found(ctx: Ctx, organisation: NewOrganisation): Promise<Organisation> {
  if (!(await insertOrganisation(ctx, organisation))) throw new Refusal('slug_taken', organisation.slug)
  await ctx.tell({ kind: 'organisation.founded', about: ctx.scope })
  return read(ctx)
}

/** For issuing and the public pages: who stands behind a credential. In the organisation's scope. */
export async function issuerOf(ctx: Ctx): Promise<Issuer> {
  const { did, name, url, email, slug, accent } = await read(ctx)
  return { id: did, name, slug, accent, ...(url ? { url } : {}), ...(email ? { email } : {}) }
}

/** For the installation: each organisation, by name. */
export async function listAll(ctx: Ctx): Promise<OrganisationInShort[]> {
  return (await listOrganisations(ctx.within('installation'))).map(inShort)
}

/** For the installation: those of these ids, by name. */
export async function listThese(ctx: Ctx, ids: readonly Id<'org'>[]): Promise<OrganisationInShort[]> {
  return ids.length === 0 ? [] : (await listOrganisations(ctx.within('installation'), ids)).map(inShort)
}

/** For the door: which organisation an id or a short name means. */
export async function idOf(ctx: Ctx, idOrSlug: string): Promise<Id<'org'> | undefined> {
  return (await findIdByIdOrSlug(ctx.within('installation'), idOrSlug))?.id
}

type Row = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>

const inShort = ({ id, slug, name, accent }: Row): OrganisationInShort => ({ id, slug, name, accent })

const presented = (ctx: Ctx, row: Row): Organisation => ({
  ...inShort(row),
  ...(row.description === null ? {} : { description: row.description }),
  ...(row.url === null ? {} : { url: row.url }),
  ...(row.email === null ? {} : { email: row.email }),
  did: didOf(ctx.origin, row.slug),
  created: row.created.toISOString(),
  revision: row.revision,
})
