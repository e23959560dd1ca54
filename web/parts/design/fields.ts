// A document as the flat fields of a form, and back: `learningOutcomes.0.text`. What was typed may be wrong; it is never lost on the way.

export type Fields = Readonly<Record<string, string>>

type Nested = string | Nested[] | { [name: string]: Nested }

/** `{ levels: [{ level: '5' }] }` → `{ 'levels.0.level': '5' }`; what is undefined has no field. */
export function flattened(value: unknown, at = ''): Fields {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object') return { [at]: String(value) }
  return Object.assign({}, ...Object.entries(value).map(([name, part]) => flattened(part, at ? `${at}.${name}` : name)))
}

/** The other way about. Numbers in a name make a list; gaps in the numbering close. */
export function nested(fields: Fields): Record<string, Nested> {
  const tree: Record<string, Nested> = Object.create(null)
  for (const [name, value] of Object.entries(fields)) put(tree, name.split('.'), value)
  return listed(tree) as Record<string, Nested>
}

/** The plain entries of a list: `language.0`, `language.1`, … */
export function entriesOf(fields: Fields, list: string): string[] {
  const entries = nested(fields)[list]
  return Array.isArray(entries) ? entries.filter((entry) => typeof entry === 'string') : []
}

/** Texts are trimmed; empty ones, and entries of a list in which nothing stands, are left out. */
export function withoutBlanks(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (Array.isArray(value)) return value.map(withoutBlanks).filter((entry) => entry !== undefined)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value)
    .map(([name, part]) => [name, withoutBlanks(part)] as const)
    .filter(([, part]) => part !== undefined)
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

/** What a browser sends, without files and without the fields that steer the form. */
export const fieldsIn = (form: FormData): Fields =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' && !steering.has(name) ? [[name, unified(value)]] : [])),
  )

const steering = new Set(['intent', 'revision'])

// Browsers send line ends as CRLF, whatever was typed (HTML, 4.10.22.4).
const unified = (text: string) => text.replaceAll('\r\n', '\n')

function put(tree: Record<string, Nested>, [name = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    tree[name] = value
    return
  }
  const below = tree[name]
  const branch: Record<string, Nested> = typeof below === 'object' && !Array.isArray(below) ? below : Object.create(null)
  tree[name] = branch
  put(branch, rest, value)
}

function listed(value: Nested): Nested {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([name, part]) => [name, listed(part)] as const)
  const isList = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name))
  if (!isList) return Object.fromEntries(entries)
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, part]) => part)
}
