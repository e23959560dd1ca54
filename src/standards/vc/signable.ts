// What a signature can really vouch for. RDF canonicalisation looks away from some differences in JSON; a document that has them is neither signed nor believed.
import { contexts } from './contexts.ts'
import { asList, isArray, isObject, type Json, type JsonObject } from './json.ts'

export type Unsound = Readonly<{ code: UnsoundCode; values: Readonly<{ path: string; found: string }> }>
export type UnsoundCode = keyof typeof unsoundness

/** Rows of code → plain sentence. */
export const unsoundness = {
  number_not_exact: 'A number would be written as another one in the signed form',
  keyword_member: 'A member is written as a JSON-LD keyword, in a way that the signature may not cover',
  unknown_context: 'A context is used that we do not carry; we never fetch one',
} as const

/**
 * The first thing in the document that its canonical form would lose, or `undefined`.
 * Numbers: JSON-LD 1.1 API, 10.6 keeps sixteen digits and `jsonld` writes 1e-7 as "0". Keywords: `@id` beside `id` is the same
 * graph but not the same document, and `@index` is not in the graph at all.
 */
export function whyNotSignable(document: JsonObject): Unsound | undefined {
  return first(document, '')
}

const harmlessKeywords = new Set(['@context', '@value', '@language', '@direction', '@list', '@none'])

function first(value: Json, path: string): Unsound | undefined {
  if (typeof value === 'number') return survives(value) ? undefined : unsound('number_not_exact', path, String(value))
  if (isArray(value)) return firstOf(value.map((item, at) => [item, `${path}/${at}`] as const))
  if (!isObject(value)) return undefined
  const keyword = Object.keys(value).find((name) => name.startsWith('@') && !harmlessKeywords.has(name))
  if (keyword !== undefined) return unsound('keyword_member', path, keyword)
  const unknown = asList(value['@context']).find((context) => typeof context === 'string' && !Object.hasOwn(contexts, context))
  if (unknown !== undefined) return unsound('unknown_context', `${path}/@context`, String(unknown))
  return firstOf(
    Object.entries(value)
      .filter(([name]) => name !== '@context')
      .map(([name, member]) => [member, `${path}/${name}`] as const),
  )
}

function firstOf(parts: readonly (readonly [Json, string])[]): Unsound | undefined {
  for (const [part, path] of parts) {
    const found = first(part, path)
    if (found) return found
  }
  return undefined
}

const unsound = (code: UnsoundCode, path: string, found: string): Unsound => ({ code, values: { path: path || '/', found } })

/** Writes the number as `jsonld` does and reads it back. */
const survives = (value: number): boolean => Object.is(Number(asLiteral(value)), value)

const asLiteral = (value: number): string =>
  String(value).includes('.') || Math.abs(value) >= 1e21 ? value.toExponential(15) : value.toFixed(0)
