// What can be done with the selected rows, with their count. Without JavaScript it is always there.
import { type ReactNode, useEffect, useRef } from 'react'
import { Form, useActionData, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'

type Props = { form: string; count: number; onClear: () => void; actions: ReactNode }

export function BulkBar({ form, count, onClear, actions }: Props) {
  const t = useTranslations()
  const onSubmit = useClearingWhenDone(onClear)
  return (
    <Form
      id={form}
      onSubmit={onSubmit}
      method="post"
      preventScrollReset
      className={`arrive sticky bottom-4 z-20 mx-auto mt-3 flex w-max max-w-full flex-wrap items-center gap-2 rounded-lg border border-line bg-raised p-2 ps-4 shadow-high print:hidden ${count === 0 ? 'script:hidden' : ''}`}
    >
      <span role="status" className="figures pe-2 font-semibold no-script:hidden">
        {t('ui.table.selected', { count })}
      </span>
      {actions}
      <Button tone="plain" size="small" onClick={onClear} className="no-script:hidden">
        {t('ui.table.clear')}
      </Button>
    </Form>
  )
}

/** Done with these rows: they are let go. Refused (the action has answered something): they stay selected. */
function useClearingWhenDone(clear: () => void): () => void {
  const { key } = useLocation()
  const refused = useActionData() !== undefined
  const sent = useRef(false)
  const latest = useRef({ clear, refused })
  useEffect(() => {
    latest.current = { clear, refused }
  })
  useEffect(() => {
    if (sent.current && key && !latest.current.refused) latest.current.clear()
    sent.current = false
  }, [key])
  return () => {
    sent.current = true
  }
}
