// On to the next page of a list. Cursors only go forward; the browser's back button goes back, and there is a way to the start.
import { ArrowRight, ChevronsLeft } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { changed } from '../lib/address.ts'
import { ButtonLink } from './link.tsx'

export function Pagination({ shown, total, next }: { shown: number; total?: number | undefined; next?: string | undefined }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  return (
    <nav
      aria-label={t('ui.pages.label')}
      className="flex flex-wrap items-center justify-between gap-3 py-3 text-fine text-ink-soft"
    >
      <span className="figures">
        {total === undefined ? t('ui.pages.shownOnly', { shown }) : t('ui.pages.shown', { shown, total })}
      </span>
      <span className="flex gap-2">
        {search.has('after') && (
          <ButtonLink
            to={changed(search, { after: undefined })}
            size="small"
            tone="plain"
            className="[&_svg]:flips"
            icon={ChevronsLeft}
          >
            {t('ui.pages.first')}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink
            to={changed(search, { after: next })}
            size="small"
            className="flex-row-reverse [&_svg]:flips"
            icon={ArrowRight}
          >
            {t('ui.pages.next')}
          </ButtonLink>
        )}
      </span>
    </nav>
  )
}
