// Pictures: our own drawn as PNG, and a stranger's read under bounds and written anew, so that only pixels come through.
import sharp from 'sharp'
import { Refusal } from '#kernel/refusal.ts'
import type { Images } from '#ports/images.ts'
import { renderPng } from './badge-png.ts'

export const images = (): Images => ({ toPng: async (svg, width) => renderPng(svg, width), clean })

/** As PNG within 1024 × 1024, upright, in sRGB, the first frame only, without anything that is not a pixel. */
async function clean(bytes: Uint8Array) {
  if (!beginnings.some((pattern) => pattern.test(beginningOf(bytes)))) throw new Refusal('image_unreadable', 'format')
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: 36_000_000, failOn: 'error', pages: 1, sequentialRead: true })
      .timeout({ seconds: 10 })
      .autoOrient()
      .resize({ width: 1024, height: 1024, fit: 'inside', withoutEnlargement: true })
      .png()
      .toBuffer({ resolveWithObject: true })
    return { png: Uint8Array.from(data), width: info.width, height: info.height }
  } catch (error) {
    throw new Refusal('image_unreadable', error instanceof Error ? error.message.split('\n')[0] : undefined)
  }
}

/** PNG, JPEG, GIF, WebP, by their first bytes. An SVG can name other files and run long; it is not let in. */
const beginnings = [/^89504e470d0a1a0a/, /^ffd8ff/, /^47494638(37|39)61/, /^52494646.{8}57454250/]

const beginningOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 12)).toString('hex')

// The second wall: even if the first is wrong about the format, no other reader is there to be tricked.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadNsgifBuffer'],
})
sharp.cache(false)
