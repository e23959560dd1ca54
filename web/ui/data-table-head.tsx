// The head of a table: stays in sight, sorts by links, selects all.
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { Link as RouterLink, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { changed, sortOf } from '../lib/address.ts'
import { Checkbox } from './checkbox.tsx'
import type { Column } from './column.ts'
import { spoken } from './table-look.ts'
import type { Selection } from './use-selection.ts'

type Props<Row> = { columns: readonly Column<Row>[]; sorts: readonly string[]; selection: Selection | undefined; count: number }

export function TableHead<Row>({ columns, sorts, selection, count }: Props<Row>) {
  const t = useTranslations()
  const sortable = (column: Column<Row>) => column.sortable ?? sorts.includes(column.key)
  const inSight = selection !== undefined || columns.some(sortable)
  return (
    <thead {...spoken.rows} className={`text-fine ${inSight ? 'card:block' : 'card:heard'}`}>
      <tr
        {...spoken.row}
        className="card:flex card:flex-wrap card:items-center card:gap-x-3 card:border-b card:border-line card:px-4 card:py-2"
      >
        {selection && (
          <th {...spoken.heading} scope="col" className={`${headLook} w-10 ps-4 pe-0 text-start no-script:hidden ${inBar}`}>
            <Checkbox
              label={
                <>
                  <span className="heard">{t('ui.table.selectAll')}</span>
                  <span aria-hidden className="hidden card:inline">
                    {t('ui.table.selectAll')}
                  </span>
                </>
              }
              checked={selection.ids.size === count}
              some={selection.ids.size > 0 && selection.ids.size < count}
              onChange={selection.toggleAll}
            />
          </th>
        )}
        {selection && <td {...spoken.cell} className={`${headLook} hidden w-10 no-script:table-cell card:no-script:hidden`} />}
        {columns.map((column) => (
          <Heading key={column.key} column={column} sortable={sortable(column)} />
        ))}
      </tr>
    </thead>
  )
}

const headLook = 'sticky top-0 z-10 border-b border-line bg-surface px-3 first:ps-4 last:pe-4 h-9 font-semibold text-ink-soft'

/** Above cards, only what can be pressed is seen; the rest is heard. */
const inBar = 'card:static card:block card:h-auto card:w-auto card:border-0 card:p-0!'

function Heading<Row>({ column: { key, label, numeric, sortedBy }, sortable }: { column: Column<Row>; sortable: boolean }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  const sort = sortOf(search)
  const direction = sort?.key === key ? sort.direction : undefined
  const Arrow = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ChevronsUpDown
  return (
    <th
      {...spoken.heading}
      scope="col"
      aria-sort={direction}
      className={`${headLook} ${numeric ? 'text-end' : 'text-start whitespace-nowrap'} ${sortable ? inBar : 'card:heard'}`}
    >
      {sortable ? (
        <RouterLink
          to={changed(search, { sort: direction === 'ascending' ? `-${key}` : direction === 'descending' ? undefined : key })}
          preventScrollReset
          className={`group/sort -mx-1.5 inline-flex min-h-7 items-center gap-1 card:min-h-11 rounded-sm px-1.5 hover:text-ink ${direction ? 'text-ink' : ''} ${numeric ? 'flex-row-reverse' : ''}`}
        >
          {label}
          {sortedBy && <span className="font-normal">{sortedBy}</span>}
          <Arrow size={14} aria-hidden className={direction ? '' : 'opacity-40 group-hover/sort:opacity-100'} />
          {direction && <span className="heard">{t(`ui.table.${direction}`)}</span>}
        </RouterLink>
      ) : (
        label
      )}
    </th>
  )
}
