// A small table to read: no filters, no keys, no pages. What is worked with all day is a `DataTable`.
import type { Column } from './column.ts'

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
      className="relative overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full border-separate border-spacing-0 text-start leading-5">
        <caption className="heard">{caption}</caption>
        <thead className="text-fine text-ink-soft">
          <tr>
            {columns.map(({ key, label, numeric }) => (
              <th
                key={key}
                scope="col"
                className={`h-9 border-b border-line px-3 font-semibold whitespace-nowrap first:ps-4 last:pe-4 ${numeric ? 'text-end' : 'text-start'}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={idOf(row)} id={anchored ? idOf(row) : undefined} className="group/row scroll-mt-16 target:bg-accent-soft">
              {columns.map(({ key, numeric, wraps, cell }, at) => (
                <td
                  key={key}
                  className={`border-b border-line px-3 py-2 align-middle first:ps-4 last:pe-4 group-last/row:border-b-0 ${numeric ? 'figures text-end' : ''} ${(wraps ?? at === 0) ? 'min-w-44' : 'whitespace-nowrap'}`}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
