// Do its words mean what we take them to mean? The signature covers meanings, not the contexts that give them (VC Data Integrity 1.0, 4.6).
import { clrTerms, clrUrls } from '#standards/clr/vocabulary.ts'
import { extensionTerms, termsBase } from '#standards/openbadge/extension-terms.ts'
import { contexts } from '#standards/vc/contexts.ts'
import { asList, isObject, type Json, type JsonObject, textOf } from '#standards/vc/json.ts'
import { type Check, failed, type Noted, notRun, passed, warned } from '../check.ts'

export const knownContexts: Check = {
  id: 'known_contexts',
  after: ['proof_holds'],
  async look({ credential }) {
    const used = contextsIn(credential)
    const standard = new Set(used.flatMap((context) => (typeof context === 'string' ? termsOf(context) : [])))
    const notes = used.flatMap((context) => (typeof context === 'string' ? unlessBundled(context) : lookAt(context, standard)))
    return notes.some(({ outcome }) => outcome !== 'warned') ? notes : [passed('contexts_known'), ...notes]
  },
}

/** Every context of the document, wherever in it. */
function contextsIn(value: Json): readonly Json[] {
  if (typeof value !== 'object' || value === null) return []
  const own = isObject(value) && '@context' in value ? asList(value['@context']) : []
  return [...own, ...Object.entries(value).flatMap(([name, member]) => (name === '@context' ? [] : contextsIn(member)))]
}

/** The contexts of CLR 2.0 are known by what the standard says of them; their files we do not carry. */
const termsOf = (context: string): readonly string[] =>
  clrUrls.has(context) ? clrTerms : termsIn(Object.hasOwn(contexts, context) ? (contexts[context]?.document ?? {}) : {})

/** The terms of a context and of those that lie scoped inside of it. */
function termsIn(value: Json): readonly string[] {
  if (!isObject(value)) return []
  const own = isObject(value['@context']) ? Object.keys(value['@context']).filter((name) => !name.startsWith('@')) : []
  return [...own, ...Object.values(value).flatMap(termsIn)]
}

/** A proof that is not about linked data holds without its contexts; what they mean we still cannot tell. */
const unlessBundled = (context: string): readonly Noted[] =>
  Object.hasOwn(contexts, context) || clrUrls.has(context) ? [] : [notRun('unknown_context', { found: context })]

/** An inline context may bring new words. It may not touch those of the standards, nor ours. */
function lookAt(context: Json, standard: ReadonlySet<string>): readonly Noted[] {
  if (!isObject(context)) return [failed('context_reset')]
  const terms = Object.keys(context).filter((term) => !term.startsWith('@'))
  const wrong = terms.filter((term) => standard.has(term) || !isHonest(term, context))
  if (wrong.length > 0) return [failed('term_redefined', { terms: wrong })]
  const foreign = Object.keys(context).filter((term) => !Object.hasOwn(extensionTerms, term))
  return foreign.length === 0 ? [] : [warned('inline_terms', { terms: foreign })]
}

function isHonest(term: string, context: JsonObject): boolean {
  const definition = context[term]
  const named = isObject(definition) ? definition['@id'] : definition
  const ours = Object.entries(extensionTerms).find(([name]) => name === term)?.[1]
  return ours === undefined ? !textOf(named).startsWith(termsBase) : definition === ours
}
