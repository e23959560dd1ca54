// JSON Canonicalization Scheme (RFC 8785): one text for one JSON value. Names sort by UTF-16 units, numbers are written as ECMAScript writes them.
import { isArray, isObject, type Json } from './json.ts'

/** Throws a RangeError on a number or a text that JSON cannot carry (RFC 8785, 3.2.2). */
export function jcs(value: Json): string {
  if (isArray(value)) return `[${value.map(jcs).join(',')}]`
  if (isObject(value))
    return `{${Object.keys(value)
      .sort()
      .map((name) => member(value, name))
      .join(',')}}`
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('a number that JSON cannot carry')
  if (typeof value === 'string' && !value.isWellFormed()) throw new RangeError('a text with half of a character')
  return JSON.stringify(value)
}

const member = (value: { readonly [name: string]: Json }, name: string): string => `${jcs(name)}:${jcs(value[name] ?? null)}`
