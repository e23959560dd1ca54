// One row of a table: selected by a real checkbox, opened by the link in its first cell.
import { memo, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { useTranslations } from 'use-intl'
import { Checkbox } from './checkbox.tsx'
import { cellLook, contentLook, rowLook, spoken } from './table-look.ts'

type Props = {
  id: string
  name: string
  cells: readonly { key: string; label: string; numeric?: boolean; wraps?: boolean; content: ReactNode }[]
  to: string | undefined
  open: boolean
  /** Of one height with all others, for lists that are drawn in part. */
  even: boolean
  form?: string
  selected?: boolean
  onToggle?: (id: string) => void
}

export const TableRow = memo(function TableRow({ id, name, cells, to, open, even, form, selected = false, onToggle }: Props) {
  const t = useTranslations()
  return (
    <tr
      {...spoken.row}
      data-row={id}
      tabIndex={-1}
      aria-current={open || undefined}
      className={`${rowLook} outline-none hover:bg-hover focus-visible:bg-hover focus-visible:shadow-[inset_3px_0_0_var(--accent-fill)] rtl:focus-visible:shadow-[inset_-3px_0_0_var(--accent-fill)] ${selected || open ? 'bg-accent-soft' : ''}`}
    >
      {form && (
        <td {...spoken.cell} className={boxLook}>
          <Checkbox
            labelHeard
            label={t('ui.table.selectRow', { name })}
            name="selected"
            value={id}
            form={form}
            checked={selected}
            onChange={() => onToggle?.(id)}
          />
        </td>
      )}
      {cells.map(({ key, label, content, ...shape }, at) => (
        <td
          {...spoken.cell}
          key={key}
          data-label={label}
          className={`${cellLook(shape, at)} ${at === 0 && form ? 'card:ps-9!' : ''} ${even ? 'h-10 py-0' : 'max-md:py-3'}`}
        >
          <div className={even ? 'max-w-80 truncate' : contentLook(shape, at, cells.length)}>
            {at === 0 && to ? (
              <RouterLink
                to={to}
                preventScrollReset={staysHere(to)}
                className="rounded-sm font-semibold hover:underline underline-offset-3"
              >
                {content}
              </RouterLink>
            ) : (
              content
            )}
          </div>
        </td>
      ))}
    </tr>
  )
})

const boxLook =
  'w-10 border-b border-line py-2 ps-4 align-middle group-last/row:border-b-0 card:absolute card:start-4 card:top-3 card:w-auto card:border-b-0! card:p-0'

/** A panel opens beside the row; a page of its own begins at its top. */
const staysHere = (to: string) => to.startsWith('?')
