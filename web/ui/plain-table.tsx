// A small table to read: no filters, no keys, no pages. What is worked with all day is a `DataTable`.
import type { Column } from './column.ts'
import { bodyLook, cellLook, contentLook, frameLook, rowLook, spoken, tableLook } from './table-look.ts'

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  idOf: (row: Row) => string
  /** The rows of an anchor, so that a link can point at one. */
  anchored?: boolean
}

export function PlainTable<Row>({ caption, columns, rows, idOf, anchored }: Props<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group and not a landmark, of which a page should have few; no fieldset, for nothing is asked
    <div
      role="group"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={`${frameLook()} overflow-x-auto`}
    >
      <table {...spoken.table} className={tableLook}>
        <caption className="heard">{caption}</caption>
        <thead {...spoken.rows} className="text-fine text-ink-soft card:heard">
          <tr {...spoken.row}>
            {columns.map(({ key, label, numeric }) => (
              <th
                {...spoken.heading}
                key={key}
                scope="col"
                className={`h-9 border-b border-line px-3 py-1.5 align-bottom font-semibold first:ps-4 last:pe-4 ${numeric ? 'text-end' : 'text-start'}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...spoken.rows} className={bodyLook}>
          {rows.map((row) => (
            <tr
              {...spoken.row}
              key={idOf(row)}
              id={anchored ? idOf(row) : undefined}
              className={`${rowLook} scroll-mt-16 target:bg-accent-soft`}
            >
              {columns.map(({ key, label, cell, ...shape }, at) => (
                <td {...spoken.cell} key={key} data-label={label} className={cellLook(shape, at)}>
                  <div className={contentLook(shape, at, columns.length)}>{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
