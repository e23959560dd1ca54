// A badge drawn from its design: an enamel pin as one self-contained SVG. The same design gives the same bytes on every machine.
import * as z from 'zod'
import { type Enamel, enamelOf } from './enamel.ts'
import { type Layout, type Line, layOut } from './layout.ts'
import { type Metal, motifs } from './motifs.ts'
import { ringText } from './ring.ts'
import { type Shape, shapes } from './shapes.ts'
import { el, escaped, polygon, short } from './svg.ts'
import { apart, capitals, directionOf, isInOurFonts, running, spacing } from './writing.ts'

export const badgeShapes = ['circle', 'shield', 'hexagon', 'square'] as const
export const badgeMotifs = ['rings', 'leaf', 'path', 'spark', 'grid', 'wave'] as const

export const badgeDesign = z.object({
  title: z.string().min(1).max(300),
  issuer: z.string().min(1).max(200),
  /** As it is to be read: "Level 5", "Niveau 6". */
  level: z.string().max(60).optional(),
  hours: z.number().min(0).max(100_000).optional(),
  shape: z.enum(badgeShapes),
  accent: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour of the form #rrggbb'),
  motif: z.enum(badgeMotifs),
  /** Up to three letters in the middle of the motif. */
  initials: z.string().max(12).optional(),
  /** BCP 47; sets capitals rightly and tells screen readers how to speak. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
    .optional(),
})

export type BadgeDesign = z.output<typeof badgeDesign>

/** The families of the badge, for whoever renders or shows it. Newsreader is what its widths are measured with. */
export const badgeFonts =
  "Newsreader, 'Newsreader Variable', 'Source Serif 4', Georgia, 'Times New Roman', 'Liberation Serif', 'Noto Naskh Arabic', 'Noto Naskh Arabic Variable', 'Frank Ruhl Libre', serif"

/**
 * SVG on a field of 512 by 512. Throws a RangeError when the accent is no `#rrggbb`.
 * `letters: 'ours'` leaves out a text that needs other fonts than those we ship, where a picture would have empty boxes instead; what
 * the badge is called is still said to whoever listens.
 */
export function drawBadge(design: BadgeDesign, letters: 'any' | 'ours' = 'any'): string {
  const shown = (text: string) => (letters === 'any' || isInOurFonts(text) ? text : '')
  const shape: Shape = shapes[design.shape]
  const enamel = enamelOf(design.accent)
  const id = `badge-${fingerprint(JSON.stringify(Object.entries(design).sort()))}`
  const title = tidy(design.title)
  const details = apart([shown(tidy(design.level ?? '')), hoursOf(design)], ' · ')
  const issuer = shown(capitals(tidy(design.issuer), design.language))
  const small = shape.ring ? [] : smallPrint(issuer, details)
  const layout = layOut({ title: shown(title), small, shape })
  const paint = (name: string) => `url(#${id}-${name})`
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: '0 0 512 512',
      width: 512,
      height: 512,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      ...(design.language ? { lang: design.language, 'xml:lang': design.language } : {}),
      'font-family': badgeFonts,
      'font-weight': 600,
      'text-anchor': 'middle',
    },
    el('title', { id: `${id}-title` }, escaped(title)),
    el('desc', { id: `${id}-desc` }, escaped([tidy(design.issuer), details].filter(Boolean).join(' · '))),
    el('defs', {}, ...paints(id, enamel)),
    body(shape, enamel, paint),
    emblem({ ...design, initials: shown(design.initials ?? '') }, layout, enamel, paint),
    ...layout.title.map((line) => textLine({ ...line, fill: enamel.ink, direction: directionOf(title) })),
    ornament(layout.rule, enamel.ink),
    ...layout.small.map((line) => textLine({ ...line, fill: enamel.ink, direction: directionOf(line.text) })),
    shape.ring ? ringText({ id, ring: shape.ring, issuer, details, ink: enamel.bandInk }) : '',
  )
}

/** The sign for the hour is the same in every language (SI Brochure, table 8). */
const hoursOf = ({ hours }: BadgeDesign) => (hours === undefined ? '' : `${short(hours)} h`)

const tidy = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()

const smallPrint = (issuer: string, details: string) => [
  ...(issuer ? [{ text: issuer, lines: 2, letterSpacing: spacing(issuer, 0.09) }] : []),
  ...(details ? [{ text: details, lines: 1, letterSpacing: spacing(details, 0.02) }] : []),
]

function paints(id: string, { lit, deep, metal }: Enamel): string[] {
  const stops = (colours: readonly string[]) =>
    colours.map((colour, index) => el('stop', { offset: index / (colours.length - 1), 'stop-color': colour }))
  const linear = (name: string, from: number, to: number, colours: readonly string[]) =>
    el(
      'linearGradient',
      { id: `${id}-${name}`, gradientUnits: 'userSpaceOnUse', x1: from, y1: from, x2: to, y2: to },
      ...stops(colours),
    )
  return [
    linear('rim', 70, 442, metal),
    linear('edge', 442, 70, metal),
    linear('gilt', -48, 52, [metal[3] ?? '', metal[1] ?? '', metal[2] ?? '']),
    el('radialGradient', { id: `${id}-field`, gradientUnits: 'userSpaceOnUse', cx: 208, cy: 170, r: 300 }, ...stops([lit, deep])),
    el(
      'filter',
      { id: `${id}-soft`, filterUnits: 'userSpaceOnUse', x: 0, y: 0, width: 512, height: 512 },
      el('feGaussianBlur', { stdDeviation: 4 }),
    ),
  ]
}

type Paint = (name: string) => string

/** From the back: shadow, rim of metal, band of dark enamel with beads, inner edge of metal, field, and the light along its edge. */
function body({ outline, rim }: Shape, { band, bright, shade, metal }: Enamel, paint: Paint): string {
  const around = (grown: number) => outline(grown)
  const grown = (by: number, fill: string) =>
    el('path', { d: around(0), fill, stroke: fill, 'stroke-width': 2 * by, 'stroke-linejoin': 'round' })
  const hairline = (by: number, stroke: string, width: number, opacity: number) =>
    el('path', {
      d: around(by),
      fill: 'none',
      stroke,
      'stroke-width': width,
      'stroke-opacity': opacity,
      'stroke-linejoin': 'round',
    })
  return [
    el(
      'g',
      { transform: 'translate(0 5)', filter: paint('soft'), opacity: 0.32 },
      el('path', { d: around(0), fill: '#000000', stroke: '#000000', 'stroke-width': 2 * rim - 4, 'stroke-linejoin': 'round' }),
    ),
    grown(rim, shade),
    grown(rim - 1.2, paint('rim')),
    el('path', {
      d: around(rim - 5.5),
      fill: 'none',
      stroke: bright,
      'stroke-width': 4,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'stroke-dasharray': '0.01 7.4',
    }),
    grown(rim - 10, metal[4] ?? shade),
    grown(rim - 11.5, band),
    grown(7, paint('edge')),
    grown(1, metal[4] ?? shade),
    el('path', { d: around(0), fill: paint('field') }),
    hairline(-2, '#000000', 4, 0.16),
    hairline(-7, bright, 1.2, 0.55),
  ].join('')
}

/** A roundel of the dark enamel with the motif in metal. */
function emblem({ motif, initials }: BadgeDesign, { emblem: { y, radius } }: Layout, enamel: Enamel, paint: Paint): string {
  const metal: Metal = { gilt: paint('gilt'), bright: enamel.bright, shade: enamel.shade, ground: enamel.band }
  const letters = Array.from(new Intl.Segmenter('und').segment(tidy(initials ?? '')), ({ segment }) => segment).slice(0, 3)
  const drawing =
    letters.length > 0 ? motifs[motif].wreath(metal) + monogram(letters.join(''), enamel) : motifs[motif].figure(metal)
  return el(
    'g',
    { transform: `translate(256 ${short(y)}) scale(${short(radius / 84)})` },
    el('circle', { r: 82, fill: enamel.band, stroke: paint('gilt'), 'stroke-width': 4.5 }),
    drawing,
  )
}

function monogram(letters: string, { bandInk }: Enamel): string {
  const size = [0, 54, 40, 29][Array.from(letters).length] ?? 24
  return textLine({
    text: letters,
    x: 0,
    y: size * 0.335,
    size,
    letterSpacing: 0,
    fill: bandInk,
    direction: directionOf(letters),
  })
}

/** Two strokes and a lozenge, as printers close a title. */
const ornament = (y: number, ink: string) =>
  el(
    'g',
    { transform: `translate(256 ${short(y)})`, fill: ink, 'fill-opacity': 0.8 },
    el('path', {
      d: polygon([
        [0, -5],
        [5, 0],
        [0, 5],
        [-5, 0],
      ]),
    }),
    el('path', { d: 'M-54 0L-12 -1.1V1.1ZM54 0L12 -1.1V1.1Z' }),
  )

type Inked = Line & Readonly<{ x?: number; fill: string; direction: 'rtl' | undefined }>

const textLine = ({ text, x = 256, y, size, letterSpacing, fill, direction }: Inked) =>
  el(
    'text',
    { x, y, fill, 'font-size': size, 'letter-spacing': letterSpacing || undefined, direction },
    escaped(running(text, direction)),
  )

/** FNV-1a: names the paints of a badge, so that two badges on one page do not take each other's colours. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(36)
}
