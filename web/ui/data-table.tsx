// A table for work: sorted and filtered by address, selected in bulk, driven by keys, its detail beside it. Works as links and forms without JavaScript.
import { type ReactNode, useId, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { BulkBar } from './bulk-bar.tsx'
import type { Column } from './column.ts'
import { ColumnChoice, useShownColumns } from './column-choice.tsx'
import { TableHead } from './data-table-head.tsx'
import { TableRow } from './data-table-row.tsx'
import { type Filter, FilterBar } from './filter-bar.tsx'
import { Pagination } from './pagination.tsx'
import { bodyLook, frameLook, spoken, tableLook } from './table-look.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useSelection } from './use-selection.ts'
import { useWindow } from './use-window.ts'

export type DataTableProps<Row> = {
  /** What the table holds; heard, and the name of its scrolling region. */
  caption: string
  /** The count and the noun, for the sentence above: "132 enrolments". */
  what: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  idOf: (row: Row) => string
  /** What a row is called, for its checkbox. */
  nameOf: (row: Row) => string
  /** Where a row leads, from its first cell: `changed(search, { open: id })` for the side panel, or a page of its own. */
  to?: (row: Row) => string
  filters?: readonly Filter[]
  /** What the list can be sorted by, as its contract says; columns of these keys are. */
  sorts?: readonly string[]
  total?: number | undefined
  next?: string | undefined
  /** Buttons for the selected rows, sent as `selected` with the button's name and value to this screen's action. */
  bulk?: ReactNode
  empty: ReactNode
  /** A `SidePanel`, while a row is open. */
  panel?: ReactNode
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { what, columns, rows, filters = [], total, next, panel, empty } = props
  const shown = useShownColumns(columns)
  return (
    <div className={panel ? 'grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_26rem]' : ''}>
      <div className="min-w-0">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <FilterBar what={what} filters={filters} />
          <ColumnChoice columns={columns} shown={shown} />
        </div>
        {rows.length === 0 ? (
          <div className="rounded-lg border border-line bg-surface">{empty}</div>
        ) : (
          <Grid {...props} shown={shown} />
        )}
        {rows.length > 0 && <Pagination shown={rows.length} total={total} next={next} />}
      </div>
      {panel}
    </div>
  )
}

function Grid<Row>(props: DataTableProps<Row> & { shown: readonly Column<Row>[] }) {
  const { caption, rows, idOf, nameOf, to, bulk, shown, panel, sorts = [] } = props
  const t = useTranslations()
  const form = useId()
  const scroller = useRef<HTMLElement>(null)
  const [search] = useSearchParams()
  const selection = useSelection(rows.map(idOf))
  const onKeyDown = useRowKeys(bulk ? selection.toggle : undefined)
  const { from, to: end, above, below } = useWindow(rows.length, scroller)
  const partly = above + below > 0
  return (
    <>
      <section
        ref={scroller}
        aria-label={caption}
        aria-description={t('ui.table.keys')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
        className={`${frameLook(Boolean(panel))} scroll-pt-10 max-h-[max(26rem,calc(100dvh-15rem))] overflow-auto has-[table:not([data-even])]:max-sm:max-h-none print:max-h-none print:overflow-visible print:border-0`}
      >
        <table {...spoken.table} data-even={partly || undefined} className={tableLook}>
          <caption className="heard">{caption}</caption>
          <TableHead columns={shown} sorts={sorts} selection={bulk ? selection : undefined} count={rows.length} />
          <tbody {...spoken.rows} className={bodyLook}>
            {above > 0 && <Spacer height={above} />}
            {rows.slice(from, end).map((row) => (
              <TableRow
                key={idOf(row)}
                id={idOf(row)}
                name={nameOf(row)}
                cells={shown.map((column) => ({ ...column, content: column.cell(row) }))}
                to={to?.(row)}
                open={search.get('open') === idOf(row)}
                even={partly}
                {...(bulk ? { form, selected: selection.ids.has(idOf(row)), onToggle: selection.toggle } : {})}
              />
            ))}
            {below > 0 && <Spacer height={below} />}
          </tbody>
        </table>
      </section>
      {bulk && <BulkBar form={form} count={selection.ids.size} onClear={selection.clear} actions={bulk} />}
    </>
  )
}

const Spacer = ({ height }: { height: number }) => (
  <tr aria-hidden>
    <td height={height} />
  </tr>
)
