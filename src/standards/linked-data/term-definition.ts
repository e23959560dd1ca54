// One term of a context, defined (JSON-LD 1.1 API, 4.2). Whatever the subset does not have, and whatever the reference would refuse, is unsupported.

import { jcs } from '#standards/vc/jcs.ts'
import { isArray, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import type { Container, Term } from './active-context.ts'
import { isAbsolute } from './iri.ts'
import { datatypeSuffix, datatypes, predicateToken } from './n-quads.ts'
import { unsupported } from './unsupported.ts'

/** A context while it is being made: its terms so far, and the map that is being read. */
export type Draft = Readonly<{
  terms: Map<string, Term>
  vocabulary: string | undefined
  local: JsonObject
  /** Whether the map protects its terms. */
  protects: boolean
  /** `false` while a term is being defined, `true` afterwards. */
  defined: Map<string, boolean>
}>

/** Defines one term of the draft's map, and before it the terms that it is built from. */
export function defineTerm(draft: Draft, name: string, overrides: boolean): void {
  const { terms, local, defined } = draft
  if (defined.get(name) === false) unsupported(`a term defined by itself: ${name}`)
  if (defined.has(name)) return
  if (!isPlainName(name)) unsupported(`a term's name: ${name}`)
  defined.set(name, false)
  const before = terms.get(name)
  terms.delete(name)
  const term = read(draft, name, local[name])
  const holdsOn = before?.protected === true && !overrides
  if (holdsOn && !means(term, before)) unsupported(`a protected term redefined: ${name}`)
  terms.set(name, holdsOn ? { ...term, protected: true } : term)
  defined.set(name, true)
}

/** Names that are addresses, keywords, or that an object has by birth follow rules of their own. */
const isPlainName = (name: string): boolean => name !== '' && !/[:/]/.test(name) && !name.startsWith('@') && !(name in {})

const members = new Set(['@id', '@type', '@container', '@context', '@protected', '@language'])

function read(draft: Draft, name: string, value: Json | undefined): Term {
  const simple = typeof value === 'string'
  const definition = simple ? { '@id': value } : value
  if (!isObject(definition)) unsupported(`a definition of ${name}`)
  const strange = Object.keys(definition).find((member) => !members.has(member))
  if (strange !== undefined) unsupported(`${strange} in the definition of ${name}`)
  const id = addressOf(draft, name, definition['@id'])
  if (id.startsWith('@') && !isBareAlias(definition)) unsupported(`an alias with more to it: ${name}`)
  const type = typeOf(draft, definition['@type'])
  const containers = containersOf(definition['@container'])
  const container = containerOf(containers)
  if (type === '@json' && container !== undefined && container !== '@set') unsupported('JSON in a container')
  return {
    id,
    prefix: '@id' in definition ? simple && /[:/?#[\]@]$/.test(id) : undefined,
    type,
    container,
    containers,
    language: languageOf(definition),
    context: definition['@context'],
    protected: isProtected(draft, definition['@protected']),
    predicate: id.startsWith('@') ? '' : predicateToken(id),
    suffix: type === undefined || type.startsWith('@') ? '' : datatypeSuffix(type),
  }
}

const isBareAlias = (definition: JsonObject): boolean =>
  Object.keys(definition).every((member) => member === '@id' || member === '@protected')

function addressOf(draft: Draft, name: string, id: Json | undefined): string {
  if (id === undefined)
    return draft.vocabulary === undefined ? unsupported(`no address for ${name}`) : absoluteOnly(draft.vocabulary + name)
  if (typeof id !== 'string' || id === name) return unsupported(`an address of ${name}`)
  return id === '@id' || id === '@type' ? id : absoluteOnly(expand(draft, id))
}

function typeOf(draft: Draft, type: Json | undefined): string | undefined {
  if (type === undefined || type === '@id' || type === '@vocab' || type === '@json' || type === '@none') return type
  if (typeof type !== 'string') return unsupported('a type that is not a text')
  const datatype = absoluteOnly(expand(draft, type))
  return isOrdinary(datatype) ? datatype : unsupported(`a datatype with rules of its own: ${datatype}`)
}

/** Datatypes under which the reference writes something else than the text that it was given. */
export const isOrdinary = (datatype: string): boolean =>
  datatype !== datatypes.json && datatype !== datatypes.languageString && !datatype.startsWith(datatypes.i18n)

const containers: Readonly<Record<string, Container>> = {
  '@set': '@set',
  '@list': '@list',
  '@graph': '@graph',
  '@language': '@language',
  '@graph @set': '@graph',
  '@language @set': '@language',
}

const containersOf = (value: Json | undefined): string => {
  const names = value === undefined ? [] : isArray(value) ? value : [value]
  return names.every((name) => typeof name === 'string') ? [...names].sort().join(' ') : unsupported('a container')
}

const containerOf = (names: string): Container | undefined =>
  names === '' ? undefined : (containers[names] ?? unsupported(`a container: ${names}`))

function languageOf(definition: JsonObject): string | null | undefined {
  const language = definition['@language']
  if (language === undefined || language === null) return language
  if ('@type' in definition) unsupported('a language beside a type')
  return languageTag(language)
}

/** A language in lower case, as the reference writes it. */
export const languageTag = (value: Json | undefined): string =>
  typeof value === 'string' && wellFormedTag.test(value) ? value.toLowerCase() : unsupported('a language')
const wellFormedTag = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/

function isProtected({ protects }: Draft, value: Json | undefined): boolean {
  if (value !== undefined && typeof value !== 'boolean') unsupported('@protected that is neither true nor false')
  return value === undefined ? protects : value
}

/** A text in a definition: a term, a compact address, or an address (5.2, with a local context). */
function expand(draft: Draft, value: string): string {
  const { terms, local, vocabulary } = draft
  if (value.startsWith('@') || value.startsWith('_:')) unsupported(`a keyword or blank node in a definition: ${value}`)
  if (Object.hasOwn(local, value)) defineTerm(draft, value, false)
  const term = terms.get(value)
  if (term) return term.id
  const colon = value.indexOf(':')
  if (colon > 0) {
    const name = value.slice(0, colon)
    if (value.startsWith('//', colon + 1)) return value
    if (Object.hasOwn(local, name)) defineTerm(draft, name, false)
    const prefix = terms.get(name)
    if (prefix?.prefix) return prefix.id + value.slice(colon + 1)
    if (isAbsolute(value)) return value
  }
  return vocabulary === undefined ? value : vocabulary + value
}

const absoluteOnly = (iri: string): string => (isAbsolute(iri) ? iri : unsupported(`not a full address: ${iri}`))

/** Whether two definitions say the same (4.2, step 27.1). */
const means = (term: Term, other: Term): boolean =>
  term.id === other.id &&
  term.prefix === other.prefix &&
  term.type === other.type &&
  term.containers === other.containers &&
  term.language === other.language &&
  (term.context === other.context || sameText(term.context, other.context))

const sameText = (one: Json | undefined, other: Json | undefined): boolean =>
  one !== undefined && other !== undefined && jcs(one) === jcs(other)
