// Which language, writing direction, theme and time zone a reader gets: first their own choice (a cookie), then what the browser asks for.
import { readCookie } from './cookie.ts'

/** The languages of the interface, in the order in which the switch offers them. */
export const locales = {
  en: { name: 'English', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
} as const satisfies Record<string, { name: string; dir: 'ltr' | 'rtl' }>

export type Locale = keyof typeof locales

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const isLocale = (tag: string | undefined): tag is Locale => tag !== undefined && Object.hasOwn(locales, tag)

/** The server asks this once a request, before it builds `Services`. */
export function localeOf(request: Request): Locale {
  const chosen = readCookie(request.headers.get('cookie'), 'locale')
  return isLocale(chosen) ? chosen : (wanted(request.headers.get('accept-language')).find(isLocale) ?? 'en')
}

export function themeOf(request: Request): Theme {
  const chosen = readCookie(request.headers.get('cookie'), 'theme')
  return themes.find((theme) => theme === chosen) ?? 'system'
}

/** An IANA zone. Server and browser draw the same times because both read this one answer. */
export function timeZoneOf(request: Request): string {
  const told = readCookie(request.headers.get('cookie'), 'zone')
  return told && isTimeZone(told) ? told : 'UTC'
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Primary languages of an Accept-Language header, most wanted first (RFC 9110, 12.5.4). */
const wanted = (header: string | null): string[] =>
  (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const weight = Number(rest.map((piece) => /^\s*q=([\d.]+)/.exec(piece)?.[1]).find(Boolean) ?? 1)
      return { language: tag.split('-')[0]?.toLowerCase() ?? '', weight }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language)
