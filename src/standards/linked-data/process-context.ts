// From one active context to the next (JSON-LD 1.1 API, 4.1): contexts that stand in a document, that a term brings with it, or that a type does.
import { contexts } from '#standards/vc/contexts.ts'
import { isArray, isObject, type Json, type JsonObject } from '#standards/vc/json.ts'
import { type ActiveContext, activeContext, noContext, type Term } from './active-context.ts'
import { isAbsolute, wordIn } from './iri.ts'
import { predicateToken } from './n-quads.ts'
import { remember } from './remember.ts'
import { defineTerm, languageTag } from './term-definition.ts'
import { unsupported } from './unsupported.ts'

/** Below a `@context` that a document carries. Equal by text is equal: what stands there is never read twice. */
export function embedded(active: ActiveContext, value: Json | undefined): ActiveContext {
  const key = typeof value === 'string' ? value : (JSON.stringify(value) ?? unsupported('no context'))
  // Read from the text, so that nobody can change afterwards what is remembered.
  const own = typeof value === 'string' ? value : (JSON.parse(key) as Json)
  return active.memory.embedded.get(key) ?? remember(active.memory.embedded, key, withAll(active, own))
}

/** Below a term with a context of its own, which may redefine what is protected. */
export const scopedToTerm = (active: ActiveContext, context: Json): ActiveContext =>
  active.memory.scoped.get(context) ?? remember(active.memory.scoped, context, scoped(active, context))

/** In a node of a type with a context of its own; below the node, the context before it holds again. */
export const scopedToType = (active: ActiveContext, context: Json): ActiveContext =>
  isObject(context)
    ? withMap({ ...active, previous: active.previous ?? active }, context, false)
    : unsupported('the context of a type is not a map')

/** More addresses than this in one list, and the reference gives up. */
const mostContexts = 10

function withAll(active: ActiveContext, value: Json | undefined): ActiveContext {
  const list = isArray(value) ? value : [value]
  if (list.length > mostContexts) unsupported('a long list of contexts')
  return list.reduce<ActiveContext>((before, item) => withMap(before, mapOf(item), false), active)
}

function mapOf(value: Json | undefined): JsonObject {
  if (typeof value !== 'string') return isObject(value) ? value : unsupported('a context that is not a map')
  const map = Object.hasOwn(contexts, value) ? contexts[value]?.document['@context'] : undefined
  return isObject(map) ? map : unsupported(`a context that is not carried: ${value}`)
}

/** `null` begins afresh: what a presentation does for the credentials in it. */
function scoped(active: ActiveContext, context: Json): ActiveContext {
  if (context === null) return noContext
  return isObject(context) ? withMap(active, context, true) : unsupported('the context of a term is not a map')
}

const words = new Set(['@version', '@protected', '@vocab', '@language'])

function withMap(active: ActiveContext, local: JsonObject, overrides: boolean): ActiveContext {
  refuseStrangeWords(local)
  const vocabulary = vocabularyOf(active, local['@vocab'])
  const language = defaultLanguageOf(active, local['@language'])
  const terms = new Map(active.terms)
  const draft = { terms, vocabulary, local, protects: local['@protected'] === true, defined: new Map<string, boolean>() }
  for (const name of Object.keys(local)) {
    if (name.startsWith('@')) continue
    defineTerm(draft, name, overrides)
    // Read once for its faults alone, with the terms known so far: the reference does the same.
    const below = terms.get(name)?.context
    if (below !== undefined) scoped(activeContext({ terms, vocabulary, language, previous: undefined }), below)
  }
  return activeContext({ terms, vocabulary, language, previous: active.previous })
}

function refuseStrangeWords(local: JsonObject): void {
  for (const name of Object.keys(local)) if (name.startsWith('@') && !words.has(name)) unsupported(`${name} in a context`)
  if ('@version' in local && local['@version'] !== 1.1) unsupported('another version of JSON-LD')
  if ('@protected' in local && typeof local['@protected'] !== 'boolean') unsupported('@protected is neither true nor false')
}

function vocabularyOf(active: ActiveContext, value: Json | undefined): string | undefined {
  if (value === undefined) return active.vocabulary
  if (value === null) return undefined
  return typeof value === 'string' && isAbsolute(value) ? wordIn(active, value) : unsupported('a vocabulary')
}

function defaultLanguageOf(active: ActiveContext, value: Json | undefined): string | undefined {
  if (value === undefined) return active.language
  return value === null ? undefined : languageTag(value)
}

/** The term behind a member's name; a name that no term has may be a full address, or a word of the vocabulary. */
export const termIn = (context: ActiveContext, name: string): Term => context.terms.get(name) ?? untyped(wordIn(context, name))

const untyped = (id: string): Term => ({
  id,
  prefix: undefined,
  type: undefined,
  container: undefined,
  containers: '',
  language: undefined,
  context: undefined,
  protected: false,
  predicate: predicateToken(id),
  suffix: '',
})
