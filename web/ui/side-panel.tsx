// The detail of a row, beside its list, which stays. On a phone it lies over it.
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { Link as RouterLink, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { changed } from '../lib/address.ts'

export function SidePanel({ title, children }: { title: ReactNode; children: ReactNode }) {
  const t = useTranslations()
  const id = useId()
  const [search] = useSearchParams()
  return (
    <aside
      aria-labelledby={id}
      className="arrive max-lg:fixed max-lg:inset-0 max-lg:z-40 max-lg:overflow-y-auto bg-surface lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:rounded-lg lg:border lg:border-line"
    >
      <div className="sticky top-0 flex items-start justify-between gap-3 border-b border-line bg-surface py-2 ps-4 pe-2">
        <h2 id={id} className="pt-1.5 font-bold">
          {title}
        </h2>
        <RouterLink
          to={changed(search, { open: undefined })}
          preventScrollReset
          aria-label={t('ui.table.closePanel')}
          className="grid size-9 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-hover hover:text-ink max-md:size-11"
        >
          <X size={18} aria-hidden />
        </RouterLink>
      </div>
      <div className="p-4">{children}</div>
    </aside>
  )
}
