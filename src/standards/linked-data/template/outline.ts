// The outline of a document: its members in their order, and which of its texts may differ from one document to the next.
import { isArray, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'

export type Outline = Leaf | Branch

type Leaf = Readonly<{
  names?: undefined
  value: Json
  /** Its place among the leaves. */
  place: number
  /** Whether it may become a slot. */
  free: boolean
  /** Its place among the slots; `undefined` where the value is the same in every document. */
  slot: number | undefined
}>

type Branch = Readonly<{
  /** Of an object; `null` for a list. */
  names: readonly string[] | null
  parts: readonly Outline[]
}>

/** `slots`: the places of the leaves that differ, ascending. */
export const outlineOf = (document: JsonObject, slots: readonly number[], rigid: ReadonlySet<number>): Outline =>
  outlined(document, true, { slots, rigid, leaves: 0 })

type Walk = { slots: readonly number[]; rigid: ReadonlySet<number>; leaves: number }

function outlined(value: Json, free: boolean, walk: Walk): Outline {
  if (isArray(value)) return { names: null, parts: value.map((item) => outlined(item, free, walk)) }
  if (!isObject(value)) return leafOf(value, free, walk)
  const names = Object.keys(value)
  return { names, parts: names.map((name) => outlined(value[name] ?? null, free && isFree(name), walk)) }
}

/** Types and contexts decide about everything else; they are never slots. */
const isFree = (name: string): boolean => name === '@value' || !(name === 'type' || name.startsWith('@'))

function leafOf(value: Json, free: boolean, walk: Walk): Leaf {
  const place = walk.leaves++
  const slot = walk.slots.indexOf(place)
  const mayDiffer = free && typeof value === 'string' && !walk.rigid.has(place)
  return { value, place, free: mayDiffer, slot: slot < 0 ? undefined : slot }
}

/** The document with other texts at the places of some leaves. */
export const withTexts = (document: JsonObject, texts: ReadonlyMap<number, string>): JsonObject =>
  // The root of an outline is an object, and so is what comes of it.
  rewritten(outlineOf(document, [], new Set()), texts) as JsonObject

function rewritten(outline: Outline, texts: ReadonlyMap<number, string>): Json {
  if (outline.names === undefined) return texts.get(outline.place) ?? outline.value
  const parts = outline.parts.map((part) => rewritten(part, texts))
  return outline.names === null ? parts : Object.fromEntries(outline.names.map((name, at) => [name, parts[at] ?? null]))
}

/** The texts at the places of some leaves. */
export const textsAt = (outline: Outline, places: readonly number[]): string[] =>
  leavesOf(outline).flatMap(({ place, value }) => (places.includes(place) && typeof value === 'string' ? [value] : []))

const leavesOf = (outline: Outline): readonly Leaf[] =>
  outline.names === undefined ? [outline] : outline.parts.flatMap(leavesOf)

/** What a document has in the slots of an outline, and which other free leaves differ. */
export type Reading = Readonly<{ values: string[]; differing: number[] }>

/** Whether the document is of this outline: the same members in the same order, the same kinds of value, the same fixed values. */
export function read(document: Json | undefined, outline: Outline, reading: Reading): boolean {
  if (outline.names === undefined) return readLeaf(document, outline, reading)
  if (outline.names === null) return isArray(document) && readList(document, outline.parts, reading)
  return isObject(document) && isPlain(document) && readObject(document, outline.names, outline.parts, reading)
}

function readLeaf(
  value: Json | undefined,
  { value: expected, slot, free, place }: Leaf,
  { values, differing }: Reading,
): boolean {
  if (slot !== undefined && typeof value === 'string') values[slot] = value
  else if (!Object.is(value, expected)) {
    if (!free || typeof value !== 'string') return false
    differing.push(place)
  }
  return true
}

function readList(list: readonly Json[], parts: readonly Outline[], reading: Reading): boolean {
  if (list.length !== parts.length) return false
  for (let at = 0; at < parts.length; at++) if (!read(list[at], parts[at] as Outline, reading)) return false
  return true
}

const isPlain = (object: JsonObject): boolean => Object.getPrototypeOf(object) === Object.prototype

function readObject(object: JsonObject, names: readonly string[], parts: readonly Outline[], reading: Reading): boolean {
  let at = 0
  for (const name in object) {
    if (name !== names[at] || !read(object[name], parts[at] as Outline, reading)) return false
    at++
  }
  return at === names.length
}
