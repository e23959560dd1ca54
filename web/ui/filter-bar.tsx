// What a list shows, said as a sentence: "Showing 132 enrolments where State is Ready and Offering is BBB 2013J".
import { ListFilter, X } from 'lucide-react'
import { Form, Link as RouterLink, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { changed } from '../lib/address.ts'
import { buttonLook } from './button-look.ts'
import { KeepSearch } from './keep-search.tsx'
import { Popout } from './popout.tsx'
import type { Option } from './select.tsx'
import { Select } from './select.tsx'
import { SubmitButton } from './submit-button.tsx'

export type Filter = Readonly<{ key: string; label: string; options: readonly Option[] }>

/** `what` says the count and the noun: "132 enrolments". */
export function FilterBar({ what, filters }: { what: string; filters: readonly Filter[] }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  const active = filters.flatMap((filter) => {
    const value = search.get(filter.key)
    return value ? [{ ...filter, value: filter.options.find((option) => option.value === value)?.label ?? value }] : []
  })
  return (
    <div className="flex flex-wrap items-center gap-x-1.5 gap-y-2 text-fine">
      <span>
        {t('ui.table.showing')} <strong className="figures">{what}</strong>
      </span>
      {active.map(({ key, label, value }, at) => (
        <span key={key} className="inline-flex items-center gap-1.5">
          <span className="text-ink-soft">{at === 0 ? t('ui.table.where') : t('ui.table.and')}</span>
          <Chip to={changed(search, { [key]: undefined })} label={label} value={value} />
        </span>
      ))}
      {active.length > 1 && (
        <RouterLink
          to={changed(search, Object.fromEntries(active.map(({ key }) => [key, undefined])))}
          preventScrollReset
          className="rounded-sm px-1.5 py-1 text-ink-soft underline underline-offset-3 hover:text-ink"
        >
          {t('ui.table.clearFilters')}
        </RouterLink>
      )}
      {filters.length > 0 && <AddFilter filters={filters} />}
    </div>
  )
}

function Chip({ to, label, value }: { to: string; label: string; value: string }) {
  const t = useTranslations()
  return (
    <span className="inline-flex min-h-7 items-center rounded-full border border-line-strong/60 bg-surface ps-2.5">
      <span>
        {label} <span className="text-ink-soft">{t('ui.table.is')}</span> <strong>{value}</strong>
      </span>
      <RouterLink
        to={to}
        preventScrollReset
        aria-label={t('ui.table.removeFilter', { name: label, value })}
        className="grid size-7 place-items-center rounded-full text-ink-soft hover:bg-hover hover:text-ink"
      >
        <X size={14} aria-hidden />
      </RouterLink>
    </span>
  )
}

function AddFilter({ filters }: { filters: readonly Filter[] }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  return (
    <Popout
      className={buttonLook('plain', 'small')}
      summary={
        <>
          <ListFilter size={15} aria-hidden />
          {t('ui.table.addFilter')}
        </>
      }
    >
      <Form method="get" preventScrollReset className="grid w-56 gap-3">
        <KeepSearch except={['after', ...filters.map(({ key }) => key)]} />
        {filters.map(({ key, label, options }) => (
          <Select
            key={`${key}=${search.get(key)}`}
            name={key}
            label={label}
            options={options}
            placeholder="–"
            defaultValue={search.get(key) ?? ''}
          />
        ))}
        <SubmitButton size="small">{t('ui.table.apply')}</SubmitButton>
      </Form>
    </Popout>
  )
}
