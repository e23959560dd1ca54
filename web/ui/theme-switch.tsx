// Light, dark, or as the device says; kept in a cookie so that the server draws it right the first time.
import { Monitor, Moon, Sun } from 'lucide-react'
import { useFetcher, useLocation } from 'react-router'
import { useTranslations } from 'use-intl'
import { type Theme, themes } from '../lib/locale.ts'
import { usePage } from '../lib/page.ts'

const icons = { system: Monitor, light: Sun, dark: Moon } as const satisfies Record<Theme, unknown>

export function ThemeSwitch() {
  const t = useTranslations()
  const fetcher = useFetcher()
  const { pathname, search } = useLocation()
  const current = usePage()?.theme ?? 'system'
  return (
    <fetcher.Form method="post" action="/preferences" className="inline-flex rounded-md border border-line p-0.5 print:hidden">
      <input type="hidden" name="returnTo" value={pathname + search} />
      {themes.map((theme) => {
        const Icon = icons[theme]
        return (
          <button
            type="submit"
            key={theme}
            name="theme"
            value={theme}
            aria-label={t(`shell.theme.${theme}`)}
            title={t(`shell.theme.${theme}`)}
            aria-pressed={theme === current}
            className="grid size-8 place-items-center rounded-sm text-ink-soft hover:text-ink aria-pressed:bg-hover aria-pressed:text-ink max-md:size-10"
          >
            <Icon size={16} aria-hidden />
          </button>
        )
      })}
    </fetcher.Form>
  )
}
