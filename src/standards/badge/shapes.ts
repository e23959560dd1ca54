// The four outlines of a badge on its 512 by 512 field: the enamel's edge, its rim, and how wide a line of text may be at each height.
import { polygon, short } from './svg.ts'

export type Shape = Readonly<{
  /** The outline, grown outwards by so many units. */
  outline: (grown: number) => string
  /** From the enamel's edge to the outer edge of the metal. */
  rim: number
  /** Half the width of the enamel at a height. */
  halfWidth: (y: number) => number
  /** Where the picture and the words are centred, and how high they may be together. */
  middle: number
  room: number
  /** How wide small print may be set before it takes a second line. */
  printWidth: number
  /** A circle carries the issuer around its rim. */
  ring?: Readonly<{ radius: number; centre: readonly [number, number] }>
}>

const centre = 256

const circle: Shape = {
  outline: (grown) => circlePath(184 + grown),
  rim: 58,
  halfWidth: (y) => Math.sqrt(Math.max(0, 184 ** 2 - (y - 253) ** 2)),
  middle: 253,
  room: 322,
  printWidth: 0,
  ring: { radius: 184, centre: [centre, 253] },
}

const circlePath = (radius: number) =>
  `M${short(centre - radius)} 253a${short(radius)} ${short(radius)} 0 1 1 ${short(2 * radius)} 0a${short(radius)} ${short(radius)} 0 1 1 ${short(-2 * radius)} 0Z`

const shield: Shape = {
  outline: (grown) => {
    const half = 190 + grown
    const [left, right, top, tip] = [centre - half, centre + half, 46 - grown, 462 + grown * 1.12]
    const corner = short(Math.max(0, grown))
    const shoulder = 232 + grown * 0.2
    const curve = (side: 1 | -1) => [
      centre + side * half,
      340 + grown * 0.5,
      centre + side * (112 + grown * 0.45),
      418 + grown * 0.8,
    ]
    return [
      `M${short(left)} ${short(top + Math.max(0, grown))}a${corner} ${corner} 0 0 1 ${corner} -${corner}`,
      `H${short(right - Math.max(0, grown))}a${corner} ${corner} 0 0 1 ${corner} ${corner}V${short(shoulder)}`,
      `C${[...curve(1), centre, tip].map(short).join(' ')}`,
      `C${[...curve(-1).slice(2), ...curve(-1).slice(0, 2), left, shoulder].map(short).join(' ')}Z`,
    ].join('')
  },
  rim: 30,
  halfWidth: (y) => between(shieldEdge, y),
  middle: 228,
  room: 350,
  printWidth: 226,
}

/** Points of its curve at every quarter: height and half width. The curve bulges, so chords between them stay inside. */
const shieldEdge = [
  [46, 190],
  [232, 190],
  [307.3, 176],
  [371, 137],
  [422.7, 77],
  [462, 0],
] as const

function between(points: readonly (readonly [number, number])[], y: number): number {
  const next = points.findIndex(([height]) => height >= y)
  const [to, from] = [points[next], points[next - 1]]
  return to && from ? from[1] + ((to[1] - from[1]) * (y - from[0])) / (to[0] - from[0]) : 0
}

const hexagon: Shape = {
  outline: (grown) => {
    const radius = 206 + (grown * 2) / Math.sqrt(3)
    const side = (radius * Math.sqrt(3)) / 2
    return polygon([
      [centre, 253 - radius],
      [centre + side, 253 - radius / 2],
      [centre + side, 253 + radius / 2],
      [centre, 253 + radius],
      [centre - side, 253 + radius / 2],
      [centre - side, 253 - radius / 2],
    ])
  },
  rim: 30,
  halfWidth: (y) => Math.min(178, Math.max(0, (206 - Math.abs(y - 253)) * Math.sqrt(3))),
  middle: 250,
  room: 350,
  printWidth: 225,
}

const square: Shape = {
  outline: (grown) => {
    const half = 196 + grown
    const round = 34 + grown
    const straight = short(2 * (half - round))
    const corner = (x: number, y: number) => `a${short(round)} ${short(round)} 0 0 1 ${short(x)} ${short(y)}`
    return `M${short(centre - half + round)} ${short(253 - half)}h${straight}${corner(round, round)}v${straight}${corner(-round, round)}h-${straight}${corner(-round, -round)}v-${straight}${corner(round, -round)}Z`
  },
  rim: 30,
  halfWidth: (y) => (Math.abs(y - 253) < 196 ? 190 : 0),
  middle: 253,
  room: 344,
  printWidth: 320,
}

export const shapes = { circle, shield, hexagon, square } as const satisfies Record<string, Shape>
