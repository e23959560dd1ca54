// Sentences of decisions and rules in the reader's language: from codes and values, as `decision-words.ts` and `rule-in-words.ts` have them.
import { useFormatter, useTranslations } from 'use-intl'
import type { Verdict } from '#domain/issuing/decision.ts'
import type { RuleDoubt } from '#domain/issuing/rule-doubts.ts'
import { type RuleInWords, ruleInWords } from '#domain/issuing/rule-in-words.ts'
import { useIsolated } from '../../lib/isolated.ts'

/** A decision as it arrives from the API. */
export type Explained = Readonly<{
  verdict: Verdict
  reason: Readonly<{ code: string; values: Readonly<Record<string, unknown>> }>
  because: readonly string[]
  parts?: readonly Explained[] | undefined
}>

/** Its sentence; its code where the catalogue knows none. */
export function useDecisionText(): (decision: Pick<Explained, 'reason'>) => string {
  const t = useTranslations('decision')
  const spoken = useSpoken()
  return ({ reason }) => {
    const key = `says.${reason.code}` as 'says.outcome_missing'
    return t.has(key) ? t(key, spoken(reason.values) as never) : reason.code
  }
}

type Rule = Parameters<typeof ruleInWords>[0]

/** One line a rule, those inside others below them. */
export type RuleLine = Readonly<{ at: string; text: string; lines: readonly RuleLine[] }>

export function useRuleText(titles?: Titles): (rule: Rule) => RuleLine {
  const t = useTranslations('rules')
  const spoken = useSpoken(titles)
  const line = ({ code, values, parts = [] }: RuleInWords, at: string): RuleLine => ({
    at,
    text: t(`says.${code}`, spoken(values) as never),
    lines: parts.map((part, index) => line(part, `${at}.${index}`)),
  })
  return (rule) => line(ruleInWords(rule), 'r')
}

/** What is doubtful about a rule, with line items called by their titles. */
export function useDoubtText(titles: Titles): (doubt: Pick<RuleDoubt, 'values'> & { code: string }) => string {
  const t = useTranslations('rules')
  const spoken = useSpoken(titles)
  return ({ code, values }) => {
    const key = `doubt.${code}` as 'doubt.average_without_weights'
    return t.has(key) ? t(key, spoken(values) as never) : code
  }
}

/** Why a decision was taken, in few words and without values: for counting. */
export function useReasonText(): (code: string) => string {
  const t = useTranslations('decision')
  return (code) => {
    const key = `reason.${code}` as 'reason.outcome_missing'
    return t.has(key) ? t(key) : code
  }
}

/** The number of a condition in a rule: the first part of the second part is 2.1. */
export function useConditionNumber(): (at: readonly number[]) => string {
  const format = useFormatter()
  return (at) => at.map((index) => format.number(index + 1)).join('.')
}

/** The key of a line item → its title. */
export type Titles = ReadonlyMap<string, string>

/** Outcomes are translated, lists joined the way the language joins them, and names kept apart from the direction of the sentence. */
function useSpoken(titles?: Titles) {
  const t = useTranslations('decision.outcome')
  const format = useFormatter()
  const isolated = useIsolated()
  const word = (value: unknown) => {
    const key = String(value) as 'passed'
    return t.has(key) ? t(key) : String(value)
  }
  const name = (value: unknown) => isolated(String(value))
  const title = (key: unknown) => name(titles?.get(String(key)) ?? key)
  const one = (key: string, value: unknown) => {
    if (Array.isArray(value))
      return format.list(value.map(key === 'wanted' ? word : key === 'keys' ? title : name), {
        type: key === 'wanted' ? 'disjunction' : 'conjunction',
      })
    if (key === 'outcome') return word(value)
    return key === 'says' ? name(value) : value
  }
  return (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, one(key, value)]))
}
