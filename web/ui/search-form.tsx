// A search over a list, kept in its address; the filters stay.
import { Search } from 'lucide-react'
import { Form, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { inputLook } from './field.tsx'
import { KeepSearch } from './keep-search.tsx'
import { SubmitButton } from './submit-button.tsx'

/** `label` says what is searched by: "Search by learner". */
export function SearchForm({ label, name = 'search' }: { label: string; name?: string }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  const typed = search.get(name) ?? ''
  return (
    <Form method="get" role="search" preventScrollReset className="flex max-w-md items-end gap-2">
      <KeepSearch except={[name, 'after', 'open', 'confirm']} />
      <label className="flex-1">
        <span className="text-fine text-ink-soft">{label}</span>
        <span className="relative mt-0.5 block">
          <Search size={16} aria-hidden className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 text-ink-soft" />
          <input
            key={typed}
            type="search"
            name={name}
            defaultValue={typed}
            maxLength={200}
            autoComplete="off"
            dir="auto"
            className={`${inputLook} ps-9`}
          />
        </span>
      </label>
      <SubmitButton tone="quiet">{t('ui.table.search')}</SubmitButton>
    </Form>
  )
}
