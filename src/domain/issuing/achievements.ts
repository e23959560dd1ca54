// Achievements at their own addresses: what credentials refer to, for whoever follows the reference.
import { badgeOf, badgePng } from '#domain/design/badges.ts'
import { newestVersions, ownerOfVersion, readVersion } from '#domain/design/design.ts'
import type { DesignDocument } from '#domain/design/design-document.ts'
import { issuerOf } from '#domain/organisations/organisations.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { composeAchievement } from '#standards/openbadge/credential.ts'
import { achievementOf } from './compose.ts'
import type { issuingApi, PublicAchievement, ShownIssuer } from './issuing.api.ts'

type In = Inputs<typeof issuingApi>

/** One published version, one achievement; the address never changes. */
export const achievementUrl = (ctx: Pick<Ctx, 'origin'>, version: Id<'dv'>) => `${ctx.origin}/achievements/${version}`

export async function readAchievement(ctx: Ctx, { id }: In['readAchievement']): Promise<PublicAchievement> {
  const { inside, version } = await opened(ctx, id)
  const [issuer, badge, [newest]] = await Promise.all([
    shownIssuer(inside),
    shownBadge(inside, version.document),
    newestVersions(inside, [version.microCredential]),
  ])
  return {
    document: achievementIn(ctx, version, issuer),
    issuer,
    badge,
    published: version.published,
    // what is retired has no newest version any more
    retired: newest === undefined,
    ...(newest && newest.number > version.number ? { newer: { id: newest.id, number: newest.number } } : {}),
  }
}

export async function achievementDocument(ctx: Ctx, { id }: { id: Id<'dv'> }): Promise<object> {
  const { inside, version } = await opened(ctx, id)
  return achievementIn(ctx, version, await shownIssuer(inside))
}

export async function achievementImage(ctx: Ctx, { id }: { id: Id<'dv'> }): Promise<Uint8Array<ArrayBuffer>> {
  const { inside, version } = await opened(ctx, id)
  return badgePng(inside, version.document)
}

async function opened(ctx: Ctx, id: Id<'dv'>) {
  const inside = ctx.within(await ownerOfVersion(ctx, id))
  return { inside, version: await readVersion(inside, { id }) }
}

function achievementIn(
  ctx: Pick<Ctx, 'origin'>,
  { id, number, key, document }: Awaited<ReturnType<typeof readVersion>>,
  { did, name, url }: ShownIssuer,
) {
  const address = achievementUrl(ctx, id)
  const achievement = { id: address, version: number, key, design: document, image: `${address}/image.png` }
  const issuer = { id: did, name, ...(url ? { url } : {}) }
  return composeAchievement(achievementOf({ achievement, issuer, lineItems: [], results: [] }))
}

/** The issuer as strangers see it. */
export async function shownIssuer(inside: Ctx): Promise<ShownIssuer> {
  const { id, name, slug, accent, url } = await issuerOf(inside)
  return { name, slug, accent, did: id, ...(url ? { url } : {}) }
}

/** Markup of our own drawing, or a data URL of the uploaded picture. */
export async function shownBadge(inside: Ctx, design: DesignDocument): Promise<string> {
  const badge = await badgeOf(inside, design)
  return 'svg' in badge ? badge.svg : `data:image/png;base64,${toBase64(badge.png)}`
}

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
