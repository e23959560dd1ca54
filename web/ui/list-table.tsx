// A page of a list as the API answers it, as a table: searched, filtered and sorted by its address, and counted honestly.
import { DataTable, type DataTableProps } from './data-table.tsx'
import { SearchForm } from './search-form.tsx'

type Row = Readonly<{ id: string }>

export type ListPage<One extends Row> = Readonly<{ items: readonly One[]; next?: string | undefined; total?: number | undefined }>

type Props<One extends Row> = Omit<DataTableProps<One>, 'rows' | 'idOf' | 'what' | 'total' | 'next'> & {
  page: ListPage<One>
  /** The count and the noun, for the sentence above: "132 enrolments". */
  what: (count: number) => string
  /** What is searched by, where it can be searched. */
  search?: string
}

export function ListTable<One extends Row>({ page: { items, next, total }, what, search, ...rest }: Props<One>) {
  return (
    <>
      {search && (
        <div className="mb-4">
          <SearchForm label={search} />
        </div>
      )}
      <DataTable {...rest} what={what(total ?? items.length)} rows={items} idOf={({ id }) => id} total={total} next={next} />
    </>
  )
}
