// One row of a table: selected by a real checkbox, opened by the link in its first cell.
import { memo, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { useTranslations } from 'use-intl'
import { Checkbox } from './checkbox.tsx'

type Props = {
  id: string
  name: string
  cells: readonly { key: string; numeric?: boolean; wraps: boolean; content: ReactNode }[]
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
      data-row={id}
      tabIndex={-1}
      aria-current={open || undefined}
      className={`group/row outline-none hover:bg-hover focus-visible:bg-hover focus-visible:shadow-[inset_3px_0_0_var(--accent-fill)] rtl:focus-visible:shadow-[inset_-3px_0_0_var(--accent-fill)] ${selected || open ? 'bg-accent-soft' : ''}`}
    >
      {form && (
        <td className={`${cellLook} w-10 ps-4 pe-0`}>
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
      {cells.map(({ key, numeric, wraps, content }, at) => (
        <td
          key={key}
          className={`${cellLook} ${numeric ? 'figures text-end' : ''} ${wraps ? 'min-w-44' : 'whitespace-nowrap'} ${even ? 'h-10 max-w-80 truncate py-0' : ''}`}
        >
          {at === 0 && to ? (
            <RouterLink to={to} preventScrollReset className="rounded-sm font-semibold hover:underline underline-offset-3">
              {content}
            </RouterLink>
          ) : (
            content
          )}
        </td>
      ))}
    </tr>
  )
})

const cellLook = 'border-b border-line px-3 py-2 max-md:py-3 first:ps-4 last:pe-4 align-middle group-last/row:border-b-0'
