// Spoiling: a value that an endpoint would take, made from its schema, and the same with one member replaced by junk.
import type * as z from 'zod'
import type { Endpoint } from '../src/kernel/endpoint.ts'
import { origin } from './world.ts'

/** Values that have broken other people's servers. */
const junk: readonly unknown[] = [
  undefined,
  null,
  '',
  'a'.repeat(100_000),
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; drop table credential; --",
  '../../etc/passwd',
  'imp_01k7vrfecaqgf7dqlqd07m7j2d',
  ...[-1, 0, 0.5, 1e308, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53],
  ...['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '+275760-09-13T00:00:00Z', '0000-01-01'],
  true,
  [],
  [[[[[]]]]],
  {},
  { constructor: { prototype: {} } },
  { toString: 1 },
]

/** For members of members, of which there are many. */
const junkWithin = [undefined, null, 'a\u0000b', '\ud800', -1, 2 ** 31, 2 ** 53 - 1, '0000-01-01T00:00:00Z', [], {}] as const

/** Parts of an address, as they are sent. */
export const junkInAddresses = [
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%FF',
  '%',
  '%2e%2e%2fetc',
  '%25s',
  '%27',
  'a'.repeat(5000),
  '0',
  '-1',
  '%F0%9F%8E%93',
]

export type Given = Record<string, unknown>
type Path = readonly (string | number)[]

export type JsonSchema = z.core.JSONSchema.JSONSchema

/** A value that fits the schema; ids are those of things that exist. */
export function plausible(schema: JsonSchema, ids: Record<string, string | undefined>): unknown {
  const prefix = /^\^([a-z]+)_/.exec(schema.pattern ?? '')?.[1]
  if (prefix && ids[prefix]) return ids[prefix]
  if (schema.default !== undefined) return schema.default
  const [one] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (typeof one === 'object') return plausible(one, ids)
  if (schema.const !== undefined || schema.enum) return schema.const ?? schema.enum?.[0]
  if (schema.type === 'array') return typeof schema.items === 'object' ? [plausible(schema.items as JsonSchema, ids)] : [] // no tuples here
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, value]) => [
        key,
        typeof value === 'object' ? plausible(value, ids) : value,
      ]),
    )
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (schema.type === 'boolean') return true
  return (
    byFormat[schema.format ?? ''] ?? (schema.pattern?.startsWith('^#') ? '#123456' : 'abc'.padEnd(schema.minLength ?? 3, 'x'))
  )
}

const byFormat: Record<string, string> = {
  email: 'ada@example.org',
  uri: 'https://example.org/',
  'date-time': '2030-01-01T00:00:00Z',
  date: '2030-01-01',
}

export const unknownId = (prefix: string, letter: string) => `${prefix}_${letter.repeat(26)}`

export function requestTo({ method, path, upload }: Endpoint, sent: unknown, address: Record<string, string>): Request {
  const rest = { ...(sent as Given) } // what is sent is an object always
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = address[name] ?? encodeURIComponent(asText(rest[name]).toWellFormed().slice(0, 5000))
    delete rest[name]
    return value || 'x'
  })
  const inQuery = method === 'GET' || upload !== undefined
  const query = inQuery
    ? `?${new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, asText(value).slice(0, 5000)]))}`
    : ''
  const headers = { 'content-type': upload?.types[0] ?? 'application/json' }
  const body = upload ? 'a,b\n1,2\n' : JSON.stringify(rest)
  return new Request(`${origin}/v1${filled}${query}`, method === 'GET' ? { method } : { method, headers, body })
}

const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** Every member, and members of members; of a list the first item only, as the others are alike. */
export function pathsIn(value: unknown, depth: number): Path[] {
  if (typeof value !== 'object' || value === null || depth === 0) return []
  const members: [string | number, unknown][] = Array.isArray(value)
    ? value.slice(0, 1).map((one) => [0, one])
    : Object.entries(value)
  return members.flatMap(([key, member]) => [[key], ...pathsIn(member, depth - 1).map((path) => [key, ...path])])
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value) // the path was read from it

export function spoiled(good: Given, path: Path, value: unknown): Given {
  const copy = structuredClone(good)
  const [last = ''] = path.slice(-1)
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown> // as above
  parent[last] = value
  return copy
}

/** Junk, and what is nearly right: the same twice in a list, an id of nothing. `few`: where an answer takes long on purpose, as passwords do. */
export function spoilsOf(path: Path, good: Given, few: boolean): unknown[] {
  const value = at(good, path)
  const prefix = typeof value === 'string' && /^([a-z]+)_[0-9a-v]{26}$/.exec(value)?.[1]
  return [
    ...(few || path.length > 1 ? junkWithin : junk),
    ...(Array.isArray(value) ? [[...value, ...value]] : []),
    ...(prefix ? [unknownId(prefix, '0'), unknownId(prefix, 'v')] : []),
  ]
}
