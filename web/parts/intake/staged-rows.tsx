// Rows as they were understood: one column a field, the place they were read in, and what they would do.
import { useSearchParams } from 'react-router'
import { useFormatter, useTranslations } from 'use-intl'
import type { StagedRow } from '#domain/intake/intake.api.ts'
import { changed } from '../../lib/address.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { FactKindName } from './import-facts.ts'
import { Place } from './place.tsx'

/** The fields of each kind, the telling ones first. */
const fields = {
  learner: ['key', 'name', 'email'],
  offering: ['key', 'title', 'course', 'courseTitle', 'startsOn', 'endsOn'],
  line_item: ['offering', 'key', 'title', 'category', 'weight', 'maximum', 'dueOn'],
  enrolment: ['learner', 'offering', 'status', 'startsOn', 'endsOn'],
  result: ['learner', 'offering', 'lineItem', 'score', 'submittedOn', 'carriedOver'],
  outcome: ['learner', 'offering', 'value', 'says', 'on'],
} as const satisfies Record<FactKindName, readonly string[]>

type Field = (typeof fields)[FactKindName][number]

type Props = { kind: FactKindName; page: { items: StagedRow[]; next?: string | undefined; total?: number | undefined } }

export function StagedRows({ kind, page: { items, next, total } }: Props) {
  const t = useTranslations()
  const [search] = useSearchParams()
  const columns: Column<StagedRow>[] = [
    ...fields[kind].map(
      (field, at): Column<StagedRow> => ({
        key: field,
        label: t(`records.field.${field}`),
        always: at === 0,
        wraps: field === 'title' || field === 'courseTitle',
        numeric: field === 'score' || field === 'weight' || field === 'maximum',
        cell: ({ fact }) => <FieldValue field={field} value={fact[field]} />,
      }),
    ),
    { key: 'effect', label: t('imports.effectOf'), cell: ({ effect }) => <Tag>{t(`imports.effect.${effect}`)}</Tag> },
    {
      key: 'place',
      label: t('imports.place'),
      cell: ({ file, line }) => (
        <span className="text-ink-soft">
          <Place file={file} line={line} />
        </span>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('imports.rowsOf', { kind: t(`records.kinds.${kind}`) })}
      what={t(`records.kind.${kind}`, { count: total ?? items.length })}
      columns={columns}
      rows={items}
      idOf={({ id }) => id}
      nameOf={({ file, line }) => t('decision.line', { file, line })}
      filters={[
        {
          key: 'effect',
          label: t('imports.effectOf'),
          options: (['new', 'changed', 'unchanged'] as const).map((value) => ({ value, label: t(`imports.effect.${value}`) })),
        },
      ]}
      total={total}
      next={next}
      empty={
        <div className="px-4 py-8 text-center text-ink-soft">
          <p className="mb-3">{t('imports.noneOfThese')}</p>
          <ButtonLink to={changed(search, { effect: undefined })} size="small">
            {t('ui.table.clearFilters')}
          </ButtonLink>
        </div>
      }
    />
  )
}

const dates: readonly Field[] = ['startsOn', 'endsOn', 'dueOn', 'submittedOn', 'on']

function FieldValue({ field, value }: { field: Field; value: unknown }) {
  const t = useTranslations()
  const format = useFormatter()
  if (value === undefined || value === null || value === '') return <span className="text-ink-soft">–</span>
  if (typeof value === 'boolean') return t(value ? 'records.yes' : 'records.no')
  if (typeof value === 'number') return format.number(value)
  if (dates.includes(field)) return <DateText at={String(value)} />
  const word = field === 'value' ? `decision.outcome.${value}` : field === 'status' ? `records.status.${value}` : ''
  return <bdi>{word && t.has(word as 'records.yes') ? t(word as 'records.yes') : String(value)}</bdi>
}
