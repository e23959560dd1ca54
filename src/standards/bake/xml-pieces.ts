// An XML text taken apart into its pieces, strictly and without entities of its own: what does not add up is refused (XML 1.0, 2.8 and 3.1).
import { Refusal } from '#kernel/refusal.ts'
import type { BakeRefusal } from './refusals.ts'

/** `at` and `end` count characters of the text; a piece is what stands between them. */
export type Piece = Readonly<
  { at: number; end: number } & (
    | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; closed: boolean }
    | { kind: 'close'; name: string }
    | { kind: 'text' | 'data'; text: string }
    | { kind: 'other' }
  )
>

const mostPieces = 200_000

/** All pieces in order. Tags are checked to be balanced. Throws a `Refusal` `svg_broken`; a document type of its own is refused, too. */
export function xmlPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  const open: string[] = []
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at)
    if (piece.kind === 'open' && !piece.closed) open.push(piece.name)
    if (piece.kind === 'close' && open.pop() !== piece.name) throw broken('unbalanced')
    pieces.push(piece)
    if (pieces.length > mostPieces) throw broken('crowded')
    at = piece.end
  }
  if (open.length > 0) throw broken('unbalanced')
  return pieces
}

const broken = (why: string) => new Refusal<BakeRefusal>('svg_broken', why, { why })

/** How a piece begins, how it ends, and what it is. The first row that fits counts. */
const marks: readonly (readonly [begins: string, ends: string, read: (inside: string) => Kind])[] = [
  ['<!--', '-->', () => ({ kind: 'other' })],
  ['<![CDATA[', ']]>', (text) => ({ kind: 'data', text })],
  ['<?', '?>', () => ({ kind: 'other' })],
  ['<!', '>', doctype],
  ['</', '>', (inside) => ({ kind: 'close', name: inside.trim() })],
]

type Kind = Piece extends infer P ? (P extends unknown ? Omit<P, 'at' | 'end'> : never) : never

function pieceAt(text: string, at: number): Piece {
  if (text[at] !== '<') {
    const next = text.indexOf('<', at)
    const end = next < 0 ? text.length : next
    return { kind: 'text', text: decoded(text.slice(at, end)), at, end }
  }
  const mark = marks.find(([begins]) => text.startsWith(begins, at))
  if (!mark) return openingTag(text, at)
  const [begins, ends, read] = mark
  const stop = text.indexOf(ends, at + begins.length)
  if (stop < 0) throw broken('unfinished')
  return { ...read(text.slice(at + begins.length, stop)), at, end: stop + ends.length }
}

/** Pictures name SVG's own document type, and some of them need to. What declares anything is not read. */
function doctype(inside: string): Kind {
  if (!inside.startsWith('DOCTYPE') || inside.includes('[')) throw broken('doctype')
  return { kind: 'other' }
}

const tag = /<([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const attribute = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

function openingTag(text: string, at: number): Piece {
  tag.lastIndex = at
  const [whole, name, inside = '', slash] = tag.exec(text) ?? []
  if (whole === undefined || name === undefined) throw broken('tag')
  const attributes = new Map<string, string>()
  for (const [, key = '', double, single] of inside.matchAll(attribute)) {
    if (attributes.has(key)) throw broken('attribute')
    attributes.set(key, decoded(double ?? single ?? ''))
  }
  return { kind: 'open', name, attributes, closed: slash === '/', at, end: at + whole.length }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities that XML has by itself, and characters by number. */
function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w+));|&/g, (_, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
    if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code)
    const letter = name && Object.hasOwn(entities, name) ? entities[name] : undefined
    if (letter === undefined) throw broken('entity')
    return letter
  })
}
