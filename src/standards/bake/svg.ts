// Baking into SVG: a credential as the first thing inside of its own drawing (Open Badges 3.0, 5.3.2; Open Badges 2.0, Baking).
import { Refusal } from '#kernel/refusal.ts'
import type { BakeRefusal } from './refusals.ts'
import { type Piece, xmlPieces } from './xml-pieces.ts'

/** Namespace → the element in it that carries the credential. The first is the one that we write. */
const carriers = {
  'https://purl.imsglobal.org/ob/v3p0': 'credential',
  'http://openbadges.org': 'assertion',
} as const

const [namespace] = Object.keys(carriers) as [keyof typeof carriers]
const mostLetters = 16 * 1024 * 1024

/** Whether a file may be an SVG picture: it begins with XML's or SVG's own sign. */
export function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart()
  return /^<(\?xml\s|!--|!DOCTYPE svg\b|([\w-]+:)?svg[\s/>])/i.test(start)
}

/** The drawing with the text (JSON or a compact JWS) inside; what it carried before is replaced. Throws a `Refusal` with a code of `bakeRefusals`. */
export function bakeSvg(svg: string, text: string): string {
  const { pieces, root } = drawing(svg)
  const plain = carriersIn(pieces).reduceRight((left, { at, end }) => left.slice(0, at) + left.slice(end), svg)
  const head = rootWithNamespace(plain.slice(root.at, root.end))
  return `${plain.slice(0, root.at)}${head}${element(text)}${root.closed ? `</${root.name}>` : plain.slice(root.end)}`
}

/** The text inside of the drawing: JSON, a token or, from version 2.0, an address. Throws a `Refusal` with a code of `bakeRefusals`. */
export function unbakeSvg(svg: string): string {
  const [found, ...more] = carriersIn(drawing(svg).pieces)
  if (found === undefined) throw new Refusal<BakeRefusal>('svg_empty')
  if (more.length > 0) throw new Refusal<BakeRefusal>('svg_ambiguous')
  return found.text
}

type Opening = Extract<Piece, { kind: 'open' }>

function drawing(svg: string): Readonly<{ pieces: readonly Piece[]; root: Opening }> {
  if (svg.length > mostLetters) throw new Refusal<BakeRefusal>('svg_broken', 'size', { why: 'size' })
  const pieces = xmlPieces(svg)
  const root = pieces.find((piece): piece is Opening => piece.kind === 'open')
  if (root === undefined || localName(root.name) !== 'svg') throw new Refusal<BakeRefusal>('svg_broken', 'root', { why: 'root' })
  return { pieces, root }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

type Carrier = Readonly<{ at: number; end: number; text: string }>

/** Every element that carries a credential, wherever it stands; the standard wants it first. */
function carriersIn(pieces: readonly Piece[]): readonly Carrier[] {
  const found: Carrier[] = []
  const scopes: ReadonlyMap<string, string>[] = [new Map()]
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'close') scopes.pop()
    if (piece.kind !== 'open') continue
    const scope = scopeInside(scopes.at(-1) ?? new Map(), piece)
    if (isCarrier(piece, scope)) found.push(carrierAt(pieces, index))
    if (!piece.closed) scopes.push(scope)
  }
  return found
}

/** Prefix → namespace, as an element sees them. */
function scopeInside(outer: ReadonlyMap<string, string>, { attributes }: Opening): ReadonlyMap<string, string> {
  const own = [...attributes].flatMap(([name, value]): [string, string][] =>
    name === 'xmlns' ? [['', value]] : name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value]] : [],
  )
  return own.length === 0 ? outer : new Map([...outer, ...own])
}

function isCarrier({ name }: Opening, scope: ReadonlyMap<string, string>): boolean {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : ''
  const space = scope.get(prefix) ?? ''
  return Object.hasOwn(carriers, space) && carriers[space as keyof typeof carriers] === localName(name)
}

/** A token or an address stands in `verify`, a document between the tags; where both stand, the token is what was signed. */
function carrierAt(pieces: readonly Piece[], index: number): Carrier {
  const opening = pieces[index] as Opening
  const rest = pieces.slice(index + 1)
  const until = rest.findIndex(({ kind }) => kind === 'close')
  const inside = opening.closed ? [] : rest.slice(0, until)
  if (inside.some(({ kind }) => kind === 'open')) throw new Refusal<BakeRefusal>('svg_broken', 'carrier', { why: 'carrier' })
  const text = inside.map((piece) => (piece.kind === 'text' || piece.kind === 'data' ? piece.text : '')).join('')
  return {
    at: opening.at,
    end: opening.closed ? opening.end : (rest[until]?.end ?? opening.end),
    text: (opening.attributes.get('verify') || text).trim(),
  }
}

function rootWithNamespace(tag: string): string {
  const open = tag.replace(/\s*\/?>$/, '')
  // A drawing that was baked before has it; twice would break the drawing.
  const bare = open.replace(/\s+xmlns:openbadges\s*=\s*("[^"]*"|'[^']*')/, '')
  return `${bare} xmlns:openbadges="${namespace}">`
}

const isToken = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)

function element(text: string): string {
  if (isToken(text)) return `<openbadges:credential verify="${text}"/>`
  return `<openbadges:credential><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:credential>`
}
