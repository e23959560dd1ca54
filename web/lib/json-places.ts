// Where things stand in a JSON text (RFC 8259): for pointing at them by line, and at the first slip of the keyboard where there is one.

/** What would have fitted where the text stops being JSON. */
export type Slip = 'value' | 'name' | 'colon' | 'comma' | 'quote' | 'end' | 'less_depth'

/** Offsets of values, by their path: `files.0.names`. A broken text has the offset of its first slip. */
type JsonPlaces = Readonly<{ offsets: ReadonlyMap<string, number>; slip?: Readonly<{ at: number; needs: Slip }> }>

export function jsonPlaces(text: string): JsonPlaces {
  const offsets = new Map<string, number>()
  const end = valueFrom({ text, offsets, depth: 0 }, 0, '')
  const slip =
    'needs' in end ? end : past(text, end.at) < text.length ? { at: past(text, end.at), needs: 'end' as const } : undefined
  return slip ? { offsets, slip } : { offsets }
}

/** 1-based. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** The offset of what a path leads to, or of the nearest thing around it that is there. */
export function offsetOf({ offsets }: JsonPlaces, path: readonly (string | number)[]): number {
  const found = offsets.get(path.join('.'))
  return found ?? (path.length === 0 ? 0 : offsetOf({ offsets }, path.slice(0, -1)))
}

type Reading = Readonly<{ text: string; offsets: Map<string, number>; depth: number }>

/** No document for people is deeper; a hostile one is deeper than the stack. */
const deepest = 100
type End = Readonly<{ at: number }> | Readonly<{ at: number; needs: Slip }>

const space = /[\t\n\r ]*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: inside of a text they are slips too
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function matchFrom(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const past = (text: string, at: number) => at + (matchFrom(space, text, at)?.length ?? 0)

function valueFrom(reading: Reading, from: number, path: string): End {
  const { text, offsets } = reading
  const at = past(text, from)
  offsets.set(path, at)
  if (text[at] === '{') return listFrom(reading, at, path, memberFrom)
  if (text[at] === '[') return listFrom(reading, at, path, entryFrom)
  if (text[at] === '"') return textFrom(text, at)
  const word = matchFrom(plain, text, at)
  return word ? { at: at + word.length } : { at, needs: 'value' }
}

function textFrom(text: string, at: number): End {
  const found = matchFrom(quoted, text, at)
  return found === undefined ? { at, needs: 'quote' } : { at: at + found.length }
}

type Part = (reading: Reading, at: number, path: string, nth: number) => End

/** From the bracket that opens to behind the one that closes. */
function listFrom(outer: Reading, open: number, path: string, part: Part): End {
  const { text } = outer
  const reading = { ...outer, depth: outer.depth + 1 }
  if (reading.depth > deepest) return { at: open, needs: 'less_depth' }
  const closing = text[open] === '{' ? '}' : ']'
  let at = past(text, open + 1)
  if (text[at] === closing) return { at: at + 1 }
  for (let nth = 0; ; nth++) {
    const end = part(reading, at, path, nth)
    if ('needs' in end) return end
    at = past(text, end.at)
    if (text[at] === closing) return { at: at + 1 }
    if (text[at] !== ',') return { at, needs: 'comma' }
    at = past(text, at + 1)
  }
}

const within = (path: string, part: string | number) => (path === '' ? String(part) : `${path}.${part}`)

const entryFrom: Part = (reading, at, path, nth) => valueFrom(reading, at, within(path, nth))

const memberFrom: Part = (reading, at, path) => {
  const { text } = reading
  if (text[at] !== '"') return { at, needs: 'name' }
  const name = textFrom(text, at)
  if ('needs' in name) return name
  const colon = past(text, name.at)
  if (text[colon] !== ':') return { at: colon, needs: 'colon' }
  return valueFrom(reading, colon + 1, within(path, JSON.parse(text.slice(at, name.at)) as string))
}
