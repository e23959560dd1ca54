// Ctrl K or ⌘K: every screen and every record by name. Type, choose with the arrows, Enter.
import { Search } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { type Found, PaletteSearch, type SearchRecords } from './palette-search.tsx'

type Props = {
  screens: readonly Found[]
  /** Finds records by what was typed; stopped when more is typed. */
  search?: SearchRecords | undefined
}

const id = 'command-palette'

/** Once a page; opened by its keys or by a `PaletteButton` anywhere. */
export function CommandPalette({ screens, search }: Props) {
  const t = useTranslations()
  const dialog = useRef<HTMLDialogElement>(null)
  useShortcut(dialog)
  const close = () => dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog closes it; by keyboard Esc does
    <dialog
      ref={dialog}
      id={id}
      aria-label={t('shell.palette.title')}
      onClick={(event) => event.target === dialog.current && close()}
      className="arrive mx-auto mt-[12dvh] w-[calc(100%-2rem)] max-w-xl overflow-hidden rounded-lg border border-line bg-raised p-0 text-body shadow-high backdrop:bg-scrim"
    >
      <PaletteSearch screens={screens} search={search} onDone={close} />
    </dialog>
  )
}

/** Without JavaScript there is none: the navigation reaches the same. */
export function PaletteButton() {
  const t = useTranslations()
  return (
    <button
      type="button"
      onClick={() => (document.getElementById(id) as HTMLDialogElement | null)?.showModal()}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex min-h-9 w-full items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-fine text-ink-soft hover:border-line-strong hover:text-ink max-md:min-h-11 no-script:hidden"
    >
      <Search size={15} aria-hidden />
      <span className="flex-1 text-start">{t('shell.palette.open')}</span>
      <kbd className="rounded-sm border border-line px-1 font-sans text-fine max-md:hidden">{t('shell.palette.shortcut')}</kbd>
    </button>
  )
}

function useShortcut(dialog: RefObject<HTMLDialogElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      if (dialog.current?.open) dialog.current.close()
      else dialog.current?.showModal()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [dialog])
}
