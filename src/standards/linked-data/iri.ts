// Which texts are addresses, and what a short name in a document stands for (JSON-LD 1.1 API, 5.2), with no base address.
import type { ActiveContext } from './active-context.ts'
import { unsupported } from './unsupported.ts'

/** No blank nodes and no relative references. The schemes are those that the reference takes for schemes. */
export const isAbsolute = (value: string): boolean => absolute.test(value)
const absolute = /^[A-Za-z][A-Za-z0-9+,.-]*:\S*$/

/** What an `@id`, or a text that is coerced to one, refers to. */
export const idIn = (context: ActiveContext, value: string): string => absoluteOnly(compactIn(context, value), value)

/** What a type, or a text that is coerced to a word of the vocabulary, refers to. */
export function wordIn(context: ActiveContext, value: string): string {
  const term = context.terms.get(value)
  if (term) return absoluteOnly(term.id, value)
  if (value.startsWith('@')) unsupported(`a keyword: ${value}`)
  const compact = compactIn(context, value)
  return absoluteOnly(compact ?? (context.vocabulary === undefined ? undefined : context.vocabulary + value), value)
}

/** `prefix:rest` with a prefix that the context knows, or a full address as it stands. */
function compactIn({ terms }: ActiveContext, value: string): string | undefined {
  const colon = value.indexOf(':')
  if (colon <= 0) return undefined
  if (value.startsWith('_:')) unsupported('the name of a blank node')
  if (value.startsWith('//', colon + 1)) return value
  const prefix = terms.get(value.slice(0, colon))
  if (prefix?.prefix) return prefix.id + value.slice(colon + 1)
  return isAbsolute(value) ? value : undefined
}

const absoluteOnly = (iri: string | undefined, value: string): string =>
  iri !== undefined && isAbsolute(iri) ? iri : unsupported(`not a full address: ${value}`)
