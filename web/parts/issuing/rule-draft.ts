// A rule while somebody writes it: everything typed is kept as typed, half-finished numbers too. Pure; the form works the same with and without JavaScript.
import type { Question } from '#domain/issuing/kinds/kind.ts'
import { type KindName, kindNames, kinds } from '#domain/issuing/kinds/kinds.ts'
import { deepest, type IssuingRule } from '#domain/issuing/rule.ts'
import { faultsOfRule, type RuleFault } from '#domain/issuing/why-not-rule.ts'
import { builtFrom, type Fault, faultOf, fieldNames, inFields } from './rule-questions.ts'

/** One shape for all kinds, so that what was typed for one is still there after looking at another. */
export type Draft = Readonly<{
  kind: KindName
  /** Field → what stands in it. */
  typed: Readonly<Record<string, string>>
  /** Field → the names ticked in it. */
  chosen: Readonly<Record<string, readonly string[]>>
  parts: readonly Draft[]
}>

export type DraftFault = Readonly<{ at: string; field?: string; code: RuleFault | Fault }>

export const emptyDraft: Draft = {
  kind: 'final_outcome',
  typed: { ...Object.fromEntries(fieldNames.typed.map((name) => [name, ''])), missing: 'cannot_tell' },
  chosen: {
    ...Object.fromEntries(fieldNames.chosen.map((name): [string, string[]] => [name, []])),
    in: ['passed', 'passed_with_distinction'],
  },
  parts: [],
}

/** The way to a draft: `r` is the whole, `r.1.0` the first part of its second part. */
export const root = 'r'

export const wayTo = (at: string): number[] => at.split('.').slice(1).map(Number)

/** What the form for this kind asks, in order. */
export const questionsOf = (kind: KindName): [name: string, question: Question][] => Object.entries(kinds[kind].asks)

export function draftOf(rule: IssuingRule): Draft {
  const says = rule as Readonly<Record<string, unknown>>
  const fields = questionsOf(rule.kind).map(([name, question]) => inFields(question, name, says[name]))
  const rules = fields.flatMap(({ rules = [] }) => rules)
  return {
    kind: rule.kind,
    typed: Object.assign({}, emptyDraft.typed, ...fields.map(({ typed }) => typed)),
    chosen: Object.assign({}, emptyDraft.chosen, ...fields.map(({ chosen }) => chosen)),
    parts: rules.map(draftOf),
  }
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
  const parts: Draft[] = []
  for (let next: Draft | undefined, index = 0; index < 100; index += 1) {
    next = draftFrom(form, `${at}.${index}`, depth + 1)
    if (next === undefined) break
    parts.push(next)
  }
  return settled({
    kind: kindNames.find((one) => one === text('kind')) ?? 'final_outcome',
    typed: Object.fromEntries(fieldNames.typed.map((name) => [name, text(name)])),
    chosen: Object.fromEntries(fieldNames.chosen.map((name) => [name, namesIn(form.getAll(`${at}.${name}`))])),
    parts,
  })
}

const namesIn = (values: readonly unknown[]) => [...new Set(values.map((value) => String(value).slice(0, 200)))].filter(Boolean)

/** `add r.1`: another rule in that list; `remove r.1.0`; `all r.1` and `any r.1`: joined there with another one. Anything else changes nothing. */
export function edited(draft: Draft, edit: string): Draft {
  const [act = '', at = ''] = edit.split(' ')
  const path = wayTo(at)
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

/** Whether rules stand in it, and whether it is more than one. */
export const holds = (kind: KindName): 'rules' | 'rule' | undefined =>
  questionsOf(kind)
    .map(([, { asks }]) => asks)
    .find((asks) => asks === 'rules' || asks === 'rule')

/** What holds others always holds one; "not" holds exactly one. */
function settled(draft: Draft): Draft {
  const held = holds(draft.kind)
  if (!held) return draft
  const parts = draft.parts.length === 0 ? [emptyDraft] : draft.parts
  return { ...draft, parts: held === 'rule' ? parts.slice(0, 1) : parts }
}

function faultsOfTyping(draft: Draft, at: string): DraftFault[] {
  const own = questionsOf(draft.kind).flatMap(([field, question]): DraftFault[] => {
    const code = faultOf(question, draft.typed[field] ?? '')
    return code ? [{ at, field, code }] : []
  })
  return [...own, ...(holds(draft.kind) ? draft.parts.flatMap((part, index) => faultsOfTyping(part, `${at}.${index}`)) : [])]
}

function built({ kind, typed, chosen, parts }: Draft): IssuingRule {
  const rules = holds(kind) ? parts.map(built) : []
  const members = questionsOf(kind).map(([name, question]) => [name, builtFrom(question, name, { typed, chosen, rules })])
  // each member of this kind was asked for
  return { kind, ...Object.fromEntries(members.filter(([, value]) => value !== undefined)) } as IssuingRule
}
