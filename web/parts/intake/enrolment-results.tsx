// All that was recorded of an enrolment: a chart of what counts, and every row with its provenance.
import { ChartNoAxesColumn } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Enrolment } from '#domain/intake/intake.api.ts'
import { useHere } from '../../lib/here.ts'
import type { Column } from '../../ui/column.ts'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { ResultsChart, type ShownResult } from '../../ui/results-chart.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Place } from './place.tsx'

type Row = {
  id: string
  item: string
  score?: number | undefined
  maximum?: number | undefined
  outcome?: string | undefined
  submittedOn?: string | undefined
  carriedOver?: boolean
  superseded: boolean
  from: Enrolment['from']
}

export function EnrolmentResults({ enrolment }: { enrolment: Enrolment }) {
  const t = useTranslations('enrolments')
  const rows = useRows(enrolment)
  const shown = chartOf(enrolment)
  if (rows.length === 0)
    return (
      <EmptyState icon={ChartNoAxesColumn} title={t('noResultsTitle')}>
        {t('noResultsText')}
      </EmptyState>
    )
  return (
    <>
      {shown.length > 0 && <Chart shown={shown} />}
      <Panel title={t('rows')} about={t('rowsAbout')}>
        <PlainTable caption={t('rows')} columns={useColumns()} rows={rows} idOf={({ id }) => id} anchored />
      </Panel>
    </>
  )
}

/** Its title is the finding: how many of the pieces of work were scored, and the average of those. */
function Chart({ shown }: { shown: readonly ShownResult[] }) {
  const t = useTranslations('enrolments')
  const scored = shown.flatMap(({ score, max }) => (score === undefined || max === 0 ? [] : [score / max]))
  const average = scored.reduce((sum, part) => sum + part, 0) / Math.max(scored.length, 1)
  return <ResultsChart title={t('finding', { scored: scored.length, count: shown.length, average })} results={shown} />
}

/** Of each line item what stands today; a line item without full marks cannot be drawn beside the others. */
function chartOf({ lineItems }: Enrolment): ShownResult[] {
  const weights = lineItems.reduce((sum, { weight = 0 }) => sum + weight, 0)
  return lineItems.flatMap(({ id, title, maximum, weight, results }) => {
    if (maximum === undefined || maximum <= 0) return []
    const [now] = results.filter(({ supersededBy }) => supersededBy === undefined)
    return [
      {
        id,
        name: title,
        max: maximum,
        ...(now?.score === undefined ? {} : { score: now.score }),
        ...(weight === undefined || weights === 0 ? {} : { weight: weight / weights }),
      },
    ]
  })
}

function useRows({ outcomes, lineItems }: Enrolment): Row[] {
  const t = useTranslations('decision')
  const word = (value: string) =>
    t.has(`outcome.${value}` as 'outcome.passed') ? t(`outcome.${value}` as 'outcome.passed') : value
  return [
    ...outcomes.map(({ id, value, says, from, supersededBy }) => ({
      id,
      item: t('outcomeRow'),
      outcome: t('recordedAs', { outcome: word(value), says }),
      superseded: supersededBy !== undefined,
      from,
    })),
    ...lineItems.flatMap(({ title, maximum, results }) =>
      results.map(({ id, score, submittedOn, carriedOver, from, supersededBy }) => ({
        id,
        item: title,
        score,
        maximum,
        submittedOn,
        carriedOver,
        superseded: supersededBy !== undefined,
        from,
      })),
    ),
  ]
}

function useColumns(): Column<Row>[] {
  const t = useTranslations()
  const { base } = useHere()
  return [
    {
      key: 'item',
      label: t('records.field.lineItem'),
      cell: ({ item, superseded }) =>
        superseded ? (
          <>
            <s>{item}</s> <Tag>{t('enrolments.superseded')}</Tag>
          </>
        ) : (
          <bdi>{item}</bdi>
        ),
    },
    {
      key: 'said',
      label: t('enrolments.recorded'),
      cell: (row) => {
        const said = <Recorded row={row} />
        return row.superseded ? <s>{said}</s> : said
      },
    },
    {
      key: 'submitted',
      label: t('records.field.submittedOn'),
      cell: ({ submittedOn, carriedOver }) => (
        <>
          {submittedOn ? <DateText at={submittedOn} /> : '–'} {carriedOver && <Tag>{t('records.field.carriedOver')}</Tag>}
        </>
      ),
    },
    {
      key: 'place',
      label: t('enrolments.readIn'),
      cell: ({ from }) => (
        <Link to={`${base}/imports/${from.import}`}>
          <Place file={from.file} line={from.line} />
        </Link>
      ),
    },
    { key: 'when', label: t('enrolments.importedOn'), cell: ({ from }) => <DateText at={from.at} form="dateTime" /> },
  ]
}

function Recorded({ row: { outcome, score, maximum } }: { row: Row }) {
  const t = useTranslations('decision')
  if (outcome !== undefined) return <bdi>{outcome}</bdi>
  if (score === undefined) return <span className="text-ink-soft">{t('noScore')}</span>
  return <span className="figures">{maximum === undefined ? score : t('scored', { score, maximum })}</span>
}
