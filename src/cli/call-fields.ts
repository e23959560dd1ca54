// The input of any endpoint, from the words of a command line: `--field value`, or the whole as JSON.
import * as z from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { refused } from './problem-words.ts'

type Shape = Readonly<{ type?: string | readonly string[]; anyOf?: readonly Shape[]; enum?: readonly unknown[] }>

/** field → its JSON Schema, as OpenAPI shows it. */
export function fieldsOf({ input }: Pick<Endpoint, 'input'>): Readonly<Record<string, Shape>> {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return properties as Readonly<Record<string, Shape>> // schemas are objects here, never the bare `true`
}

/** `words`: an object as JSON, then `--field value` pairs, which win. A field named twice is a list; `micro-credential` is `microCredential`. */
export function inputFrom(words: readonly string[], endpoint: Pick<Endpoint, 'input'>): Record<string, unknown> {
  const [first] = words
  const whole = first !== undefined && !first.startsWith('--') ? objectIn(first) : undefined
  const fields = fieldsOf(endpoint)
  const input: Record<string, unknown> = { ...whole }
  for (const [name, texts] of pairsIn(whole ? words.slice(1) : words)) {
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!shape)
      throw refused('field_unknown', `There is no field “${name}”. The fields are ${Object.keys(fields).join(', ') || 'none'}.`)
    input[name] = valueIn(texts, shape)
  }
  return input
}

function objectIn(text: string): Record<string, unknown> {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refused('not_json', `“${text}” is no object in JSON. Give one such as '{"limit": 10}', or fields as --limit 10.`)
  return { ...value }
}

function pairsIn(words: readonly string[]): Map<string, string[]> {
  const pairs = new Map<string, string[]>()
  for (let at = 0; at < words.length; at += 1) {
    const [, name, attached] = /^--([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(words[at] ?? '') ?? []
    if (name === undefined) throw refused('field_expected', `“${words[at]}” is no field. Give fields as --name value.`)
    const next = words[at + 1]
    const isBare = attached === undefined && (next === undefined || next.startsWith('--'))
    const value = attached ?? (isBare ? 'true' : (next ?? ''))
    if (attached === undefined && !isBare) at += 1
    const field = camelCase(name)
    pairs.set(field, [...(pairs.get(field) ?? []), value])
  }
  return pairs
}

const camelCase = (name: string) => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

function valueIn(texts: readonly string[], shape: Shape): unknown {
  const [only = ''] = texts
  if (!types(shape).includes('array')) return texts.length === 1 ? one(only, shape) : texts
  const whole = texts.length === 1 ? parsed(only) : undefined
  return Array.isArray(whole) ? whole : texts
}

/** What may be text is text; everything else is read as JSON where it can be. */
const one = (text: string, shape: Shape): unknown => (types(shape).includes('string') ? text : (parsed(text) ?? text))

const types = ({ type, anyOf = [], enum: words }: Shape): readonly string[] => [
  ...[type ?? []].flat(),
  ...(words ? ['string'] : []),
  ...anyOf.flatMap(types),
]

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
