// The SQL of organisations and their signing keys.
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'

type Org = Id<'org'>
// organisation-scoped by the door; row-level security stands behind it
const own = (ctx: Ctx) => ctx.scope as Org

type Presented = { name: string; description?: string | undefined; url?: string | undefined; email?: string | undefined }
export type NewOrganisation = Presented & { slug: string; accent?: string | undefined }
export type ChangedOrganisation = Presented & { accent: string; revision: number }

export const findOrganisation = (ctx: Ctx) =>
  ctx.db.selectFrom('organisation').selectAll().where('id', '=', own(ctx)).executeTakeFirst()

export const findOrganisationBySlug = (ctx: Ctx, slug: string) =>
  ctx.db.selectFrom('organisation').selectAll().where('slug', '=', slug).executeTakeFirst()

/** For the installation: all of them, or those of these ids, by name. */
export const listOrganisations = (ctx: Ctx, ids?: readonly Org[]) => {
  const all = ctx.db.selectFrom('organisation').selectAll().orderBy('name').orderBy('id')
  return (ids === undefined ? all : all.where('id', '=', (e) => e.fn.any(e.val(ids)))).execute()
}

export const findIdByIdOrSlug = (ctx: Ctx, idOrSlug: string) =>
  ctx.db
    .selectFrom('organisation')
    .select('id')
    // the slug's alphabet has no underscore, so the two cannot be confused
    .where((e) => e.or([e('id', '=', idOrSlug as Org), e('slug', '=', idOrSlug)]))
    .executeTakeFirst()

/** Answers whether the short name was free. */
export async function insertOrganisation(ctx: Ctx, { accent, ...fields }: NewOrganisation): Promise<boolean> {
  const inserted = await ctx.db
    .insertInto('organisation')
    .values({ id: own(ctx), ...fields, ...(accent ? { accent } : {}), created: ctx.now })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Compare-and-set on the revision that was read; answers whether it was still that one. */
export async function updateOrganisation(ctx: Ctx, { name, description, url, email, accent, revision }: ChangedOrganisation) {
  const { numUpdatedRows } = await ctx.db
    .updateTable('organisation')
    .set({ name, description: description ?? null, url: url ?? null, email: email ?? null, accent, revision: revision + 1 })
    .where('id', '=', own(ctx))
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps two people from putting a new key into use at the same moment. */
export const lockOrganisation = (ctx: Ctx) =>
  ctx.db.selectFrom('organisation').select('id').where('id', '=', own(ctx)).forNoKeyUpdate().executeTakeFirst()

export const listSigningKeys = (ctx: Ctx, organisation: Org = own(ctx)) =>
  ctx.db.selectFrom('signing_key').selectAll().where('organisation', '=', organisation).orderBy('id', 'desc').execute()

export const findSigningKeyInUse = (ctx: Ctx) =>
  ctx.db
    .selectFrom('signing_key')
    .innerJoin('signing_key_secret', 'signing_key_secret.signing_key', 'signing_key.id')
    .select(['signing_key.id', 'signing_key.created', 'signing_key_secret.wrapped'])
    .where('signing_key.organisation', '=', own(ctx))
    .where('retired', 'is', null)
    .where('compromised', 'is', null)
    .executeTakeFirst()

/** Answers whether there was none in use. */
export async function insertSigningKey(
  ctx: Ctx,
  key: { id: Id<'key'>; publicKey: Uint8Array; wrapped: Uint8Array },
): Promise<boolean> {
  const inserted = await ctx.db
    .insertInto('signing_key')
    .values({ id: key.id, organisation: own(ctx), public_key: key.publicKey, created: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return false
  await ctx.db
    .insertInto('signing_key_secret')
    .values({ signing_key: key.id, organisation: own(ctx), wrapped: key.wrapped })
    .execute()
  return true
}

/** Retires the key in use, if there is one; its private half is destroyed. */
export async function updateRetired(ctx: Ctx): Promise<Id<'key'> | undefined> {
  const retired = await ctx.db
    .updateTable('signing_key')
    .set({ retired: ctx.now })
    .where('organisation', '=', own(ctx))
    .where('retired', 'is', null)
    .where('compromised', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!retired) return undefined
  await ctx.db
    .deleteFrom('signing_key_secret')
    .where('organisation', '=', own(ctx))
    .where('signing_key', '=', retired.id)
    .execute()
  return retired.id
}
