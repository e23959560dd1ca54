// Whether a document follows a stranger's JSON Schema, within a budget: no schema and no document may keep us busy (JSON Schema 2019-09; drafts 7 and 2020-12).
import { Ajv } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { isArray, isObject, type Json, type JsonObject, textOf } from '#standards/vc/json.ts'
import { linearPattern } from './linear-pattern.ts'

export type SchemaAnswer =
  | Readonly<{ fits: true }>
  | Readonly<{ fits: false; errors: readonly Readonly<{ path: string; says: string }>[] }>
  | Readonly<{ fits: undefined; why: 'too_costly' | 'unusable'; technical: string }>

export type Schemas = Readonly<{
  schema: JsonObject
  /** Where the schema was found: what it refers to by half an address lies beside it. */
  address: string
  /** Address → what it answers, for what the schema refers to beside itself. */
  others: ReadonlyMap<string, JsonObject>
}>

/** Each step is one schema asked of one value, or one letter of a pattern. A large badge and the published schemas take some ten thousand. */
const mostSteps = 3_000_000
const longestList = 5000
const mostErrors = 20

class Spent extends Error {}

/** What it does not follow, or why it could not be asked. */
export function fitsSchema(document: JsonObject, schemas: Schemas): SchemaAnswer {
  let left = mostSteps
  const spend = (steps: number) => {
    left -= steps
    if (left < 0) throw new Spent('the budget is spent')
  }
  if (longestListIn(document) > longestList) return { fits: undefined, why: 'too_costly', technical: 'a list is too long' }
  try {
    const check = checkerFor(spend, schemas)
    if (check(document)) return { fits: true }
    const errors = (check.errors ?? []).slice(0, mostErrors)
    return { fits: false, errors: errors.map(({ instancePath, message }) => ({ path: instancePath, says: message ?? '' })) }
  } catch (error) {
    const technical = error instanceof Error ? error.message : String(error)
    // Schemas that lead back to themselves without going deeper end on the stack.
    const isEndless = error instanceof Spent || (error instanceof RangeError && /call stack/i.test(technical))
    return { fits: undefined, why: isEndless ? 'too_costly' : 'unusable', technical }
  }
}

/** The addresses, without fragments, of whatever the schema refers to and does not contain. */
export function outsideOf(schema: JsonObject, address: string): readonly string[] {
  const base = baseOf(schema, address)
  const wanted = new Set(referencesIn(schema).flatMap((reference) => withoutFragment(reference, base)))
  return [...wanted].filter((one) => one !== withoutFragment(base, base)[0] && one !== address && !one.startsWith(metaSchemas[0]))
}

const baseOf = ({ $id }: JsonObject, address: string): string =>
  typeof $id === 'string' && URL.canParse($id, address) ? new URL($id, address).href : address

const metaSchemas = ['https://json-schema.org/draft/', 'http://json-schema.org/'] as const

function withoutFragment(reference: string, base: string): readonly string[] {
  if (reference.startsWith('#') || !URL.canParse(reference, base)) return []
  const url = new URL(reference, base)
  url.hash = ''
  return url.href.startsWith(metaSchemas[1]) ? [] : [url.href]
}

function referencesIn(value: Json): readonly string[] {
  if (isArray(value)) return value.flatMap(referencesIn)
  if (!isObject(value)) return []
  const own = typeof value.$ref === 'string' ? [value.$ref] : []
  return [...own, ...Object.values(value).flatMap(referencesIn)]
}

const drafts: readonly (readonly [named: RegExp, maker: typeof Ajv2019 | typeof Ajv2020 | typeof Ajv])[] = [
  [/draft-07/, Ajv],
  [/2020-12/, Ajv2020],
]

function checkerFor(spend: (steps: number) => void, { schema, address, others }: Schemas) {
  const pattern = Object.assign((text: string) => linearPattern(text, spend), { code: 'linearPattern' })
  const Maker = drafts.find(([named]) => named.test(textOf(schema.$schema)))?.[1] ?? Ajv2019
  const ajv = new Maker({
    strict: false,
    allErrors: true,
    inlineRefs: false,
    logger: false,
    code: { regExp: pattern },
    // The schemas of schemas have comments, too, and these are words.
    $comment: (weight) => spend(Number(weight) || 1),
  })
  // A namespace under one loader, the function itself under another.
  const addFormats = 'default' in formats ? (formats.default as unknown as typeof formats.default) : formats
  addFormats(ajv as never, { mode: 'fast' })
  for (const [place, other] of others) ajv.addSchema({ ...weighed(other), $id: place })
  return ajv.compile({ ...weighed(schema), $id: baseOf(schema, address) })
}

type Nesting = 'schema' | 'list' | 'named'

/** Keyword → how schemas lie in it. */
const nested: Readonly<Record<string, readonly Nesting[]>> = {
  ...Object.fromEntries(
    ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'].map((name) => [name, ['named']]),
  ),
  ...Object.fromEntries(['allOf', 'anyOf', 'oneOf', 'prefixItems'].map((name) => [name, ['list']])),
  ...Object.fromEntries(
    [
      'not if then else contains propertyNames additionalProperties additionalItems',
      'unevaluatedItems unevaluatedProperties',
    ].flatMap((names) => names.split(' ').map((name) => [name, ['schema']])),
  ),
  items: ['schema', 'list'],
}

/** The same schema, saying at each place what asking it there costs: the one thing about which Ajv asks back while it works. */
function weighed(schema: JsonObject): JsonObject {
  const parts = Object.entries(schema).map(([name, part]): [string, Json] => [name, weighedPart(name, part)])
  const weight = 1 + Object.values(schema).reduce((sum: number, part) => sum + sizeOf(part), 0)
  return { ...Object.fromEntries(parts), $comment: String(weight) }
}

function weighedPart(name: string, part: Json): Json {
  const ways = Object.hasOwn(nested, name) ? nested[name] : undefined
  if (ways?.includes('list') && isArray(part)) return part.map((one) => (isObject(one) ? weighed(one) : one))
  if (ways?.includes('schema') && isObject(part)) return weighed(part)
  if (ways?.includes('named') && isObject(part))
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, isObject(one) ? weighed(one) : one]))
  return part
}

const sizeOf = (part: Json): number => (isArray(part) ? part.length : isObject(part) ? Object.keys(part).length : 0)

function longestListIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0
  const inside = Object.values(value).reduce((most: number, one) => Math.max(most, longestListIn(one)), 0)
  return isArray(value) ? Math.max(value.length, inside) : inside
}
