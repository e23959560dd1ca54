// A badge as PNG: resvg with fonts from our own packages and from nowhere else, so that a badge is the same picture on every machine.
import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'

/** Newsreader for Latin, then whoever has the letter: Greek and Cyrillic, Arabic, Hebrew. All under the SIL Open Font License. */
const fonts = [
  '@expo-google-fonts/newsreader/600SemiBold/Newsreader_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf',
  '@expo-google-fonts/frank-ruhl-libre/600SemiBold/FrankRuhlLibre_600SemiBold.ttf',
]

const { resolve } = createRequire(import.meta.url)
const fontFiles = fonts.map((font) => resolve(font))

/** PNG of the given width in pixels, up to 4096; the height follows. Throws when the SVG cannot be read. */
export function renderPng(svg: string, width: number): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(width) || width < 1 || width > 4096) throw new RangeError(`a width of ${width} pixels`)
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Newsreader', serifFamily: 'Newsreader' },
  })
  return new Uint8Array(picture.render().asPng())
}
