// The lines of a release: everybody, the verdict and why; held, excluded and readmitted in bulk or one by one.
import { CirclePause, CircleSlash, RotateCcw, UsersRound } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Release } from '#domain/issuing/issuing.api.ts'
import { changed } from '../../lib/address.ts'
import { useHere } from '../../lib/here.ts'
import type { Problem } from '../../lib/problem.ts'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { inputLook } from '../../ui/field.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { EvidenceRow } from '../intake/evidence-rows.ts'
import { learnerName } from '../intake/learner-name.tsx'
import type { Line } from './line-failure.tsx'
import { LinePanel } from './line-panel.tsx'
import { RefusedCallout } from './refused-callout.tsx'
import { useLineColumns } from './release-line-columns.tsx'

type Props = {
  release: Release
  page: { items: Line[]; next?: string | undefined }
  open: Line | undefined
  rows: readonly EvidenceRow[] | undefined
  /** The answer to the last act, and whether it was sent from the panel. */
  answer: { problem: Problem; reason?: string | undefined; fromPanel?: boolean | undefined } | undefined
}

export function ReleaseLines({ release, page, open, rows, answer }: Props) {
  const t = useTranslations('releases')
  const { may } = useHere()
  const [search] = useSearchParams()
  const refused = answer?.fromPanel ? undefined : answer?.problem
  const mayChange = release.state === 'prepared' && may('release:prepare')
  return (
    <div>
      <h2 className="heard">{t('lines')}</h2>
      <Refused problem={refused} />
      <ListTable
        caption={t('lines')}
        what={(count) => t('linesWhat', { count })}
        page={{ ...page, total: totalOf(release, search) }}
        search={t('search')}
        columns={useLineColumns(release, open !== undefined)}
        nameOf={({ learner }) => learnerName(learner)}
        to={({ id }) => changed(search, { open: id })}
        bulk={mayChange && <Bulk reason={answer?.reason} wrong={refused?.type === 'misfit'} />}
        empty={<Nobody />}
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

function Refused({ problem }: { problem: Problem | undefined }) {
  const t = useTranslations('releases')
  if (problem?.type !== 'misfit') return <RefusedCallout problem={problem} />
  return (
    <div role="alert" className="mb-4">
      <Callout tone="failed" title={t('reasonNeeded')} />
    </div>
  )
}

function Nobody() {
  const t = useTranslations('releases')
  const [search] = useSearchParams()
  return (
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
      <label className="flex items-center gap-2">
        {t('reason')}
        <input
          name="reason"
          defaultValue={reason ?? ''}
          minLength={3}
          maxLength={2000}
          autoComplete="off"
          aria-invalid={wrong || undefined}
          className={`${inputLook} w-64 min-w-0`}
        />
      </label>
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
