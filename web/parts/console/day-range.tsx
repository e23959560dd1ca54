// From which day to which: a form over a list, kept in its address; whatever else the address asks for stays.
import { Form, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { changed } from '../../lib/address.ts'
import { inputLook } from '../../ui/field.tsx'
import { KeepSearch } from '../../ui/keep-search.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

const ends = ['from', 'until'] as const

export function DayRange() {
  const t = useTranslations('history.filter')
  const [search] = useSearchParams()
  return (
    <Form
      method="get"
      preventScrollReset
      aria-label={t('dates')}
      className="flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden"
    >
      <KeepSearch except={[...ends, 'after']} />
      {ends.map((end) => (
        <label key={end} className="grid gap-1 text-fine font-semibold">
          {t(end)}
          <input
            key={search.get(end)}
            type="date"
            name={end}
            defaultValue={search.get(end) ?? ''}
            className={`${inputLook} max-w-44 font-normal`}
          />
        </label>
      ))}
      <SubmitButton tone="quiet">{t('apply')}</SubmitButton>
      {ends.some((end) => search.get(end)) && (
        <ButtonLink to={changed(search, { from: undefined, until: undefined })} tone="plain" preventScrollReset>
          {t('clear')}
        </ButtonLink>
      )}
    </Form>
  )
}
