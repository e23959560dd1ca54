// JSON as a value, and reading it without surprises: bounded, UTF-8, no name twice, nothing that two readers could read differently.
import { Refusal } from '#kernel/refusal.ts'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [name: string]: Json }

export type JsonLimits = Readonly<{ mostBytes: number; deepest: number }>

/** A credential of more than this is not a credential. An embedded image fits. */
export const credentialLimits: JsonLimits = { mostBytes: 4 * 1024 * 1024, deepest: 64 }

/** Rows of code → plain sentence, for what `readJson` refuses. */
export const jsonRefusals = {
  too_large: 'It is larger than we accept',
  not_utf8: 'The text is not valid UTF-8',
  not_json: 'The text is not JSON',
  too_deep: 'It is nested more deeply than we accept',
  duplicate_name: 'An object names the same member twice',
  dangerous_name: 'An object has a member that readers disagree about',
  broken_character: 'A text holds half of a character',
} as const

export type JsonRefusal = keyof typeof jsonRefusals

/**
 * Reads JSON strictly (RFC 8259 with the restrictions of I-JSON, RFC 7493). A byte order mark is tolerated.
 * Throws a `Refusal` with a code of `jsonRefusals`.
 */
export function readJson(source: Uint8Array | string, limits: JsonLimits = credentialLimits): Json {
  const text = typeof source === 'string' ? withinLimit(source, limits) : decode(source, limits)
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  refuseDepth(plain, limits.deepest)
  const value = parse(plain)
  refuseNames(plain)
  refuseBrokenCharacters(value)
  return value
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** The text that stands there, and none for whatever else does: `String` would call what a stranger put into an object. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** One or many, as JSON-LD writes them: always as a list. */
export const asList = (value: Json | undefined): readonly Json[] => (value === undefined ? [] : isArray(value) ? value : [value])

/** In UTF-8, of which a UTF-16 unit takes three bytes at most. */
export const isLonger = (text: string, bytes: number): boolean =>
  text.length > bytes || (3 * text.length > bytes && new TextEncoder().encode(text).length > bytes)

function withinLimit(text: string, { mostBytes }: JsonLimits): string {
  if (isLonger(text, mostBytes)) throw new Refusal<JsonRefusal>('too_large', undefined, { most: mostBytes })
  return text
}

function decode(bytes: Uint8Array, { mostBytes }: JsonLimits): string {
  if (bytes.length > mostBytes) throw new Refusal<JsonRefusal>('too_large', undefined, { most: mostBytes })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal<JsonRefusal>('not_utf8')
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    throw new Refusal<JsonRefusal>('not_json', error instanceof Error ? error.message : undefined)
  }
}

/** Before parsing: counts brackets outside of strings. */
function refuseDepth(text: string, deepest: number): void {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '"') at = endOfString(text, at)
    else if (letter === '{' || letter === '[') depth++
    else if (letter === '}' || letter === ']') depth--
    if (depth > deepest) throw new Refusal<JsonRefusal>('too_deep', undefined, { deepest })
  }
}

/** The last index of the string that begins at `at`; the end of the text when it is not closed. */
function endOfString(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++
    else if (text[end] === '"') return end
  }
  return text.length
}

/** After parsing, so the grammar is known to hold: a string followed by a colon is a name. */
function refuseNames(text: string): void {
  const open: Set<string>[] = []
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '{' || letter === '[') open.push(new Set())
    else if (letter === '}' || letter === ']') open.pop()
    else if (letter === '"') {
      const end = endOfString(text, at)
      if (isName(text, end + 1)) refuseName(JSON.parse(text.slice(at, end + 1)) as string, open.at(-1))
      at = end
    }
  }
}

const blank = /\s*/y

function isName(text: string, after: number): boolean {
  blank.lastIndex = after
  blank.test(text)
  return text[blank.lastIndex] === ':'
}

function refuseName(name: string, seen: Set<string> | undefined): void {
  if (seen?.has(name)) throw new Refusal<JsonRefusal>('duplicate_name', name, { name })
  if (name === '__proto__') throw new Refusal<JsonRefusal>('dangerous_name', name, { name })
  seen?.add(name)
}

function refuseBrokenCharacters(value: Json): void {
  if (typeof value === 'string' && !value.isWellFormed()) throw new Refusal<JsonRefusal>('broken_character')
  if (isArray(value)) for (const item of value) refuseBrokenCharacters(item)
  if (isObject(value))
    for (const [name, member] of Object.entries(value)) {
      refuseBrokenCharacters(name)
      refuseBrokenCharacters(member)
    }
}
