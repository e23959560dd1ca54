// The motifs, drawn in metal on a circle of radius 64 around nothing: a figure, and a wreath that leaves its middle free for initials.
import { around, el, polygon, short } from './svg.ts'

/** Paints by name: `gilt` shades from light to dark metal, `bright` and `shade` are its two flat tones, `ground` the enamel below. */
export type Metal = Readonly<{ gilt: string; bright: string; shade: string; ground: string }>

type Drawing = (metal: Metal) => string
export type Motif = Readonly<{ figure: Drawing; wreath: Drawing }>

const turns = (count: number) => Array.from({ length: count }, (_, index) => (360 / count) * index)

const line = (d: string, stroke: string, width: number) =>
  el('path', { d, fill: 'none', stroke, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })

const dot = ([cx, cy]: readonly [number, number], r: number, fill: string) => el('circle', { cx, cy, r, fill })

const ring = ([cx, cy]: readonly [number, number], r: number, stroke: string, width: number) =>
  el('circle', { cx, cy, r, fill: 'none', stroke, 'stroke-width': width })

/** A shape split along its length, lit from the left: two flat tones make it look cast. */
const facet = (left: string, right: string, { bright, shade }: Metal) =>
  el('path', { d: left, fill: bright }) + el('path', { d: right, fill: shade })

const placed = (transform: string, ...children: string[]) => el('g', { transform }, ...children)
const turned = (degrees: number, ...children: string[]) => placed(`rotate(${short(degrees)})`, ...children)

/** A leaf of the given length from its stalk upwards, in two halves. */
const leaf = (length: number, metal: Metal) => {
  const [wide, high] = [length * 0.3, length * 0.42]
  const half = (side: number) =>
    `M0 0C${short(side * wide)} ${short(-high * 0.5)} ${short(side * wide)} ${short(-high * 1.5)} 0 ${short(-length)}Z`
  return facet(half(-1), half(1), metal)
}

const rings: Motif = {
  figure: (metal) => {
    const centres = turns(3).map((degrees) => around(25, degrees))
    const hoop = (at: [number, number]) => ring(at, 34, metal.ground, 15) + ring(at, 34, metal.gilt, 8)
    // Each hoop passes over the next: the first is drawn again where it lies over the last.
    const [x, y] = centres[0] ?? [0, 0]
    const arc = [150, 175, 200, 225, 250].map((degrees) => around(34, degrees, [x, y]))
    const over = `M${arc.map(([px, py]) => `${short(px)} ${short(py)}`).join('L')}`
    const curve = over.replace(/L.*/, `A34 34 0 0 1 ${(arc.at(-1) ?? [0, 0]).map(short).join(' ')}`)
    const piece = el('path', { d: curve, fill: 'none', stroke: metal.ground, 'stroke-width': 15 }) + line(curve, metal.gilt, 8)
    return centres.map(hoop).join('') + piece
  },
  wreath: (metal) =>
    ring([0, 0], 62, metal.gilt, 4) +
    ring([0, 0], 44, metal.gilt, 4) +
    turns(24)
      .map((degrees) => dot(around(53, degrees), 3.6, metal.bright))
      .join(''),
}

const leafMotif: Motif = {
  figure: (metal) => {
    const pair = ([y, length, spread]: readonly [number, number, number]) =>
      [-1, 1].map((side) => placed(`translate(0 ${y}) rotate(${side * spread})`, leaf(length, metal))).join('')
    const pairs = (
      [
        [40, 44, 74],
        [18, 46, 60],
        [-6, 44, 46],
      ] as const
    )
      .map(pair)
      .join('')
    return line('M0 62V-16', metal.gilt, 5) + pairs + placed('translate(0 -20)', leaf(46, metal))
  },
  wreath: (metal) =>
    [-1, 1]
      .flatMap((side) =>
        [162, 136, 110, 84, 58, 32].map((degrees) => {
          const [x, y] = around(50, side * degrees)
          const blade = (lean: number) =>
            placed(`translate(${short(x)} ${short(y)}) rotate(${short(side * (degrees - 90 + lean))})`, leaf(25, metal))
          return blade(-32) + blade(38)
        }),
      )
      .join('') +
    line(`M${around(50, -170).map(short).join(' ')}A50 50 0 0 1 ${around(50, -24).map(short).join(' ')}`, metal.gilt, 2.5) +
    line(`M${around(50, 170).map(short).join(' ')}A50 50 0 0 0 ${around(50, 24).map(short).join(' ')}`, metal.gilt, 2.5),
}

/** A star of `points` long rays, each in two halves. */
const star = (points: number, outer: number, inner: number, metal: Metal) =>
  turns(points)
    .map((degrees) => {
      const side = (turn: number) => polygon([[0, 0], around(outer, degrees), around(inner, degrees + turn)])
      return facet(side(-180 / points), side(180 / points), metal)
    })
    .join('')

const path: Motif = {
  figure: (metal) => {
    const way = 'M-44 54C-4 54 40 50 40 26C40 2 -34 10 -34 -12C-34 -28 -12 -32 0 -38'
    const steps = (
      [
        [-44, 54],
        [40, 26],
        [-34, -12],
      ] as const
    )
      .map((at) => dot(at, 13, metal.ground) + dot(at, 10, metal.gilt) + dot(at, 4, metal.ground))
      .join('')
    return (
      line(way, metal.gilt, 7) +
      steps +
      placed('translate(8 -44)', el('circle', { r: 24, fill: metal.ground }), star(5, 28, 11, metal))
    )
  },
  wreath: (metal) =>
    ring([0, 0], 62, metal.gilt, 3) +
    ring([0, 0], 42, metal.gilt, 3) +
    turns(20)
      .map((degrees) => turned(degrees, line('M-4 -58L3 -52L-4 -46', metal.bright, 3.4)))
      .join(''),
}

const spark: Motif = {
  figure: (metal) =>
    turned(45, star(4, 44, 15, metal)) + star(4, 66, 15, metal) + dot([0, 0], 6, metal.ground) + dot([0, 0], 3.6, metal.bright),
  wreath: (metal) =>
    ring([0, 0], 43, metal.gilt, 4) +
    turns(24)
      .map((degrees, index) => {
        const tip = index % 2 === 0 ? 66 : 57
        const side = (turn: number) => polygon([around(47, degrees), around(tip, degrees), around(47, degrees + turn)])
        return facet(side(-5.6), side(5.6), metal)
      })
      .join(''),
}

/** A cut stone: four faces, lit from above left. */
const stone = ([x, y]: readonly [number, number], r: number, { bright, shade, gilt }: Metal) => {
  const [top, right, bottom, left] = [
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y],
  ] as [number, number][]
  if (!top || !right || !bottom || !left) return ''
  const face = (a: [number, number], b: [number, number], fill: string) => el('path', { d: polygon([[x, y], a, b]), fill })
  return face(left, top, bright) + face(top, right, gilt) + face(bottom, left, gilt) + face(right, bottom, shade)
}

const grid: Motif = {
  figure: (metal) =>
    [-1, 0, 1]
      .flatMap((row) => [-1, 0, 1].map((column) => stone([(column - row) * 22, (column + row) * 22], 19, metal)))
      .join(''),
  wreath: (metal) =>
    ring([0, 0], 42, metal.gilt, 3) +
    turns(16)
      .map((degrees) => turned(degrees, stone([0, -54], 9.4, metal)))
      .join(''),
}

/** A sine wound around a circle. */
const wound = (radius: number, height: number, waves: number, phase: number) =>
  polygon(turns(180).map((degrees) => around(radius + height * Math.sin((degrees * waves * Math.PI) / 180 + phase), degrees)))

const wave: Motif = {
  figure: (metal) => {
    const fan = ([x, y]: readonly [number, number]) =>
      placed(
        `translate(${short(x)} ${short(y)})`,
        el('path', { d: 'M-32 0A32 32 0 0 1 32 0Z', fill: metal.ground, stroke: metal.ground, 'stroke-width': 5 }),
        line('M-29 0A29 29 0 0 1 29 0', metal.bright, 5),
        line('M-18.5 0A18.5 18.5 0 0 1 18.5 0', metal.gilt, 4.5),
        el('path', { d: 'M-9 0A9 9 0 0 1 9 0Z', fill: metal.shade }),
      )
    const rows = [
      [[0, -22]],
      [
        [-32, 2],
        [32, 2],
      ],
      [
        [-64, 26],
        [0, 26],
        [64, 26],
      ],
      [
        [-32, 50],
        [32, 50],
      ],
    ] as const
    return placed('translate(0 1) scale(0.76)', ...rows.flatMap((row) => row.map(fan)))
  },
  wreath: (metal) =>
    line(wound(53, 7, 14, 0), metal.ground, 6) +
    line(wound(53, 7, 14, 0), metal.gilt, 3.4) +
    line(wound(53, 7, 14, Math.PI), metal.ground, 6) +
    line(wound(53, 7, 14, Math.PI), metal.bright, 3.4),
}

export const motifs = { rings, leaf: leafMotif, path, spark, grid, wave } as const satisfies Record<string, Motif>
