// Texts, numbers, booleans, language maps and value objects, as literals (JSON-LD 1.1 API, 5.3 and 8.3).

import { jcs } from '#standards/vc/jcs.ts'
import { isArray, type Json, type JsonObject } from '#standards/vc/json.ts'
import type { ActiveContext, Term } from './active-context.ts'
import { idIn, wordIn } from './iri.ts'
import { datatypeSuffix, datatypes, iriToken, literalToken } from './n-quads.ts'
import { type Dataset, type Node, type Origin, origins, type Quad } from './quads.ts'
import { isOrdinary, languageTag } from './term-definition.ts'
import { unsupported } from './unsupported.ts'

/** Where a value goes: the quads of its subject, the predicate, and what the property's term says of its values. */
export type Slot = Readonly<{
  dataset: Dataset
  quads: Quad[]
  predicate: string
  graph: Node
  context: ActiveContext
  term: Term | undefined
  name: string
  depth: number
}>

export function addScalar(value: Json, slot: Slot): void {
  const term = slot.term ?? unsupported('a value whose term its own context does not have')
  if (typeof value === 'string') addText(value, term, slot)
  else addNative(value, term.type?.startsWith('@') ? undefined : term.type, slot)
}

function addText(value: string, term: Term, slot: Slot): void {
  const { type } = term
  if (type === '@id') push(iriToken(idIn(slot.context, value)), origins.plain, slot)
  else if (type === '@vocab') push(iriToken(wordIn(slot.context, value)), origins.plain, slot)
  else if (type === undefined || type === '@none') push(literalToken(value, languageSuffix(term, slot)), origins.plain, slot)
  else push(literalToken(value, term.suffix), originOfText(type), slot)
}

function languageSuffix({ language }: Term, { context }: Slot): string {
  const tag = language === undefined ? context.language : language
  return tag ? `@${tag}` : ''
}

/** A text of the datatype `xsd:double` would be read as a number and written anew. */
const originOfText = (datatype: string): Origin =>
  datatype === datatypes.string ? origins.string : datatype === datatypes.double ? unsupported('a double as text') : origins.plain

function addNative(value: Json, datatype: string | undefined, slot: Slot): void {
  if (typeof value === 'boolean')
    push(literalToken(String(value), datatypeSuffix(datatype ?? datatypes.boolean)), origins.native, slot)
  else if (typeof value === 'number' && Number.isFinite(value)) addNumber(value, datatype, slot)
  else unsupported('not JSON')
}

/** As the reference writes numbers, its faults included: 1e-7 becomes "0". `whyNotSignable` keeps such numbers out. */
function addNumber(value: number, datatype: string | undefined, slot: Slot): void {
  const isDouble = String(value).includes('.') || Math.abs(value) >= 1e21
  const text = isDouble || datatype === datatypes.double ? value.toExponential(15).replace(/(\d)0*e\+?/, '$1E') : value.toFixed(0)
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) slot.dataset.doubts.found = true
  const suffix = datatypeSuffix(datatype ?? (isDouble ? datatypes.double : datatypes.integer))
  push(literalToken(text, suffix), Number.isSafeInteger(value) ? origins.native : origins.single, slot)
}

/** A whole JSON value as one literal. */
export function addJson(value: Json | undefined, slot: Slot): void {
  if (value === null || value === undefined) unsupported('nothing as JSON')
  slot.dataset.doubts.found = true
  push(literalToken(canonicalJson(value), datatypeSuffix(datatypes.json)), origins.single, slot)
}

function canonicalJson(value: Json): string {
  const text = jcsOf(value)
  return text.includes('"__proto__"') ? unsupported('a member that readers disagree about') : text
}

function jcsOf(value: Json): string {
  try {
    return jcs(value)
  } catch (error) {
    if (error instanceof RangeError) return unsupported('JSON that RFC 8785 does not write')
    throw error
  }
}

/** Language → text or texts. */
export function addLanguageMap(value: JsonObject, slot: Slot): void {
  for (const [language, texts] of Object.entries(value)) {
    const suffix = `@${languageTag(language)}`
    for (const text of isArray(texts) ? texts : [texts])
      if (text !== null) push(literalToken(textOnly(text), suffix), origins.plain, slot)
  }
}

const textOnly = (value: Json | undefined): string =>
  typeof value === 'string' ? value : unsupported('a text in a language that is not a text')

/** The subset: `@value` by itself, with `@type`, or with `@language`, `@direction` or both. */
export function addValueObject(value: JsonObject, slot: Slot): void {
  if (slot.term?.context !== undefined) unsupported('a value under a term with a context')
  const { '@value': given, '@type': type, '@language': language, '@direction': direction, ...others } = value
  if (Object.keys(others).length > 0) unsupported('a value with more to it')
  if ('@type' in value) slot.dataset.doubts.found = true
  if (language === undefined && direction === undefined) addTyped(given, type, slot)
  else if (type !== undefined) unsupported('a type beside a language')
  else addInLanguage(textOnly(given), language, direction, slot)
}

function addInLanguage(text: string, language: Json | undefined, direction: Json | undefined, slot: Slot): void {
  const tag = language === undefined ? '' : languageTag(language)
  const undirected = literalToken(text, tag && `@${tag}`)
  if (direction === undefined) push(undirected, origins.plain, slot)
  else if (direction !== 'ltr' && direction !== 'rtl') unsupported('a direction')
  else addDirected(literalToken(text, datatypeSuffix(`${datatypes.i18n}${tag}_${direction}`)), undirected, slot)
}

function addTyped(value: Json | undefined, type: Json | undefined, slot: Slot): void {
  const datatype = type === undefined ? undefined : datatypeIn(slot.context, type)
  if (typeof value !== 'string') addNative(value ?? null, datatype, slot)
  else if (datatype === undefined) push(literalToken(value, ''), origins.plain, slot)
  else push(literalToken(value, datatypeSuffix(datatype)), originOfText(datatype), slot)
}

function datatypeIn(context: ActiveContext, type: Json): string {
  if (typeof type !== 'string' || context.terms.get(type)?.context !== undefined) return unsupported('a type of a value')
  const datatype = wordIn(context, type)
  return isOrdinary(datatype) ? datatype : unsupported(`a datatype with rules of its own: ${datatype}`)
}

function addDirected(object: string, undirected: string, slot: Slot): void {
  slot.dataset.directed.push({ quads: slot.quads, predicate: slot.predicate, graph: slot.graph, object, undirected })
  push(object, origins.plain, slot)
}

function push(object: string, origin: Origin, { quads, predicate, graph }: Slot): void {
  quads.push({ predicate, object, graph, origin })
}
