// Puts a page into a language: messages, numbers, dates, and the direction of menus and sliders.
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { IntlProvider } from 'use-intl'
import type { Catalogue } from '../messages/messages.ts'
import type { Locale } from './locale.ts'

export function Speaking({ locale, messages, children }: { locale: Locale; messages: Catalogue; children: ReactNode }) {
  return (
    <I18nProvider locale={intlLocale[locale]}>
      <IntlProvider locale={intlLocale[locale]} messages={messages} timeZone="UTC">
        {children}
      </IntlProvider>
    </I18nProvider>
  )
}

/** Formatting follows a region where the bare language is ambiguous: British order of dates; Western digits, as on the credentials. */
export const intlLocale: Record<Locale, string> = { en: 'en-GB', ar: 'ar-u-nu-latn' }
