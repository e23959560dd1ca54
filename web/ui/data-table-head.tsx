// The head of a table: stays in sight, sorts by links, selects all.
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { Link as RouterLink, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { changed, sortOf } from '../lib/address.ts'
import { Checkbox } from './checkbox.tsx'
import type { Column } from './column.ts'
import type { Selection } from './use-selection.ts'

type Props<Row> = { columns: readonly Column<Row>[]; selection: Selection | undefined; count: number }

export function TableHead<Row>({ columns, selection, count }: Props<Row>) {
  const t = useTranslations()
  return (
    <thead className="text-fine">
      <tr>
        {selection && (
          <th scope="col" className={`${headLook} w-10 ps-4 pe-0 text-start no-script:hidden`}>
            <Checkbox
              labelHeard
              label={t('ui.table.selectAll')}
              checked={selection.ids.size === count}
              some={selection.ids.size > 0 && selection.ids.size < count}
              onChange={selection.toggleAll}
            />
          </th>
        )}
        {selection && <th className={`${headLook} hidden w-10 no-script:table-cell`}> </th>}
        {columns.map((column) => (
          <Heading key={column.key} column={column} />
        ))}
      </tr>
    </thead>
  )
}

const headLook =
  'sticky top-0 z-10 border-b border-line bg-surface px-3 first:ps-4 last:pe-4 h-9 font-semibold text-ink-soft whitespace-nowrap'

function Heading<Row>({ column: { key, label, numeric, sortable } }: { column: Column<Row> }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  const sort = sortOf(search)
  const direction = sort?.key === key ? sort.direction : undefined
  const Arrow = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ChevronsUpDown
  return (
    <th scope="col" aria-sort={direction} className={`${headLook} ${numeric ? 'text-end' : 'text-start'}`}>
      {sortable ? (
        <RouterLink
          to={changed(search, { sort: direction === 'ascending' ? `-${key}` : direction === 'descending' ? undefined : key })}
          preventScrollReset
          className={`group/sort -mx-1.5 inline-flex min-h-7 items-center gap-1 rounded-sm px-1.5 hover:text-ink ${direction ? 'text-ink' : ''} ${numeric ? 'flex-row-reverse' : ''}`}
        >
          {label}
          <Arrow size={14} aria-hidden className={direction ? '' : 'opacity-40 group-hover/sort:opacity-100'} />
          {direction && <span className="heard">{t(`ui.table.${direction}`)}</span>}
        </RouterLink>
      ) : (
        label
      )}
    </th>
  )
}
