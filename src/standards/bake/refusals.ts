// Why a picture cannot be baked, or gives no credential back.

/** Rows of code → plain sentence, for what baking and unbaking refuse. */
export const bakeRefusals = {
  not_png: 'The file is not a PNG picture',
  png_too_large: 'The picture is larger than we accept',
  png_broken: 'The picture is damaged',
  png_empty: 'The picture carries no credential',
  png_ambiguous: 'The picture carries more than one credential',
  png_text_broken: 'The credential inside of the picture cannot be read',
  svg_broken: 'The SVG picture is not written as such pictures are',
  svg_empty: 'The SVG picture carries no credential',
  svg_ambiguous: 'The SVG picture carries more than one credential',
} as const

export type BakeRefusal = keyof typeof bakeRefusals
