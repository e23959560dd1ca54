// Achievements at their own addresses: what credentials refer to, for whoever follows the reference.
import { badgePng } from '#domain/design/badges.ts'
import { ownerOfVersion, readVersion } from '#domain/design/design.ts'
import { issuerOf } from '#domain/organisations/organisations.ts'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { composeAchievement } from '#standards/openbadge/credential.ts'
import { achievementOf } from './compose.ts'

/** One published version, one achievement; the address never changes. */
export const achievementUrl = (ctx: Pick<Ctx, 'origin'>, version: Id<'dv'>) => `${ctx.origin}/achievements/${version}`

export async function achievementDocument(ctx: Ctx, { id }: { id: Id<'dv'> }): Promise<object> {
  const { inside, version } = await opened(ctx, id)
  const { id: did, name, url } = await issuerOf(inside)
  const address = achievementUrl(ctx, id)
  const input = achievementOf({
    achievement: {
      id: address,
      version: version.number,
      key: version.key,
      design: version.document,
      image: `${address}/image.png`,
    },
    issuer: { id: did, name, ...(url ? { url } : {}) },
    lineItems: [],
    results: [],
  })
  return composeAchievement(input)
}

export async function achievementImage(ctx: Ctx, { id }: { id: Id<'dv'> }): Promise<Uint8Array<ArrayBuffer>> {
  const { inside, version } = await opened(ctx, id)
  return badgePng(inside, version.document)
}

async function opened(ctx: Ctx, id: Id<'dv'>) {
  const inside = ctx.within(await ownerOfVersion(ctx, id))
  return { inside, version: await readVersion(inside, { id }) }
}
