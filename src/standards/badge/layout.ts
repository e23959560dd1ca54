// Where everything on a badge goes: the picture, a title of up to three lines as large as it fits, and the small print below it.
import { cut, evenLines, filledLines } from './lines.ts'
import type { Shape } from './shapes.ts'
import { widthOf } from './widths.ts'

/** `y` is the baseline. */
export type Line = Readonly<{ text: string; y: number; size: number; letterSpacing: number }>

export type Layout = Readonly<{
  emblem: Readonly<{ y: number; radius: number }>
  title: readonly Line[]
  /** The small ornament between the title and what follows. */
  rule: number
  small: readonly Line[]
}>

/** `letterSpacing` in parts of the size. `lines`: how many it may take. */
export type SmallPrint = Readonly<{ text: string; letterSpacing: number; lines: number }>

type Asked = Readonly<{ title: string; small: readonly SmallPrint[]; shape: Shape }>
type Try = Readonly<{ size: number; radius: number; lines: number }>

const leading = 1.12
const gaps = { emblem: 16, rule: 17, small: 24 }

/** Browsers may have to set the badge in another serif than ours: a sixteenth is kept free for it, and air at the edge. */
const usable = (shape: Shape, from: number, to: number) =>
  Math.max(0, (2 * Math.min(shape.halfWidth(from), shape.halfWidth(to)) - 34) / 1.0625)

/** Tries sizes from large to small, few lines before many, first so that nothing is cut; what does not fit even then is cut. */
export function layOut(asked: Asked): Layout {
  // without a title the picture is large
  const settings = asked.title === '' ? [[]] : [1, 2, 3].map((count) => evenLines(asked.title, count))
  for (const whole of [true, false]) {
    for (const { size, radius, lines: most } of tries) {
      for (const lines of settings.slice(0, most)) {
        const layout = lines && stack(asked, lines, size, radius)
        if (layout && fits(asked, layout, whole)) return layout
      }
    }
  }
  return forced(asked)
}

/** The picture is large beside a short title; a longer title shrinks a little, then takes a third line, then the picture gives way. */
const tries: readonly Try[] = [
  ...[50, 48, 46, 44, 42].map((size) => ({ size, radius: 84, lines: 1 })),
  ...[44, 42, 40, 38, 36].map((size) => ({ size, radius: 72, lines: 2 })),
  ...[38, 36, 34, 32].map((size) => ({ size, radius: 66, lines: 3 })),
  ...[34, 32, 30, 28, 26, 24].map((size) => ({ size, radius: 56, lines: 3 })),
  ...[24, 23, 22, 21, 20].map((size) => ({ size, radius: 46, lines: 3 })),
]

const smallSizes = { largest: 17, least: 13, tiniest: 12 }

function stack({ small, shape }: Asked, lines: readonly string[], size: number, radius: number): Layout {
  const printed = small.flatMap((print, of) => textsOf(print, shape.printWidth).map((text) => ({ ...text, of })))
  const smallHeight = printed.length > 0 ? gaps.rule + printed.length * gaps.small - 6 : gaps.rule
  const height = 2 * radius + gaps.emblem + lines.length * size * leading + smallHeight
  const top = shape.middle - height / 2
  const titleTop = top + 2 * radius + gaps.emblem
  const rule = titleTop + lines.length * size * leading + gaps.rule * 0.72
  return {
    emblem: { y: top + radius, radius },
    title: lines.map((text, index) => ({ text, size, letterSpacing: 0, y: titleTop + size * (0.8 + index * leading) })),
    rule,
    small: printed.map((text, index) => {
      const baseline = (line: number) => rule + 2 + (line + 1) * gaps.small
      const sizes = printed.map((other, line) =>
        other.of === text.of ? smallSize(other, baseline(line), shape) : smallSizes.largest,
      )
      return smallLine(text, baseline(index), Math.min(...sizes), shape)
    }),
  }
}

/** On one line when it is wide enough for that, else on as many as it may take. */
function textsOf(print: SmallPrint, width: number): SmallPrint[] {
  const isShort = widthOf(print.text, smallSizes.least, print.letterSpacing * smallSizes.least) <= width
  const lines = isShort ? [print.text] : (evenLines(print.text, print.lines) ?? [print.text])
  return lines.map((text) => ({ ...print, text }))
}

const smallSize = ({ text, letterSpacing }: SmallPrint, y: number, shape: Shape) =>
  sizeFor(text, letterSpacing, usable(shape, y - 14, y + 4), smallSizes.largest, smallSizes.tiniest)

function smallLine({ text, letterSpacing }: SmallPrint, y: number, size: number, shape: Shape): Line {
  return {
    text: cut(text, size, usable(shape, y - 14, y + 4), letterSpacing * size),
    y,
    size,
    letterSpacing: letterSpacing * size,
  }
}

/** The largest size at which a line fits a width, within bounds. */
export const sizeFor = (text: string, letterSpacing: number, width: number, largest: number, least: number): number =>
  Math.max(least, Math.min(largest, width / Math.max(0.01, widthOf(text, 1, letterSpacing))))

function fits({ shape, small: asked }: Asked, { emblem, title, rule, small }: Layout, whole: boolean): boolean {
  const top = emblem.y - emblem.radius
  if ((small.at(-1)?.y ?? rule) - top > shape.room) return false
  if (shape.halfWidth(top) < emblem.radius * 0.5) return false
  if (whole && small.map(({ text }) => text).join(' ') !== asked.map(({ text }) => text).join(' ')) return false
  return title.every(({ text, size, y }) => widthOf(text, size) <= usable(shape, y - size * 0.75, y + size * 0.2))
}

function forced(asked: Asked): Layout {
  const { size, radius } = { size: 24, radius: 56 }
  const three = stack(asked, ['', '', ''], size, radius)
  const widths = three.title.map(({ y }) => usable(asked.shape, y - size * 0.75, y + size * 0.2))
  const lines = filledLines(asked.title, size, widths)
  const placed = stack(asked, lines, size, radius)
  return { ...placed, title: placed.title.map((line, index) => ({ ...line, text: cut(line.text, size, widths[index] ?? 0) })) }
}
