// Pictures: our own drawn, and a stranger's cleaned.
import type { Refusals } from '#kernel/refusal.ts'

export type Images = Readonly<{
  /** Draws an SVG as PNG, `width` pixels wide. */
  toPng: (svg: string, width: number) => Promise<Uint8Array<ArrayBuffer>>
  /** Decodes a stranger's image under bounds and writes it anew as PNG; refuses with `image_unreadable`. */
  clean: (bytes: Uint8Array) => Promise<{ png: Uint8Array<ArrayBuffer>; width: number; height: number }>
}>

export const imageRefusals = {
  image_unreadable: [422, 'This is not a picture that we can read: PNG, JPEG, WebP or GIF, of at most 36 million pixels'],
} as const satisfies Refusals
