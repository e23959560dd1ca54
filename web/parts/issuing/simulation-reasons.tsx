// On which conditions the verdicts of a simulation rest: counted, each leading to the people it is about, and the counts accounted for.
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { verdicts } from '#domain/issuing/decision.ts'
import type { Simulation } from '#domain/issuing/issuing.api.ts'
import { changed } from '../../lib/address.ts'
import { Link } from '../../ui/link.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { conditionAt, type Reason, reasonKey } from './reason-meant.ts'
import { type Titles, useConditionNumber, useReasonText, useRuleText } from './use-decision-text.ts'

type Rule = Simulation['microCredentials'][number]['rule'] | undefined

export function SimulationReasons({ simulation, titles }: { simulation: Simulation; titles: Titles }) {
  const t = useTranslations()
  const text = useReasonText()
  const [search] = useSearchParams()
  const rows = verdicts.flatMap((verdict) => simulation.reasons.filter((reason) => reason.verdict === verdict))
  const to = (reason: Reason) => `${changed(search, { reason: reasonKey(reason), verdict: reason.verdict })}#simulation`
  return (
    <>
      <p className="measure mb-3 text-ink-soft">{t('rules.simulation.byReasonAbout')}</p>
      <PlainTable
        caption={t('rules.simulation.byReason')}
        rows={rows}
        idOf={(reason) => `${reason.verdict} ${reasonKey(reason)}`}
        columns={[
          {
            key: 'reason',
            label: t('records.reason'),
            wraps: true,
            cell: (reason) => (
              <>
                <Link to={to(reason)} preventScrollReset>
                  {text(reason.code)}
                </Link>
                <Condition rule={simulation.microCredentials[0]?.rule} at={reason.at ?? []} titles={titles} />
              </>
            ),
          },
          { key: 'verdict', label: t('records.verdict'), cell: ({ verdict }) => <StateTag state={verdict} bare /> },
          { key: 'count', label: t('records.count'), numeric: true, cell: ({ count }) => <NumberText value={count} /> },
        ]}
      />
      <UnderSeveral simulation={simulation} />
    </>
  )
}

/** Which of several conditions it was, in words. */
function Condition({ rule, at, titles }: { rule: Rule; at: readonly number[]; titles: Titles }) {
  const t = useTranslations('rules.simulation')
  const number = useConditionNumber()
  const sentence = useRuleText(titles)
  const meant = rule && at.length > 0 ? conditionAt(rule, at) : undefined
  if (!meant) return null
  const said = sentence(meant.rule).text
  return (
    <span className="block text-fine font-normal text-ink-soft">
      {t('condition', { number: number(at), sentence: meant.must ? said : t('mustNot', { sentence: said }) })}
    </span>
  )
}

/** Why the counts of a verdict sum to more than there are. */
function UnderSeveral({ simulation: { reasons, underSeveral, total } }: { simulation: Simulation }) {
  const t = useTranslations()
  return verdicts
    .filter((verdict) => underSeveral[verdict] > 0)
    .map((verdict) => (
      <p key={verdict} className="measure mt-2 text-fine text-ink-soft">
        {t('rules.simulation.underSeveral', {
          verdict: t(`state.${verdict}`),
          count: underSeveral[verdict],
          sum: reasons.reduce((sum, reason) => sum + (reason.verdict === verdict ? reason.count : 0), 0),
          total: total[verdict],
        })}
      </p>
    ))
}
