// The door's "no" in the reader's words: what it is, and what more there is to say. The door's own English is for those who read the API.
import type { Problem } from './problem.ts'

export type ProblemText = Readonly<{ title: string; detail?: string }>

export type Words = Readonly<{
  say: (key: string, values?: Readonly<Record<string, unknown>>) => string
  has: (key: string) => boolean
  /** The message before it is filled. */
  raw: (key: string) => string
  list: (entries: readonly string[]) => string
  bytes: (value: number) => string
}>

/** A code that the catalogue does not know is told in general words; a detail only when everything it speaks of is known. */
export function problemText({ type, values = {} }: Problem, words: Words): ProblemText {
  const title = words.has(`refusal.${type}`) ? `refusal.${type}` : 'error.unknown'
  const key = `error.detail.${type}`
  const told = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const readable = inWords(name, value, words)
      return readable === undefined ? [] : [[name, readable]]
    }),
  )
  const whole = words.has(key) && fillsOf(words.raw(key)).every((name) => told[name] !== undefined)
  return { title: words.say(title), ...(whole ? { detail: words.say(key, told) } : {}) }
}

/** `{name}` and `{name, plural, …}`, but not the branches. */
const fillsOf = (message: string) => [...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? '')

function inWords(name: string, value: unknown, words: Words): string | number | undefined {
  const readable = Object.hasOwn(readings, name) ? readings[name] : undefined
  if (readable) return readable(value, words)
  if (Array.isArray(value)) return words.list(value.map(String))
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}

const known = (key: string, { say, has }: Words, values?: Readonly<Record<string, unknown>>) =>
  has(key) ? say(key, values) : undefined

/** Values that are codes or measures themselves. */
const readings: Readonly<Record<string, (value: unknown, words: Words) => string | undefined>> = {
  state: (value, words) => known(`state.${value}`, words),
  fault: (value, words) => known(`rules.fault.${value}`, words),
  most: (value, words) => (typeof value === 'number' ? words.bytes(value) : undefined),
  missing: (value, words) => {
    const lacks = Array.isArray(value) ? (value as Readonly<{ code: string; values?: object }>[]) : []
    return words.list(
      lacks.flatMap(({ code, values }) => known(`design.missing.${code}`, words, { outcome: '', ...values }) ?? []),
    )
  },
}
