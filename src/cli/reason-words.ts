// A decision's reason as a sentence: the issuing room's own words, with lists joined and outcomes translated.
import { createTranslator } from 'use-intl/core'
import { decisionWords, outcomeWords, verdictWords } from '#domain/issuing/decision-words.ts'
import type { Simulation } from '#domain/issuing/issuing.api.ts'
import { choice, counted, figure, list } from './figures.ts'

type Decision = Simulation['lines'][number]['decision']
type Reason = Decision['reason']

export function reasonSentence({ code, values }: Reason): string {
  if (!isKnown(code)) return code.replaceAll('_', ' ')
  let broken = false
  const translate = createTranslator({
    locale: 'en',
    // which values a sentence needs, only the decision knows
    messages: decisionWords as Readonly<Record<string, string>>,
    onError: () => {
      broken = true
    },
  })
  const said = translate(code, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(name, value)])))
  return broken ? code.replaceAll('_', ' ') : said
}

const isKnown = (code: string): code is keyof typeof decisionWords => Object.hasOwn(decisionWords, code)

const outcomes: Readonly<Record<string, string>> = outcomeWords
const word = (value: unknown) => outcomes[String(value)] ?? String(value)

function inWords(name: string, value: unknown): string | number {
  if (typeof value === 'number') return value
  if (!Array.isArray(value)) return word(value)
  // any of the outcomes wanted is enough
  return name === 'wanted' ? choice(value.map(word)) : list(value.map(word))
}

/** `15,385 × Qualifies. For example: Final outcome: passed (recorded as “Pass”)`; the example is one of the lines at hand. */
export function reasonLines({ reasons, lines }: Pick<Simulation, 'reasons' | 'lines'>, most: number): string[] {
  const shown = reasons.slice(0, most).map(({ verdict, code, at, count }) => {
    const example = lines
      .filter(({ decision }) => decision.verdict === verdict)
      .map(({ decision }) => conditionAt(decision, at)?.reason)
      .find((reason) => reason?.code === code)
    const why = example ? `for example: ${reasonSentence(example)}` : code.replaceAll('_', ' ')
    return `${figure(count)} × ${verdictWords[verdict]}, ${why}`
  })
  const rest = reasons.length - shown.length
  return rest > 0 ? [...shown, `… and ${counted(rest, 'more reason')}`] : shown
}

/** What the condition there said. */
const conditionAt = (decision: Decision, at: readonly number[] = []): Decision | undefined =>
  at.reduce<Decision | undefined>((whole, index) => whole?.parts?.[index], decision)
