// Colours that can be read: WCAG 2.2 contrast (success criterion 1.4.3), mixing, and the ink that stands out on an accent.

/** `#rrggbb` */
export type Hex = string

/** The least contrast of text with its ground: WCAG 2.2, 1.4.3, level AA. */
export const readable = 4.5

/** From 1 (the same) to 21 (black on white). Throws a RangeError on anything but `#rrggbb`. */
export function contrast(a: Hex, b: Hex): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

/** The softest ink that reaches 4.5:1: ivory, white, the accent's own dark, or black. One of them always does. */
export const readableOn = (accent: Hex): Hex =>
  ['#fffbf0', '#ffffff', mix(accent, '#000000', 0.88)].find((ink) => contrast(ink, accent) >= readable) ?? '#000000'

/** Whether the ink of an accent is lighter than the accent. */
export const isInkLight = (accent: Hex): boolean => luminance(readableOn(accent)) > luminance(accent)

/** `share` of `b` in `a`, from 0 to 1. */
export function mix(a: Hex, b: Hex, share: number): Hex {
  const [from, to] = [channels(a), channels(b)]
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Hue in degrees and saturation from 0 to 1 (HSV). */
export function hueOf(colour: Hex): { hue: number; saturation: number } {
  const [red = 0, green = 0, blue = 0] = channels(colour)
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  if (range === 0) return { hue: 0, saturation: 0 }
  const sixths = most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range
  return { hue: (sixths * 60 + 360) % 360, saturation: range / most }
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: Hex): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(linear)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function channels(colour: Hex): number[] {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError(`${colour} is no colour of the form #rrggbb`)
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}
