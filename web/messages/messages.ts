// Where messages come from: the server holds every language, a browser fetches only its own.
import type { Locale } from '../lib/locale.ts'
import type en from './en.ts'

export type Catalogue = typeof en

declare module 'use-intl' {
  interface AppConfig {
    Messages: Catalogue
  }
}

const catalogues: Record<Locale, () => Promise<{ default: Catalogue }>> = {
  en: () => import('./en.ts'),
  ar: () => import('./ar.ts'),
}

export const messagesIn = async (locale: Locale): Promise<Catalogue> => (await catalogues[locale]()).default
