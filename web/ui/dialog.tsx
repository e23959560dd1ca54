// Something to deal with before going on. Opened by address (`?confirm=revoke`), so without JavaScript it is part of the page.
import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl'
import { IconButton } from './icon-button.tsx'

type Props = {
  title: ReactNode
  /** The address without the dialog: where closing leads. */
  closeTo: string
  children: ReactNode
  width?: 'narrow' | 'wide'
}

const widths = { narrow: 'max-w-lg', wide: 'max-w-3xl' }

/** Render it while it is open. The browser keeps the focus inside, closes on Esc and puts the focus back. */
export function Dialog({ title, closeTo, children, width = 'narrow' }: Props) {
  const t = useTranslations()
  const id = useId()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  // before it is taken away: only then can the browser put the focus back
  useLayoutEffect(() => {
    const element = dialog.current
    element?.close()
    element?.showModal()
    return () => element?.close()
  }, [])
  const close = () => navigate(closeTo, { replace: true, preventScrollReset: true })
  return (
    <dialog
      ref={dialog}
      open
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      className={`arrive static m-auto mb-8 w-full rounded-lg border border-line bg-raised p-0 text-body shadow-high backdrop:bg-scrim modal:fixed modal:w-[calc(100%-2rem)] modal:mb-auto ${widths[width]}`}
    >
      <div className="flex items-start justify-between gap-4 ps-5 pe-3 pt-3">
        <h2 id={id} className="pt-1.5 text-lead font-bold">
          {title}
        </h2>
        <IconButton icon={X} label={t('common.close')} onClick={close} className="no-script:hidden" />
      </div>
      <div className="px-5 pt-2 pb-5">{children}</div>
    </dialog>
  )
}
