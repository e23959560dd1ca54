// Terms as canonical N-Quads writes them (RDF 1.1 N-Quads, 4; RDFC-1.0, 5: which characters are escaped, and how).

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'

export const datatypes = {
  json: `${rdf}JSON`,
  languageString: `${rdf}langString`,
  string: `${xsd}string`,
  boolean: `${xsd}boolean`,
  integer: `${xsd}integer`,
  double: `${xsd}double`,
  i18n: 'https://www.w3.org/ns/i18n#',
} as const

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
const inLiteral = /[\u0000-\u001f\u007f"\\]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
const inIri = /[\u0000-\u0020<>"{}|^`\\]/g

const short: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

const byNumber = (character: string): string => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** `<…>` */
export const iriToken = (iri: string): string => `<${iriContent(iri)}>`

export const iriContent = (iri: string): string => (iri.search(inIri) < 0 ? iri : iri.replace(inIri, byNumber))

/** A predicate with the spaces around it. */
export const predicateToken = (iri: string): string => ` ${iriToken(iri)} `

/** `"…"` and what follows it: nothing, `@en`, or `^^<…>`. */
export const literalToken = (text: string, suffix: string): string => `"${literalContent(text)}"${suffix}`

export const literalContent = (text: string): string =>
  text.search(inLiteral) < 0 ? text : text.replace(inLiteral, (character) => short[character] ?? byNumber(character))

/** What follows a literal of this datatype; nothing for plain strings. */
export const datatypeSuffix = (datatype: string): string => (datatype === datatypes.string ? '' : `^^${iriToken(datatype)}`)

export const types = predicateToken(`${rdf}type`)
export const first = predicateToken(`${rdf}first`)
export const rest = predicateToken(`${rdf}rest`)
export const nil = iriToken(`${rdf}nil`)
