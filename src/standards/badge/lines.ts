// Breaking a title into lines that look set by hand: as few as fit, and as even as can be.
import { widthOf } from './widths.ts'

/** A title is cut here, with an ellipsis: far more than three lines hold at any size. */
const longest = 240

/** The breaks of `text` into exactly `count` lines whose widest is as narrow as can be; `undefined` with fewer words than lines. */
export function evenLines(text: string, count: number): string[] | undefined {
  const words = text.split(' ').filter((word) => word !== '')
  if (words.length < count) return undefined
  let from = 0
  return narrowest(endsOf(words), 0, count, new Map()).breaks.map((to) => {
    const line = words.slice(from, to).join(' ')
    from = to
    return line
  })
}

type Setting = Readonly<{ breaks: readonly number[]; widest: number }>

/** The best setting of the words from `from` on: where each line ends, and how wide the widest is. */
function narrowest(ends: readonly number[], from: number, count: number, known: Map<string, Setting>): Setting {
  if (count === 1) return { breaks: [ends.length - 1], widest: lineWidth(ends, from, ends.length - 1) }
  const key = `${from} ${count}`
  const before = known.get(key)
  if (before) return before
  let best: Setting = { breaks: [], widest: Number.POSITIVE_INFINITY }
  for (let to = from + 1; to <= ends.length - count; to++) {
    const rest = narrowest(ends, to, count - 1, known)
    const widest = Math.max(lineWidth(ends, from, to), rest.widest)
    if (widest < best.widest) best = { breaks: [to, ...rest.breaks], widest }
  }
  known.set(key, best)
  return best
}

/** Where each word would begin, set on one endless line, and where the line would end: a space stands after every word. */
const endsOf = (words: readonly string[]): number[] => {
  const ends = [0]
  for (const word of words) ends.push((ends.at(-1) ?? 0) + widthOf(`${word} `, 1))
  return ends
}

/** With the space at its end, which every line has alike. */
const lineWidth = (ends: readonly number[], from: number, to: number) => (ends[to] ?? 0) - (ends[from] ?? 0)

/** As many of the first letters as fit, then an ellipsis; all of them when they fit. */
export function cut(text: string, size: number, width: number, letterSpacing = 0): string {
  if (widthOf(text, size, letterSpacing) <= width) return text
  const letters = graphemes(text)
  const kept = lettersWithin(letters, size, width - widthOf('…', size), letterSpacing)
  return `${letters.slice(0, kept).join('').trimEnd()}…`
}

/** How many of the first letters fit a width; one at least. */
function lettersWithin(letters: readonly string[], size: number, width: number, letterSpacing = 0): number {
  let used = 0
  const over = letters.findIndex((letter) => {
    used += widthOf(letter, size) + letterSpacing
    return used > width
  })
  return over === -1 ? letters.length : Math.max(1, over)
}

/** Lines of at most `width`, filled one after the other; words longer than a line are broken. For what no even setting holds. */
export function filledLines(text: string, size: number, widths: readonly number[]): string[] {
  const lines: string[] = []
  let rest = graphemes(text.slice(0, longest))
  for (const [index, width] of widths.entries()) {
    if (rest.length === 0) break
    if (index === widths.length - 1) return [...lines, cut(rest.join('').trim(), size, width)]
    const taken = takeLine(rest, size, width)
    const isInside = joins.test(`${rest[taken - 1]}${rest[taken] ?? ' '}`)
    lines.push(rest.slice(0, taken).join('').trim() + (isInside ? '-' : ''))
    rest = rest.slice(taken)
  }
  return lines
}

/** Between two letters of these a hyphen shows that a word goes on. */
const joins = /^(\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{M}){2,}$/u

function takeLine(letters: readonly string[], size: number, width: number): number {
  const most = lettersWithin(letters, size, width - widthOf('-', size))
  if (most === letters.length) return most
  const space = letters.lastIndexOf(' ', most)
  return space > 0 ? space + 1 : most
}

const graphemes = (text: string) => Array.from(new Intl.Segmenter('und').segment(text), ({ segment }) => segment)
