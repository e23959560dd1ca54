// The lines of a release: everybody, the verdict and why; held, excluded and readmitted in bulk or one by one.
import { CirclePause, CircleSlash, RotateCcw, UsersRound } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Release } from '#domain/issuing/issuing.api.ts'
import { changed } from '../../lib/address.ts'
import { useHere } from '../../lib/here.ts'
import type { Problem } from '../../lib/problem.ts'
import { Callout } from '../../ui/callout.tsx'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { inputLook } from '../../ui/field.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { EvidenceRow } from '../intake/evidence-rows.ts'
import { LearnerName, learnerName } from '../intake/learner-name.tsx'
import { Failure, type Line } from './line-failure.tsx'
import { LinePanel } from './line-panel.tsx'
import { RefusedCallout } from './refused-callout.tsx'
import { useDecisionText } from './use-decision-text.ts'

type Props = {
  release: Release
  page: { items: Line[]; next?: string | undefined }
  open: Line | undefined
  rows: readonly EvidenceRow[] | undefined
  /** The answer to the last act, and whether it was sent from the panel. */
  answer: { problem: Problem; reason?: string | undefined; fromPanel?: boolean | undefined } | undefined
}

export function ReleaseLines({ release, page: { items, next }, open, rows, answer }: Props) {
  const t = useTranslations('releases')
  const { may } = useHere()
  const [search] = useSearchParams()
  const total = totalOf(release, search)
  const refused = answer?.fromPanel ? undefined : answer?.problem
  const mayChange = release.state === 'prepared' && may('release:prepare')
  return (
    <div>
      <h2 className="heard">{t('lines')}</h2>
      {refused?.type === 'misfit' ? (
        <div role="alert" className="mb-4">
          <Callout tone="failed" title={t('reasonNeeded')} />
        </div>
      ) : (
        <RefusedCallout problem={refused} />
      )}
      <div className="mb-4">
        <SearchForm label={t('search')} />
      </div>
      <DataTable
        caption={t('lines')}
        what={t('linesWhat', { count: total ?? items.length })}
        columns={useColumns(release, open !== undefined)}
        rows={items}
        idOf={({ id }) => id}
        nameOf={({ learner }) => learnerName(learner)}
        to={({ id }) => changed(search, { open: id })}
        total={total}
        next={next}
        bulk={mayChange && <Bulk reason={answer?.reason} wrong={refused?.type === 'misfit'} />}
        empty={
          <EmptyState
            icon={UsersRound}
            title={t('noLinesTitle')}
            action={
              search.size > 0 && (
                <ButtonLink to="?" preventScrollReset>
                  {t('showEverybody')}
                </ButtonLink>
              )
            }
          >
            {t('noLinesText')}
          </EmptyState>
        }
        panel={
          open && (
            <LinePanel
              key={open.id}
              line={open}
              rows={rows}
              mayChange={mayChange}
              answer={answer?.fromPanel ? answer : undefined}
            />
          )
        }
      />
    </div>
  )
}

/** A search is not counted by the API; then the list says how many it shows. */
function totalOf({ lines, tally }: Release, search: URLSearchParams): number | undefined {
  const [state, verdict] = [search.get('state'), search.get('verdict')]
  if (search.get('search') || (state && verdict)) return undefined
  if (state) return (lines as Readonly<Record<string, number>>)[state]
  return verdict ? (tally as Readonly<Record<string, number>>)[verdict] : tally.enrolments
}

function Bulk({ reason, wrong }: { reason: string | undefined; wrong: boolean }) {
  const t = useTranslations('releases')
  return (
    <>
      <input
        name="reason"
        aria-label={t('reason')}
        placeholder={t('reason')}
        defaultValue={reason ?? ''}
        minLength={3}
        maxLength={2000}
        autoComplete="off"
        aria-invalid={wrong || undefined}
        className={`${inputLook} w-64`}
      />
      <SubmitButton name="intent" value="hold" size="small" icon={CirclePause}>
        {t('hold')}
      </SubmitButton>
      <SubmitButton name="intent" value="exclude" size="small" tone="quiet" icon={CircleSlash}>
        {t('exclude')}
      </SubmitButton>
      <SubmitButton name="intent" value="readmit" size="small" tone="quiet" icon={RotateCcw}>
        {t('readmit')}
      </SubmitButton>
    </>
  )
}

const inPanel: readonly string[] = ['why', 'microCredential', 'offering']

/** While a line is open, its panel says the rest. */
function useColumns({ microCredentials }: Release, narrow: boolean): Column<Line>[] {
  const t = useTranslations()
  const text = useDecisionText()
  const columns: Column<Line>[] = [
    {
      key: 'learner',
      label: t('records.learner'),
      always: true,
      wraps: false,
      cell: ({ learner }) => <LearnerName learner={learner} />,
    },
    { key: 'offering', label: t('records.offering'), cell: ({ offering }) => <bdi>{offering.key}</bdi> },
    {
      key: 'microCredential',
      label: t('records.microCredential'),
      extra: microCredentials.length === 1,
      cell: ({ microCredential }) => <bdi title={microCredential.title}>{microCredential.key}</bdi>,
    },
    { key: 'verdict', label: t('records.verdict'), cell: ({ decision }) => <StateTag state={decision.verdict} bare /> },
    { key: 'state', label: t('records.state'), cell: ({ state }) => <StateTag state={state} /> },
    {
      key: 'why',
      label: t('records.why'),
      wraps: true,
      cell: ({ decision, reason, failure }) => (
        <>
          <span className="block min-w-72">{text(decision)}</span>
          {(reason || failure) && (
            <span className="block text-fine text-ink-soft">
              {failure ? <Failure code={failure.code} /> : <bdi>{reason}</bdi>}
            </span>
          )}
        </>
      ),
    },
  ]
  return narrow ? columns.filter(({ key }) => !inPanel.includes(key)) : columns
}
