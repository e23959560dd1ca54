// The badge of a design: drawn from it, or an image that was uploaded for it.
import { issuerOf } from '#domain/organisations/organisations.ts'
import { readAtMost, sha256 } from '#kernel/bytes.ts'
import type { Download } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { found } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { drawBadge } from '#standards/badge/badge.ts'
import type { DesignDocument } from './design-document.ts'
import { findImage, insertImage } from './store.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** SVG where the badge is drawn, PNG bytes where it was uploaded. A reader's browser has letters for more writings than our own fonts. */
export async function badgeOf(
  ctx: Ctx,
  { overview, volume, badge }: DesignDocument,
  letters: 'any' | 'ours' = 'any',
): Promise<{ svg: string } | { png: Bytes }> {
  const { image } = badge
  if (image.kind === 'uploaded') return { png: found(await findImage(ctx, image.image), image.image).bytes }
  const issuer = await issuerOf(ctx)
  const [level] = volume.levels
  const design = {
    title: overview.title || '…',
    issuer: issuer.name,
    shape: image.shape,
    motif: image.motif,
    accent: image.accent ?? issuer.accent,
    ...(level ? { level: `${level.framework} ${level.level}` } : {}),
    ...(volume.hours ? { hours: volume.hours } : {}),
    ...(overview.language[0] ? { language: overview.language[0] } : {}),
  }
  return { svg: drawBadge(design, letters) }
}

export async function badgePng(ctx: Ctx, document: DesignDocument, width = 512): Promise<Bytes> {
  const badge = await badgeOf(ctx, document, 'ours')
  return 'png' in badge ? badge.png : ctx.images.toPng(badge.svg, width)
}

export async function badgeFile(ctx: Ctx, document: DesignDocument, format: 'svg' | 'png', width: number): Promise<Download> {
  const badge = await badgeOf(ctx, document)
  if (format === 'svg' && 'svg' in badge) return { type: 'image/svg+xml', body: badge.svg, headers: drawnHeaders }
  return { type: 'image/png', body: await badgePng(ctx, document, width) }
}

// an SVG opened by itself is a document; it may load and run nothing
const drawnHeaders = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" }

/** For a design to show, an image must have been decoded by us and written anew. */
export async function storeImage(ctx: Ctx, body: ReadableStream<Uint8Array>, most: number) {
  const { png, width, height } = await ctx.images.clean(await readAtMost(body, most))
  const digest = await sha256(png)
  const id = newId('img', ctx.now)
  await insertImage(ctx, { id, digest, width, height, bytes: png })
  return { id, width, height }
}
