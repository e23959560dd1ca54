// What a simulation found: totals that add up, by offering, by reason, and the people with the explanation of each.
import { UsersRound } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { type Verdict, verdicts } from '#domain/issuing/decision.ts'
import type { Simulation } from '#domain/issuing/issuing.api.ts'
import { changed } from '../../lib/address.ts'
import { useHere } from '../../lib/here.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import type { EvidenceRow } from '../intake/evidence-rows.ts'
import { LearnerName, learnerName } from '../intake/learner-name.tsx'
import { DecisionWhy } from './decision-why.tsx'
import { type Reason, reasonKey } from './reason-meant.ts'
import { RuleDoubts } from './rule-doubts.tsx'
import { SimulationReasons } from './simulation-reasons.tsx'
import { TallyChips } from './tally-chips.tsx'
import { type Titles, useReasonText } from './use-decision-text.ts'

type Props = { simulation: Simulation; rows: Readonly<Record<string, readonly EvidenceRow[]>> }

export function SimulationResults({ simulation, rows, titles }: Props & { titles: Titles }) {
  const t = useTranslations('rules.simulation')
  const { total } = simulation
  if (total.enrolments === 0)
    return (
      <EmptyState icon={UsersRound} title={t('nobodyTitle')}>
        {t('nobodyText')}
      </EmptyState>
    )
  return (
    <div className="grid gap-8">
      <div>
        <div className="mb-4 empty:hidden">
          <RuleDoubts
            doubts={simulation.microCredentials[0]?.doubts ?? []}
            titles={titles}
            offerings={simulation.offerings.length}
          />
        </div>
        <p className="mb-3 text-lead font-semibold">{t('sentence', total)}</p>
        <VerdictChips total={total} />
      </div>
      <People simulation={simulation} rows={rows} />
      <div className="grid items-start gap-8 xl:grid-cols-2">
        <Panel title={t('byOffering')}>
          <ByOffering offerings={simulation.offerings} />
        </Panel>
        <Panel title={t('byReason')}>
          <SimulationReasons simulation={simulation} titles={titles} />
        </Panel>
      </div>
    </div>
  )
}

function VerdictChips({ total }: { total: Simulation['total'] }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  const chosen = search.get('verdict')
  return (
    <TallyChips
      label={t('rules.simulation.chips')}
      chips={[
        {
          key: 'all',
          label: t('rules.simulation.all'),
          count: total.enrolments,
          to: changed(search, { verdict: undefined, reason: undefined }),
          current: !chosen && !search.has('reason'),
        },
        ...verdicts.map((verdict) => ({
          key: verdict,
          label: t(`state.${verdict}`),
          count: total[verdict],
          state: verdict,
          to: changed(search, { verdict, reason: undefined }),
          current: chosen === verdict && !search.has('reason'),
        })),
      ]}
    />
  )
}

type Line = Simulation['lines'][number]

function People({ simulation: { lines, next, total, reasons }, rows }: Props) {
  const t = useTranslations()
  const { base, may } = useHere()
  const [search] = useSearchParams()
  const verdict = verdicts.find((one) => one === search.get('verdict'))
  const reason = reasons.find((one) => reasonKey(one) === search.get('reason') && one.verdict === verdict)
  const count = reason ? reason.count : verdict ? total[verdict] : total.enrolments
  const columns: Column<Line>[] = [
    { key: 'learner', label: t('records.learner'), always: true, cell: ({ learner }) => <LearnerName learner={learner} /> },
    { key: 'offering', label: t('records.offering'), cell: ({ offering }) => <bdi>{offering.key}</bdi> },
    {
      key: 'verdict',
      label: t('records.verdict'),
      cell: ({ decision }) => <StateTag state={decision.verdict} bare />,
    },
    {
      key: 'why',
      label: t('records.why'),
      wraps: true,
      cell: ({ decision, enrolment, learner }) => (
        <DecisionWhy apart decision={decision} enrolment={enrolment} rows={rows[enrolment]} about={learnerName(learner)} />
      ),
    },
  ]
  return (
    <div>
      {reason && <OnlyReason reason={reason} />}
      <DataTable
        caption={t('rules.simulation.people')}
        what={t('records.people', { count })}
        columns={columns}
        rows={lines}
        idOf={({ enrolment }) => enrolment}
        nameOf={({ learner }) => learnerName(learner)}
        {...(may('intake:read') ? { to: ({ enrolment }: Line) => `${base}/enrolments/${enrolment}` } : {})}
        total={count}
        next={next}
        empty={
          <EmptyState icon={UsersRound} title={t('rules.simulation.noneTitle')}>
            {t('rules.simulation.noneText')}
          </EmptyState>
        }
      />
    </div>
  )
}

function OnlyReason({ reason }: { reason: Reason }) {
  const t = useTranslations('rules.simulation')
  const text = useReasonText()
  const [search] = useSearchParams()
  return (
    <p className="mb-2">
      {t('onlyReason', { reason: text(reason.code) })}{' '}
      <Link to={`${changed(search, { reason: undefined, verdict: undefined })}#simulation`} preventScrollReset>
        {t('everyReason')}
      </Link>
    </p>
  )
}

function ByOffering({ offerings }: { offerings: Simulation['offerings'] }) {
  const t = useTranslations()
  type Row = Simulation['offerings'][number]
  const figure = (key: 'enrolments' | Verdict, label: string): Column<Row> => ({
    key,
    label,
    numeric: true,
    cell: ({ tally }) => <NumberText value={tally[key]} />,
  })
  return (
    <PlainTable
      caption={t('rules.simulation.byOffering')}
      rows={offerings}
      idOf={({ id }) => id}
      columns={[
        { key: 'offering', label: t('records.offering'), cell: ({ key }) => <bdi>{key}</bdi> },
        figure('enrolments', t('records.enrolments')),
        ...verdicts.map((verdict) => figure(verdict, t(`rules.simulation.short.${verdict}`))),
      ]}
    />
  )
}
