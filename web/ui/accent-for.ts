// An organisation's colour, adjusted until it can be read: on light and on dark, as a fill, as text and as a tint.

export type Accent = Readonly<{ fill: string; on: string; ink: string; soft: string }>

/** The darkest and lightest grounds that an accent's text may stand on; `theme.css` has the same (a test compares them). */
export const grounds = { light: ['#ffffff', '#fafaf8', '#f2f2ef'], dark: ['#1f2024', '#202226', '#0b0c0d'] } as const

/**
 * Four colours for each theme. Guaranteed (WCAG 2.2, 1.4.3 and 1.4.11): `on` upon `fill` and `ink` upon every ground and upon `soft`
 * at least 4.5:1; `fill` against every ground at least 3:1. Hue is kept; only lightness moves. What is not a colour becomes our blue.
 */
export function accentFor(hex: string): Readonly<{ light: Accent; dark: Accent }> {
  const { chroma, hue } = toOklch(isHex(hex) ? hex : '#2a5bd7')
  const shade = (lightness: number, share = 1): string => toHex({ lightness, chroma: chroma * share, hue })
  const start = toOklch(isHex(hex) ? hex : '#2a5bd7').lightness
  const soft = { light: shade(0.96, 0.18), dark: shade(0.27, 0.4) }

  const darkOnes = descending(Math.min(start, 0.62)).map((l) => shade(l))
  const paleOnes = ascending(Math.max(start, 0.68)).map((l) => shade(l, 0.9))
  return {
    light: {
      fill: first(darkOnes, (c) => readable('#ffffff', [c]) && visible(c, grounds.light), '#000000'),
      on: '#ffffff',
      ink: first(darkOnes, (c) => readable(c, [...grounds.light, soft.light]), '#000000'),
      soft: soft.light,
    },
    dark: {
      fill: first(paleOnes, (c) => readable('#101113', [c]) && visible(c, grounds.dark), '#ffffff'),
      on: '#101113',
      ink: first(paleOnes, (c) => readable(c, [...grounds.dark, soft.dark]), '#ffffff'),
      soft: soft.dark,
    },
  }
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const readable = (text: string, on: readonly string[]) => on.every((ground) => contrast(text, ground) >= 4.5)
const visible = (shape: string, on: readonly string[]) => on.every((ground) => contrast(shape, ground) >= 3)
const first = (shades: readonly string[], fits: (shade: string) => boolean, last: string) => shades.find(fits) ?? last
const descending = (from: number) => Array.from({ length: 101 }, (_, step) => from * (1 - step / 100))
const ascending = (from: number) => Array.from({ length: 101 }, (_, step) => from + (1 - from) * (step / 100))

const isHex = (text: string) => /^#[0-9a-f]{6}$/i.test(text)
const channels = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number]
const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const gamma = (c: number) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map(linear) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

type Oklch = { lightness: number; chroma: number; hue: number }

/** Björn Ottosson's OKLab (2020), in polar form: equal steps of lightness look equal, and hue stays put. */
function toOklch(hex: string): Oklch {
  const [r, g, b] = channels(hex).map(linear) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(a, bb), hue: Math.atan2(bb, a) }
}

function toHex({ lightness, chroma, hue }: Oklch): string {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${rgb
    .map((c) =>
      Math.round(gamma(Math.min(1, Math.max(0, c))) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
