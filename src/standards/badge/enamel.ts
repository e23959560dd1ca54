// The colours of a badge: enamel from the accent, its darker rim, and the metal that suits it. Every ground carries its ink at 4.5:1 or more.
import { contrast, type Hex, hueOf, isInkLight, mix, readable, readableOn } from './contrast.ts'

export type Enamel = Readonly<{
  /** The field runs from `lit` to `deep`, away from its ink and never towards it. */
  lit: Hex
  deep: Hex
  ink: Hex
  /** The rim, and what is written on it. */
  band: Hex
  bandInk: Hex
  metal: readonly Hex[]
  bright: Hex
  shade: Hex
}>

const gold = ['#fff6d6', '#e6c679', '#b78a3c', '#f6e3a8', '#96702c'] as const
const silver = ['#ffffff', '#cdd4db', '#8c96a1', '#f1f4f7', '#6d7782'] as const

export function enamelOf(accent: Hex): Enamel {
  const metal = suitsSilver(accent) ? silver : gold
  const ink = readableOn(accent)
  const grounds = isInkLight(accent)
    ? { lit: accent, deep: mix(accent, '#000000', 0.34) }
    : { lit: mix(accent, '#ffffff', 0.3), deep: accent }
  const bandInk = metal[3]
  return { ...grounds, ink, band: darkUnder(bandInk, accent), bandInk, metal, bright: metal[3], shade: metal[2] }
}

/** Gold drowns in yellows, oranges and browns, and in greys it looks lost. */
function suitsSilver(accent: Hex): boolean {
  const { hue, saturation } = hueOf(accent)
  return saturation < 0.12 || (hue > 14 && hue < 72 && saturation > 0.3)
}

/** The accent, darkened until what is written on it stands out well. Yellow would darken to mud: beside it stands slate. */
function darkUnder(ink: Hex, accent: Hex): Hex {
  const { hue, saturation } = hueOf(accent)
  const shares = hue > 34 && hue < 72 && saturation > 0.3 ? [0.93] : [0.5, 0.6, 0.7, 0.8, 0.9]
  return shares.map((share) => mix(accent, dark, share)).find((band) => contrast(ink, band) >= readable + 2.5) ?? dark
}

const dark = '#0a0f18'
