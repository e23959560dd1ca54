// Choosing parts of a document by JSON pointers: what is chosen, with the ids and types on the way there (RFC 6901; VC DI ECDSA 1.0, 3.4.12 selectJsonLd).
import { Refusal } from '#kernel/refusal.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { SelectiveRefusal } from './refusals.ts'

type Path = readonly string[]

/** A part of the document that means the same there as in the whole; `undefined` when nothing is pointed at. Throws a `Refusal` `pointer_wrong`. */
export function select(document: JsonObject, pointers: readonly string[]): JsonObject | undefined {
  if (pointers.length === 0) return undefined
  const paths = pointers.map((pointer) => readPointer(pointer))
  // From an object comes an object.
  return selectFrom(document, paths) as JsonObject
}

function readPointer(pointer: string): Path {
  if (pointer !== '' && (!pointer.startsWith('/') || /~(?![01])/.test(pointer))) throw wrong(pointer)
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
}

const wrong = (pointer: string) => new Refusal<SelectiveRefusal>('pointer_wrong', pointer, { pointer })

function selectFrom(value: Json, paths: readonly Path[]): Json {
  if (paths.some(({ length }) => length === 0)) return value
  const wanted = Map.groupBy(paths, ([first]) => first ?? '')
  for (const name of wanted.keys()) if (memberOf(value, name) === undefined) throw wrong(name)
  const chosen = (name: string, member: Json) =>
    selectFrom(
      member,
      (wanted.get(name) ?? []).map((path) => path.slice(1)),
    )
  if (isArray(value)) return value.flatMap((item, at) => (wanted.has(String(at)) ? [chosen(String(at), item)] : []))
  const entries = isObject(value) ? Object.entries(value) : []
  return Object.fromEntries(
    entries.flatMap(([name, member]) =>
      wanted.has(name) ? [[name, chosen(name, member)]] : alwaysKept.has(name) ? [[name, member]] : [],
    ),
  )
}

/** Without its id, its type and its own context a part would mean something else. */
const alwaysKept: ReadonlySet<string> = new Set(['@context', 'id', 'type'])

function memberOf(value: Json, name: string): Json | undefined {
  if (isArray(value)) return /^(0|[1-9]\d*)$/.test(name) ? value[Number(name)] : undefined
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}
