// The columns of a release's lines: what was decided stands right after the name, so that it is in sight however long the rest is.
import { useTranslations } from 'use-intl'
import type { Release } from '#domain/issuing/issuing.api.ts'
import type { Column } from '../../ui/column.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { LearnerName } from '../intake/learner-name.tsx'
import { Failure, type Line } from './line-failure.tsx'
import { useDecisionText } from './use-decision-text.ts'

const inPanel: readonly string[] = ['verdict', 'why', 'microCredential', 'offering']

/** `narrow`: while a line is open, its panel says the rest. */
export function useLineColumns({ microCredentials }: Pick<Release, 'microCredentials'>, narrow: boolean): Column<Line>[] {
  const t = useTranslations('records')
  const columns: Column<Line>[] = [
    { key: 'learner', label: t('learner'), always: true, wraps: false, cell: ({ learner }) => <LearnerName learner={learner} /> },
    { key: 'verdict', label: t('verdict'), cell: ({ decision }) => <StateTag state={decision.verdict} bare /> },
    { key: 'state', label: t('state'), cell: ({ state }) => <StateTag state={state} /> },
    { key: 'why', label: t('why'), wraps: true, cell: (line) => <Why line={line} /> },
    { key: 'offering', label: t('offering'), cell: ({ offering }) => <bdi>{offering.key}</bdi> },
    {
      key: 'microCredential',
      label: t('microCredential'),
      extra: microCredentials.length === 1,
      cell: ({ microCredential }) => <bdi title={microCredential.title}>{microCredential.key}</bdi>,
    },
  ]
  return narrow ? columns.filter(({ key }) => !inPanel.includes(key)) : columns
}

function Why({ line: { decision, reason, failure } }: { line: Line }) {
  const text = useDecisionText()
  return (
    <>
      <span className="block">{text(decision)}</span>
      {(reason || failure) && (
        <span className="block text-fine text-ink-soft">{failure ? <Failure code={failure.code} /> : <bdi>{reason}</bdi>}</span>
      )}
    </>
  )
}
