// The SQL of an organisation's own mapping profiles.
import { type Id, newId } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { type MappingProfile, mappingProfile } from '#standards/csv/profile.ts'
import { own } from './import-store.ts'

export type OwnProfile = { id: Id<'map'>; slug: string; revision: number; document: MappingProfile }

const profiles = (ctx: Ctx) =>
  ctx.db.selectFrom('mapping_profile').select(['id', 'slug', 'revision', 'document']).where('organisation', '=', own(ctx))

const parsed = (row: Omit<OwnProfile, 'document'> & { document: string }): OwnProfile => ({
  ...row,
  document: mappingProfile.parse(JSON.parse(row.document)),
})

export const listOwnProfiles = async (ctx: Ctx): Promise<OwnProfile[]> =>
  (await profiles(ctx).orderBy('slug').execute()).map(parsed)

export async function findOwnProfile(ctx: Ctx, slug: string): Promise<OwnProfile | undefined> {
  const row = await profiles(ctx).where('slug', '=', slug).executeTakeFirst()
  return row && parsed(row)
}

/** Undefined where a base revision is given and is not the one stored. */
export async function upsertProfile(
  ctx: Ctx,
  document: MappingProfile,
  base: number | undefined,
): Promise<Id<'map'> | undefined> {
  const text = JSON.stringify(document)
  const by = { changed: ctx.now, changed_by: ctx.actor.id }
  const row = await (base
    ? ctx.db
        .updateTable('mapping_profile')
        .set((is) => ({ ...by, document: text, revision: is('revision', '+', 1) }))
        .where('organisation', '=', own(ctx))
        .where('slug', '=', document.slug)
        .where('revision', '=', base)
        .returning('id')
        .executeTakeFirst()
    : ctx.db
        .insertInto('mapping_profile')
        .values({
          ...by,
          id: newId('map', ctx.now),
          organisation: own(ctx),
          slug: document.slug,
          document: text,
          created: ctx.now,
        })
        .onConflict((conflict) => {
          const columns = conflict.columns(['organisation', 'slug'])
          // 0 says that there should be none yet
          return base === 0
            ? columns.doNothing()
            : columns.doUpdateSet((is) => ({ ...by, document: text, revision: is('mapping_profile.revision', '+', 1) }))
        })
        .returning('id')
        .executeTakeFirst())
  return row?.id
}

export async function deleteOwnProfile(ctx: Ctx, slug: string): Promise<Id<'map'> | undefined> {
  const row = await ctx.db
    .deleteFrom('mapping_profile')
    .where('organisation', '=', own(ctx))
    .where('slug', '=', slug)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
