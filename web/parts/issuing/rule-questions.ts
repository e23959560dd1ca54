// How the questions that a kind of condition asks are put into fields of a form, and read back out of them.
import type { Question } from '#domain/issuing/kinds/kind.ts'
import { kindNames, kinds } from '#domain/issuing/kinds/kinds.ts'
import type { Selection } from '#domain/issuing/kinds/selection.ts'
import type { IssuingRule } from '#domain/issuing/rule.ts'

export type Fault = 'not_a_number' | 'too_fine'

type Fields = { typed?: Record<string, string>; chosen?: Record<string, readonly string[]>; rules?: readonly IssuingRule[] }
type Filled = Required<Readonly<Fields>>

const all = kindNames.flatMap((kind) => Object.entries<Question>(kinds[kind].asks))
const names = (...asks: Question['asks'][]) => [...new Set(all.flatMap(([name, one]) => (asks.includes(one.asks) ? [name] : [])))]

/** The fields of all kinds together. Line items are found by `find`, and chosen by category and by key. */
export const fieldNames = {
  typed: [...names('percent', 'whole_number', 'one_of'), 'find'],
  chosen: [...names('some_of'), 'categories', 'keys'],
} as const

/** What a rule says there, as the fields show it. */
export const inFields = ({ asks }: Question, name: string, value: unknown): Fields => shown[asks](name, value)

/** What the rule will say there; `undefined` where it says nothing. */
export function builtFrom(question: Question, name: string, { typed, chosen, rules }: Filled): unknown {
  const options = 'options' in question ? question.options : []
  switch (question.asks) {
    case 'some_of':
      return options.filter((option) => chosen[name]?.includes(option))
    case 'one_of':
      return options.find((option) => option === typed[name]) ?? options[0]
    case 'line_items':
      return selectionFrom(chosen)
    case 'rules':
      return rules
    case 'rule':
      return rules[0]
    default:
      return numberTyped(typed[name] ?? '') ?? Number.NaN
  }
}

export function faultOf({ asks }: Question, text: string): Fault | undefined {
  if (asks !== 'percent' && asks !== 'whole_number') return undefined
  if (numberTyped(text) === undefined) return 'not_a_number'
  return asks === 'percent' && !/^-?\d*\.?\d{0,2}$/.test(plain(text)) ? 'too_fine' : undefined
}

const oneText = (name: string, value: unknown): Fields => ({ typed: { [name]: String(value) } })

// each value is what the rule of that kind says, and its kind knows which
const shown: Readonly<Record<Question['asks'], (name: string, value: unknown) => Fields>> = {
  some_of: (name, value) => ({ chosen: { [name]: value as string[] } }),
  one_of: oneText,
  percent: oneText,
  whole_number: oneText,
  line_items: (_name, value) => {
    const { categories = [], keys = [] } = (value ?? {}) as Selection
    return { chosen: { categories, keys } }
  },
  rules: (_name, value) => ({ rules: value as IssuingRule[] }),
  rule: (_name, value) => ({ rules: [value as IssuingRule] }),
}

/** A comma is a decimal point for most people. */
const plain = (text: string) => text.trim().replace(',', '.').replace(/\s*%$/, '')

function numberTyped(text: string): number | undefined {
  const value = plain(text)
  return value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined
}

/** Nothing chosen means all of them. */
function selectionFrom({ categories = [], keys = [] }: Filled['chosen']): Selection | undefined {
  if (categories.length + keys.length === 0) return undefined
  return {
    ...(categories.length > 0 ? { categories: [...categories] } : {}),
    ...(keys.length > 0 ? { keys: [...keys] } : {}),
  }
}
