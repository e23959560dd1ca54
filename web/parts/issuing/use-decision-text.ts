// Sentences of decisions and rules in the reader's language: from codes and values, as `decision-words.ts` and `rule-in-words.ts` have them.
import { useFormatter, useTranslations } from 'use-intl'
import { type RuleInWords, ruleInWords } from '#domain/issuing/rule-in-words.ts'
import { useIsolated } from '../../lib/isolated.ts'

/** A decision as it arrives from the API. */
export type Explained = Readonly<{
  verdict: 'qualifies' | 'does_not_qualify' | 'cannot_tell'
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

export function useRuleText(): (rule: Rule) => RuleLine {
  const t = useTranslations('rules')
  const spoken = useSpoken()
  const line = ({ code, values, parts = [] }: RuleInWords, at: string): RuleLine => ({
    at,
    text: t(`says.${code}`, spoken(values) as never),
    lines: parts.map((part, index) => line(part, `${at}.${index}`)),
  })
  return (rule) => line(ruleInWords(rule), 'r')
}

/** Outcomes are translated, lists joined the way the language joins them, and names kept apart from the direction of the sentence. */
function useSpoken() {
  const t = useTranslations('decision.outcome')
  const format = useFormatter()
  const isolated = useIsolated()
  const word = (value: unknown) => {
    const key = String(value) as 'passed'
    return t.has(key) ? t(key) : String(value)
  }
  const name = (value: unknown) => isolated(String(value))
  const one = (key: string, value: unknown) => {
    if (Array.isArray(value))
      return format.list(value.map(key === 'wanted' ? word : name), { type: key === 'wanted' ? 'disjunction' : 'conjunction' })
    if (key === 'outcome') return word(value)
    return key === 'says' ? name(value) : value
  }
  return (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, one(key, value)]))
}
