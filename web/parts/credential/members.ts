// Reading members of a stranger's JSON: each answers what is there, or undefined.

export type Member = Readonly<Record<string, unknown>>

/** JSON-LD lets one stand where several may: `undefined` → none, a value → one. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

export const membersOf = (value: unknown): readonly Member[] =>
  listOf(value).filter((one): one is Member => typeof one === 'object' && one !== null && !Array.isArray(one))

/** Text, trimmed; of a text in several languages the first (VCDM 2.0, 11.1: `@value`). Nothing for an empty one. */
export function textIn(value: unknown): string | undefined {
  const [first] = listOf(value)
  const text = typeof first === 'object' && first !== null && '@value' in first ? first['@value'] : first
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

/** Open Badges writes numbers as text. */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** Only what a link may safely lead to. */
export function webAddressIn(value: unknown): string | undefined {
  const text = textIn(value)
  const url = text === undefined ? null : URL.parse(text)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}
