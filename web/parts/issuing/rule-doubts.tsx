// What is doubtful about a rule, before anybody is decided about: what cannot be told at all, and what is good to know.
import { useTranslations } from 'use-intl'
import type { Simulation } from '#domain/issuing/issuing.api.ts'
import { Callout } from '../../ui/callout.tsx'
import { type Titles, useConditionNumber, useDoubtText } from './use-decision-text.ts'
import { useOfferingNames } from './use-offering-names.ts'

type Doubt = Simulation['microCredentials'][number]['doubts'][number]

/** `offerings`: how many there are in all. */
export function RuleDoubts({ doubts, titles, offerings }: { doubts: readonly Doubt[]; titles: Titles; offerings: number }) {
  const t = useTranslations('rules.doubts')
  const text = useDoubtText(titles)
  const named = useOfferingNames()
  const number = useConditionNumber()
  if (doubts.length === 0) return null
  const stops = doubts.some((doubt) => doubt.stops)
  return (
    <Callout tone={stops ? 'warned' : 'info'} title={t(stops ? 'stops' : 'known')}>
      <ul className="grid gap-2">
        {doubts.map((doubt) => (
          <li key={`${doubt.code} ${doubt.at} ${doubt.offerings}`}>
            <span className="block text-fine text-ink-soft">
              {doubt.offerings.length === offerings ? t('everywhere') : t('in', { offerings: named(doubt.offerings) })}
              {doubt.at.length > 0 && ` · ${t('condition', { number: number(doubt.at) })}`}
            </span>
            {text({ code: doubt.code, values: doubt.values as never })}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
