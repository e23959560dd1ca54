// Which line items a condition means, as several kinds of condition choose some.
import * as z from 'zod'
import { repeatFaults, repeats } from './repeats.ts'

const names = z.array(z.string().min(1).max(200)).max(100)

/** Those in one of the categories, and those with one of the keys. Left out: all of them. */
export const selection = z.object({ categories: names.optional(), keys: names.optional() })

export type Selection = z.output<typeof selection>

export const selectionFaults = {
  rule_selects_nothing: 'The selection of line items is empty; leave it out to mean all of them',
  ...repeatFaults,
} as const

export function whyNotSelection(of: Selection | undefined): keyof typeof selectionFaults | undefined {
  if (of === undefined) return undefined
  const { categories = [], keys = [] } = of
  if (categories.length + keys.length === 0) return 'rule_selects_nothing'
  return repeats(categories) || repeats(keys) ? 'rule_repeats_itself' : undefined
}

/** Of a sentence: both lists are always there, because it must find every value it names. */
export function selectedInWords(of: Selection | undefined) {
  const { categories = [], keys = [] } = of ?? {}
  return { selected: of === undefined ? 'all' : listsNamed(categories.length > 0, keys.length > 0), categories, keys }
}

const listsNamed = (categories: boolean, keys: boolean) => (categories && keys ? 'both' : categories ? 'categories' : 'keys')

/** The part of a sentence that names them. */
export const selectedWords =
  '{selected, select, all {all line items} categories {the line items in {categories}} keys {{keys}} other {the line items in {categories}, and {keys},}}'
