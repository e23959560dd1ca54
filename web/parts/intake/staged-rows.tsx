// Rows as they were understood: one column a field, what each would do to what is stored, and the place they were read in.
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { effects, type StagedRow } from '#domain/intake/intake.api.ts'
import { changed } from '../../lib/address.ts'
import { useHere } from '../../lib/here.ts'
import type { Column } from '../../ui/column.ts'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { type ListPage, ListTable } from '../../ui/list-table.tsx'
import { StateIcon } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { FactKindName } from './import-facts.ts'
import { Place } from './place.tsx'
import { StagedValue } from './staged-value.tsx'

/** The fields of each kind, the telling ones first. */
const fields = {
  learner: ['key', 'name', 'email'],
  offering: ['key', 'title', 'course', 'courseTitle', 'startsOn', 'endsOn'],
  line_item: ['offering', 'key', 'title', 'category', 'weight', 'maximum', 'dueOn'],
  enrolment: ['learner', 'status', 'offering', 'startsOn', 'endsOn'],
  result: ['learner', 'lineItem', 'score', 'offering', 'submittedOn', 'carriedOver'],
  outcome: ['learner', 'value', 'offering', 'says', 'on'],
} as const satisfies Record<FactKindName, readonly string[]>

type Props = { kind: FactKindName; page: ListPage<StagedRow> }

export function StagedRows({ kind, page }: Props) {
  const t = useTranslations()
  return (
    <ListTable
      caption={t('imports.rowsOf', { kind: t(`records.kinds.${kind}`) })}
      what={(count) => t(`records.kind.${kind}`, { count })}
      page={page}
      columns={useColumns(kind)}
      nameOf={({ file, line }) => t('decision.line', { file, line })}
      filters={[
        {
          key: 'effect',
          label: t('imports.effectOf'),
          options: effects.map((value) => ({ value, label: t(`imports.effect.${value}`) })),
        },
        ...(aboutEnrolments.includes(kind)
          ? [{ key: 'settled', label: t('imports.credential'), options: [{ value: 'yes', label: t('state.issued') }] }]
          : []),
      ]}
      empty={<NoneOfThese />}
    />
  )
}

const aboutEnrolments: readonly FactKindName[] = ['result', 'outcome', 'enrolment']

function NoneOfThese() {
  const t = useTranslations()
  const [search] = useSearchParams()
  return (
    <div className="px-4 py-8 text-center text-ink-soft">
      <p className="mb-3">{t('imports.noneOfThese')}</p>
      <ButtonLink to={changed(search, { effect: undefined, settled: undefined })} size="small">
        {t('ui.table.clearFilters')}
      </ButtonLink>
    </div>
  )
}

/** What a row would do stands among the fields that tell it. */
const telling: Readonly<Record<FactKindName, number>> = {
  learner: 3,
  offering: 2,
  line_item: 3,
  enrolment: 2,
  result: 3,
  outcome: 2,
}

function useColumns(kind: FactKindName): Column<StagedRow>[] {
  const t = useTranslations()
  const columns = fields[kind].map(
    (field, at): Column<StagedRow> => ({
      key: field,
      label: t(`records.field.${field}`),
      always: at === 0,
      extra: field === 'carriedOver',
      wraps: running.includes(field),
      numeric: numbers.includes(field),
      cell: (row) => <StagedValue field={field} row={row} />,
    }),
  )
  return [
    ...columns.slice(0, telling[kind]),
    { key: 'effect', label: t('imports.effectOf'), cell: (row) => <Effect row={row} /> },
    ...columns.slice(telling[kind]),
    {
      key: 'place',
      label: t('imports.place'),
      wraps: true,
      cell: ({ file, line }) => (
        <span className="text-ink-soft">
          <Place file={file} line={line} />
        </span>
      ),
    },
  ]
}

const running: readonly string[] = ['title', 'courseTitle', 'lineItem']
const numbers: readonly string[] = ['score', 'weight', 'maximum']

/** And whether somebody holds a credential that the change is about. */
function Effect({ row: { effect, enrolment } }: { row: StagedRow }) {
  const t = useTranslations('imports')
  const { base } = useHere()
  return (
    <>
      <Tag>{t(`effect.${effect}`)}</Tag>
      {effect !== 'unchanged' && enrolment?.settled && (
        <span className="mt-1 flex max-w-44 items-start gap-1.5 text-fine">
          <span className="mt-0.5">
            <StateIcon state="warned" size={14} />
          </span>
          <Link to={`${base}/enrolments/${enrolment.id}`}>{t('wasIssued')}</Link>
        </span>
      )}
    </>
  )
}
