// An issuing rule as sentences: one a rule, those that stand in another below it.
import type { IssuingRule } from '#domain/issuing/rule.ts'
import { type RuleLine, type Titles, useRuleText } from './use-decision-text.ts'

/** Line items are called by their titles where those are given. */
export function RuleInWords({ rule, titles }: { rule: IssuingRule; titles?: Titles | undefined }) {
  const line = useRuleText(titles)(rule)
  return (
    <div className="measure">
      <p>{line.text}</p>
      <Lines lines={line.lines} />
    </div>
  )
}

function Lines({ lines }: { lines: readonly RuleLine[] }) {
  if (lines.length === 0) return null
  return (
    <ul className="mt-1 grid gap-1 border-s-2 border-line ps-3.5">
      {lines.map(({ at, text, lines }) => (
        <li key={at}>
          {text}
          <Lines lines={lines} />
        </li>
      ))}
    </ul>
  )
}
