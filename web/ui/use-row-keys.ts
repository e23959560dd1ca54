// j and k move through the rows, x selects, Enter opens. Only while the focus is in the table, so that no key surprises anyone (WCAG 2.1.4).
import type { KeyboardEvent } from 'react'

export function useRowKeys(toggle: ((id: string) => void) | undefined) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return
    const row = target.closest<HTMLElement>('tr[data-row]')
    const act = acts[event.key]
    if (act?.(event.currentTarget, row, target, toggle)) event.preventDefault()
  }
}

type Act = (
  table: HTMLElement,
  row: HTMLElement | null,
  target: HTMLElement,
  toggle: ((id: string) => void) | undefined,
) => boolean

const acts: Readonly<Record<string, Act>> = {
  j: (table, row) => focus(row ? row.nextElementSibling : table.querySelector('tr[data-row]')),
  k: (_table, row) => focus(row?.previousElementSibling),
  x: (_table, row, _target, toggle) => {
    if (!row?.dataset.row || !toggle) return false
    toggle(row.dataset.row)
    return true
  },
  Enter: (_table, row, target) => {
    if (target !== row) return false
    row.querySelector<HTMLElement>('a[href]')?.click()
    return true
  },
}

const isTyping = (target: HTMLElement) => target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')

function focus(row: Element | null | undefined): boolean {
  if (!(row instanceof HTMLElement) || row.dataset.row === undefined) return false
  row.focus()
  return true
}
