// Every row that stays out, with file, line, column and the reason in words; and all of them as a file.
import { Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Import, RefusedRow } from '#domain/intake/intake.api.ts'
import { useHere } from '../../lib/here.ts'
import type { Column } from '../../ui/column.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { type ListPage, ListTable } from '../../ui/list-table.tsx'

export function RefusedRows({ of: { id }, page }: { of: Import; page: ListPage<RefusedRow> }) {
  const t = useTranslations('imports')
  const { slug } = useHere()
  const reason = useReason()
  const columns: Column<RefusedRow>[] = [
    { key: 'file', label: t('file'), always: true, wraps: false, cell: ({ file }) => <bdi dir="ltr">{file}</bdi> },
    { key: 'line', label: t('line'), numeric: true, cell: ({ line }) => (line > 0 ? line : '–') },
    { key: 'column', label: t('column'), cell: ({ column }) => (column ? <bdi dir="ltr">{column}</bdi> : '–') },
    { key: 'reason', label: t('reason'), wraps: true, cell: (row) => reason(row) },
    {
      key: 'code',
      label: t('code'),
      extra: true,
      cell: ({ code }) => (
        <code dir="ltr" className="font-mono text-fine">
          {code}
        </code>
      ),
    },
  ]
  return (
    <>
      <div className="mb-3">
        <ButtonLink to={`/v1/imports/${id}/refusals.csv?organisation=${slug}`} reloadDocument icon={Download} size="small">
          {t('downloadRefused')}
        </ButtonLink>
      </div>
      <ListTable
        caption={t('refusedRows')}
        what={(count) => t('refusedWhat', { count })}
        page={page}
        columns={columns}
        nameOf={({ file, line }) => `${file} ${line}`}
        empty={<p className="px-4 py-8 text-center text-ink-soft">{t('noneRefused')}</p>}
      />
    </>
  )
}

/** What was seen first, then what was expected. */
const inOrder = [
  'seen',
  'found',
  'expected',
  'known',
  'formats',
  'min',
  'max',
  'most',
  'count',
  'names',
  'roles',
  'otherLine',
  'toLine',
  'encoding',
] as const

/** The sentence, then what was seen and what was expected, as far as the refusal says. */
function useReason() {
  const t = useTranslations('rows')
  const format = useFormatter()
  const said = (value: unknown) => (Array.isArray(value) ? format.list(value.map(String)) : String(value))
  return ({ code, values }: RefusedRow) => {
    const sentence = `refused.${code}` as 'refused.empty_value'
    const details = inOrder.flatMap((name) => {
      if (values[name] === undefined) return []
      const key = `detail.${name}` as const
      const filled = Object.fromEntries(Object.entries(values).map(([each, value]) => [each, said(value)]))
      return [t(key, filled as never)]
    })
    return (
      <>
        {t.has(sentence) ? t(sentence) : code}
        {details.length > 0 && (
          <span className="block text-fine text-ink-soft">
            <bdi>{details.join('; ')}</bdi>
          </span>
        )}
      </>
    )
  }
}
