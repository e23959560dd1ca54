// Changes the language of the interface; a plain form, and a full reload so that every word changes at once.
import { Languages } from 'lucide-react'
import { Form, useLocation } from 'react-router'
import { useLocale, useTranslations } from 'use-intl'
import { locales } from '../lib/locale.ts'

export function LocaleSwitch() {
  const t = useTranslations()
  const { pathname, search } = useLocation()
  const current = useLocale().split('-')[0]
  return (
    <Form method="post" action="/preferences" reloadDocument className="inline-flex items-center gap-1 print:hidden">
      <Languages size={16} aria-hidden className="text-ink-soft" />
      <input type="hidden" name="returnTo" value={pathname + search} />
      <span className="heard">{t('shell.language')}</span>
      {Object.entries(locales)
        .filter(([locale]) => locale !== current)
        .map(([locale, { name, dir }]) => (
          <button
            type="submit"
            key={locale}
            name="locale"
            value={locale}
            lang={locale}
            dir={dir}
            className="min-h-9 rounded-md px-2 text-fine text-ink-soft hover:bg-hover hover:text-ink"
          >
            {name}
          </button>
        ))}
    </Form>
  )
}
