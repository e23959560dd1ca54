// A rule while somebody writes it: everything typed is kept as typed, half-finished numbers too. Pure; the form works the same with and without JavaScript.
import type { IssuingRule, Selection } from '#domain/issuing/rule.ts'
import { deepest, finalOutcomes, missingResults } from '#domain/issuing/rule.ts'
import { faultsOfRule, type RuleFault } from '#domain/issuing/why-not-rule.ts'

export const ruleKinds = ['final_outcome', 'weighted_average', 'line_items', 'all', 'any', 'not'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** One shape for all kinds, so that what was typed for one is still there after looking at another. */
export type Draft = Readonly<{
  kind: RuleKind
  in: readonly string[]
  atLeast: string
  scoring: string
  missing: string
  categories: string
  keys: string
  parts: readonly Draft[]
}>

export type DraftFault = Readonly<{ at: string; field?: 'atLeast' | 'scoring'; code: RuleFault | 'not_a_number' | 'too_fine' }>

export const emptyDraft: Draft = {
  kind: 'final_outcome',
  in: ['passed', 'passed_with_distinction'],
  atLeast: '',
  scoring: '',
  missing: 'cannot_tell',
  categories: '',
  keys: '',
  parts: [],
}

/** The way to a draft: `r` is the whole, `r.1.0` the first part of its second part. */
export const root = 'r'

export function draftOf(rule: IssuingRule): Draft {
  const { kind } = rule
  if (kind === 'final_outcome') return { ...emptyDraft, kind, in: rule.in }
  if (kind === 'weighted_average')
    return { ...emptyDraft, kind, atLeast: String(rule.atLeast), missing: rule.missing, ...selectionTyped(rule.of) }
  if (kind === 'line_items')
    return { ...emptyDraft, kind, atLeast: String(rule.atLeast), scoring: String(rule.scoring), ...selectionTyped(rule.of) }
  return { ...emptyDraft, kind, parts: (kind === 'not' ? [rule.rule] : rule.rules).map(draftOf) }
}

/** The rule, or what keeps it from being one; never both. */
export function ruleFrom(draft: Draft): { rule: IssuingRule; faults: [] } | { rule?: undefined; faults: DraftFault[] } {
  const typed = faultsOfTyping(draft, root)
  if (typed.length > 0) return { faults: typed }
  const rule = built(draft)
  const faults = faultsOfRule(rule).map(({ at, code }) => ({ at: [root, ...at].join('.'), code }))
  return faults.length > 0 ? { faults } : { rule, faults: [] }
}

/** Reads the fields of the editor's form; undefined where there are none. */
export function draftFrom(form: Pick<FormData, 'get' | 'getAll' | 'has'>, at: string = root, depth = 1): Draft | undefined {
  if (!form.has(`${at}.kind`) || depth > deepest + 1) return undefined
  const text = (field: string) => String(form.get(`${at}.${field}`) ?? '').slice(0, 5000)
  const kind = ruleKinds.find((one) => one === text('kind')) ?? 'final_outcome'
  const parts: Draft[] = []
  for (let next: Draft | undefined, index = 0; index < 100; index += 1) {
    next = draftFrom(form, `${at}.${index}`, depth + 1)
    if (next === undefined) break
    parts.push(next)
  }
  return settled({
    kind,
    in: form.getAll(`${at}.in`).map(String),
    atLeast: text('atLeast'),
    scoring: text('scoring'),
    missing: missingResults.find((one) => one === text('missing')) ?? 'cannot_tell',
    categories: text('categories'),
    keys: text('keys'),
    parts,
  })
}

/** `add r.1`: another rule in that list; `remove r.1.0`; `all r.1` and `any r.1`: joined there with another one. Anything else changes nothing. */
export function edited(draft: Draft, edit: string): Draft {
  const [act = '', way = ''] = edit.split(' ')
  const path = way.split('.').slice(1).map(Number)
  const change = changes[act]
  if (act === 'remove') return path.length === 0 ? draft : changedAt(draft, path.slice(0, -1), withoutPart(path.at(-1) ?? 0))
  return change ? changedAt(draft, path, change) : draft
}

type Change = (draft: Draft) => Draft

const changes: Readonly<Record<string, Change>> = {
  add: (draft) => ({ ...draft, parts: [...draft.parts, emptyDraft] }),
  all: (draft) => ({ ...emptyDraft, kind: 'all', parts: [draft, emptyDraft] }),
  any: (draft) => ({ ...emptyDraft, kind: 'any', parts: [draft, emptyDraft] }),
}

/** Of a list of which one rule is left, that rule remains. */
const withoutPart =
  (gone: number): Change =>
  (draft) => {
    const parts = draft.parts.filter((_, index) => index !== gone)
    const [only] = parts
    return only && parts.length === 1 ? only : { ...draft, parts }
  }

export function changedAt(draft: Draft, path: readonly number[], change: Change): Draft {
  const [index, ...rest] = path
  if (index === undefined) return settled(change(draft))
  return { ...draft, parts: draft.parts.map((part, at) => (at === index ? changedAt(part, rest, change) : part)) }
}

export const isList = (kind: RuleKind) => kind === 'all' || kind === 'any' || kind === 'not'

/** What holds others always holds one; "not" holds exactly one. */
function settled(draft: Draft): Draft {
  if (!isList(draft.kind)) return draft
  const parts = draft.parts.length === 0 ? [emptyDraft] : draft.parts
  return { ...draft, parts: draft.kind === 'not' ? parts.slice(0, 1) : parts }
}

function faultsOfTyping(draft: Draft, at: string): DraftFault[] {
  const fields = numberFields[draft.kind]
  const own = fields.flatMap((field): DraftFault[] => {
    const value = numberTyped(draft[field])
    if (value === undefined) return [{ at, field, code: 'not_a_number' }]
    const isPercent = field === 'scoring' || draft.kind === 'weighted_average'
    return isPercent && !/^-?\d*\.?\d{0,2}$/.test(plain(draft[field])) ? [{ at, field, code: 'too_fine' }] : []
  })
  return [...own, ...(isList(draft.kind) ? draft.parts.flatMap((part, index) => faultsOfTyping(part, `${at}.${index}`)) : [])]
}

const numberFields: Readonly<Record<RuleKind, readonly ('atLeast' | 'scoring')[]>> = {
  final_outcome: [],
  weighted_average: ['atLeast'],
  line_items: ['atLeast', 'scoring'],
  all: [],
  any: [],
  not: [],
}

function built(draft: Draft): IssuingRule {
  const of = selectionFrom(draft)
  const atLeast = numberTyped(draft.atLeast) ?? Number.NaN
  switch (draft.kind) {
    case 'final_outcome':
      return { kind: 'final_outcome', in: finalOutcomes.filter((outcome) => draft.in.includes(outcome)) }
    case 'weighted_average':
      return {
        kind: 'weighted_average',
        atLeast,
        missing: missingResults.find((one) => one === draft.missing) ?? 'cannot_tell',
        ...of,
      }
    case 'line_items':
      return { kind: 'line_items', atLeast, scoring: numberTyped(draft.scoring) ?? Number.NaN, ...of }
    case 'not':
      return { kind: 'not', rule: built(draft.parts[0] ?? emptyDraft) }
    default:
      return { kind: draft.kind, rules: draft.parts.map(built) }
  }
}

/** A comma is a decimal point for most people. */
const plain = (text: string) => text.trim().replace(',', '.').replace(/\s*%$/, '')

function numberTyped(text: string): number | undefined {
  const value = plain(text)
  return value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined
}

const namesIn = (text: string) =>
  text
    .split(/[,\n،]/)
    .map((name) => name.trim())
    .filter(Boolean)

function selectionFrom({ categories, keys }: Draft): { of?: Selection } {
  const of = { categories: namesIn(categories), keys: namesIn(keys) }
  if (of.categories.length + of.keys.length === 0) return {}
  return {
    of: {
      ...(of.categories.length > 0 ? { categories: of.categories } : {}),
      ...(of.keys.length > 0 ? { keys: of.keys } : {}),
    },
  }
}

const selectionTyped = (of: Selection | undefined) => ({
  categories: (of?.categories ?? []).join(', '),
  keys: (of?.keys ?? []).join(', '),
})
