// Which columns a table shows; kept in the address, so that a link shows what you see.
import { Columns3 } from 'lucide-react'
import { Form, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { buttonLook } from './button-look.ts'
import { Checkbox } from './checkbox.tsx'
import type { Column } from './column.ts'
import { KeepSearch } from './keep-search.tsx'
import { Popout } from './popout.tsx'
import { SubmitButton } from './submit-button.tsx'

export function ColumnChoice<Row>({ columns, shown }: { columns: readonly Column<Row>[]; shown: readonly Column<Row>[] }) {
  const t = useTranslations()
  return (
    <Popout
      align="end"
      className={buttonLook('plain', 'small')}
      summary={
        <>
          <Columns3 size={15} aria-hidden />
          {t('ui.table.columns')}
        </>
      }
    >
      <Form method="get" preventScrollReset className="grid gap-1">
        <KeepSearch except={['columns']} />
        {columns
          .filter(({ always }) => !always)
          .map((column) => (
            <Checkbox
              key={column.key}
              name="columns"
              value={column.key}
              label={column.label}
              defaultChecked={shown.includes(column)}
            />
          ))}
        <div className="mt-2">
          <SubmitButton size="small">{t('ui.table.apply')}</SubmitButton>
        </div>
      </Form>
    </Popout>
  )
}

/** The chosen columns, or all that are not left out by default. Those marked `always` stay. */
export function useShownColumns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const [search] = useSearchParams()
  const chosen = search.getAll('columns')
  return columns.filter(({ key, always, extra }) => always || (chosen.length > 0 ? chosen.includes(key) : !extra))
}
