// A document straight to quads: expansion and RDF in one walk (JSON-LD 1.1 API, 5.1 and 8.1), in safe mode and without a base address.
import { isArray, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { type ActiveContext, noContext, type Typing } from './active-context.ts'
import { idIn, wordIn } from './iri.ts'
import { first, iriToken, nil, rest, types } from './n-quads.ts'
import { embedded, scopedToTerm, scopedToType, termIn } from './process-context.ts'
import { type Dataset, emptyDataset, type Node, newBlankNode, origins, quadsOf } from './quads.ts'
import { remember } from './remember.ts'
import { unsupported } from './unsupported.ts'
import { addJson, addLanguageMap, addScalar, addValueObject, type Slot } from './value.ts'

/** The quads of a document. Throws the signal of `unsupported.ts` for everything outside of the subset. */
export function expand(document: JsonObject): Dataset {
  const dataset = emptyDataset()
  const nowhere = { dataset, quads: [], predicate: '', graph: '', context: noContext, term: undefined, name: '', depth: 0 }
  node(document, nowhere, true)
  return dataset
}

/** As deep as `readJson` reads. */
const deepest = 64

/** `alone`: where nothing but a reference would be dropped, at the top and at the top of a graph. */
function node(element: JsonObject, slot: Slot, alone: boolean): Node {
  const { dataset, graph, depth } = slot
  if (depth > deepest || !isPlain(element)) unsupported('too deep, or not JSON')
  const outer = contextOf(element, slot)
  const keys = keysOf(element, outer)
  if (depth > deepest / 2 || keys.id === '@id' || keys.type === '@type') dataset.doubts.found = true
  const typing = keys.type === undefined ? undefined : typingOf(outer, element[keys.type])
  const context = typing?.context ?? outer
  const subject = keys.id === undefined ? newBlankNode(dataset) : addressed(context, element[keys.id])
  const quads = quadsOf(dataset, subject)
  const before = quads.length
  if (typing) for (const object of typing.types) quads.push({ predicate: types, object, graph, origin: origins.type })
  for (const name in element) {
    if (name === keys.id || name === keys.type) refuseChange(context, name, name === keys.id ? '@id' : '@type')
    else if (name !== '@context') property(element[name], { dataset, quads, graph, context, name, depth: depth + 1 })
  }
  if (quads.length === before) refuseNothing(alone, slot.name, context)
  return subject
}

const isPlain = (element: object): boolean => {
  const prototype = Object.getPrototypeOf(element)
  return prototype === Object.prototype || prototype === null
}

/** The context of a type ends with its node; then come the property's own, and the one that stands here (5.1.2, steps 7 to 9). */
function contextOf(element: JsonObject, { context, term }: Slot): ActiveContext {
  const after = context.previous !== undefined && !isReference(element, context) ? context.previous : context
  const scoped = term?.context === undefined ? after : scopedToTerm(after, term.context)
  return Object.hasOwn(element, '@context') ? embedded(scoped, element['@context']) : scoped
}

function isReference(element: JsonObject, context: ActiveContext): boolean {
  const [name, another] = Object.keys(element)
  return name !== undefined && another === undefined && keywordOf(context, name) === '@id'
}

const keywordOf = ({ terms }: ActiveContext, name: string): string | undefined =>
  name === '@id' || name === '@type' ? name : terms.get(name)?.id

type Keys = { id: string | undefined; type: string | undefined }

function keysOf(element: JsonObject, context: ActiveContext): Keys {
  const keys: Keys = { id: undefined, type: undefined }
  for (const name in element) {
    const keyword = keywordOf(context, name)
    if (keyword === '@id') keys.id = keys.id === undefined ? name : unsupported('two addresses')
    else if (keyword === '@type') keys.type = keys.type === undefined ? name : unsupported('two lists of types')
  }
  return keys
}

function typingOf(context: ActiveContext, value: Json | undefined): Typing {
  const key = keyOf(value)
  return context.memory.typed.get(key) ?? remember(context.memory.typed, key, typed(context, isArray(value) ? value : [key]))
}

/** What a type, a list of one and a list of several are remembered by. A text that looks like a key of the others is no type. */
function keyOf(value: Json | undefined): string {
  const only = isArray(value) && value.length === 1 ? value[0] : value
  if (typeof only !== 'string') return isArray(value) ? JSON.stringify(value) : unsupported('a type that is not a text')
  if (only.startsWith('[') || only.startsWith('"')) unsupported('a type')
  return only === value ? only : `[${only}`
}

function typed(context: ActiveContext, names: readonly (Json | undefined)[]): Typing {
  const texts = names.map((name) => (typeof name === 'string' ? name : unsupported('a type that is not a text')))
  const scopes = [...texts].sort().map((name) => context.terms.get(name)?.context)
  return {
    context: scopes.filter((scope) => scope !== undefined).reduce<ActiveContext>(scopedToType, context),
    types: texts.map((name) => iriToken(wordIn(context, name))),
  }
}

const addressed = (context: ActiveContext, value: Json | undefined): string =>
  typeof value === 'string' ? iriToken(idIn(context, value)) : unsupported('an address that is not a text')

/** The context of a type may give a keyword's other name another meaning. */
function refuseChange(context: ActiveContext, name: string, keyword: string): void {
  if (keywordOf(context, name) !== keyword) unsupported(`${name} changes its meaning`)
}

/** The reference drops a node that says nothing where nothing refers to it, and safe mode does not let it. */
function refuseNothing(alone: boolean, name: string, context: ActiveContext): void {
  if (alone || context.terms.get(name)?.container === '@graph') unsupported('a node without content')
}

function property(
  value: Json | undefined,
  { dataset, quads, graph, context, name, depth }: Omit<Slot, 'predicate' | 'term'>,
): void {
  const term = termIn(context, name)
  const { predicate, type, container } = term
  if (predicate === '') unsupported(`a second ${term.id}`)
  const inside = term.context === undefined ? context : scopedToTerm(context, term.context)
  const itsTerm = inside === context ? term : inside.terms.get(name)
  const slot: Slot = { dataset, quads, predicate, graph, context: inside, term: itsTerm, name, depth }
  if (type === '@json') addJson(value, slot)
  else if (container === '@list') list(value ?? null, slot)
  else if (container === '@graph') graphs(value ?? null, slot)
  else if (container === '@language' && isObject(value)) addLanguageMap(value, slot)
  else add(value ?? null, slot)
}

/** A value, or all values of a list; lists within lists are one list, and `null` is nothing. */
function add(value: Json, slot: Slot): void {
  if (typeof value !== 'object') addScalar(value, slot)
  else if (isArray(value)) for (const item of value) addItem(item, slot)
  else if (isObject(value) && '@value' in value) addValueObject(value, slot)
  else if (isObject(value)) addNode(value, slot)
}

function addItem(item: Json, slot: Slot): void {
  if (isArray(item)) slot.dataset.doubts.found = true
  add(item, slot)
}

function addNode(value: JsonObject, slot: Slot): void {
  const object = node(value, slot, false)
  slot.quads.push({ predicate: slot.predicate, object, graph: slot.graph, origin: origins.plain })
}

/** Each value is a graph of its own, named by a blank node: how proofs stand in a document. */
function graphs(value: Json, slot: Slot): void {
  if (isArray(value)) {
    for (const item of value) graphs(item, slot)
  } else if (isObject(value)) {
    if ('@value' in value) unsupported('a value as a graph')
    const graph = newBlankNode(slot.dataset)
    node(value, { ...slot, graph }, true)
    slot.quads.push({ predicate: slot.predicate, object: graph, graph: slot.graph, origin: origins.plain })
  } else if (value !== null) unsupported('a text as a graph')
}

/** A list in order: a chain of blank nodes (RDF 1.1 Semantics, D.3). */
function list(value: Json, slot: Slot): void {
  if (value === null) return
  const { dataset, graph, predicate } = slot
  const items = (isArray(value) ? value : [value]).filter((item) => item !== null)
  if (items.some(isArray)) unsupported('a list of lists')
  let { quads } = slot
  let link = predicate
  for (const item of items) {
    const cell = newBlankNode(dataset)
    quads.push({ predicate: link, object: cell, graph, origin: origins.plain })
    quads = quadsOf(dataset, cell)
    link = rest
    add(item, { ...slot, quads, predicate: first })
  }
  quads.push({ predicate: link, object: nil, graph, origin: origins.single })
}
