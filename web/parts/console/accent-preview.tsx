// A colour as it will be used, on light and on dark, with how well it can be read. Follows the choice as it is made.
import { useTranslations } from 'use-intl'
import { type Accent, accentFor, contrast } from '../../ui/accent-for.ts'
import { Accented } from '../../ui/accented.tsx'
import { useNumber } from '../../ui/number-text.tsx'

const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

export function AccentPreview({ accent }: { accent: string }) {
  const t = useTranslations('settings.contrast')
  return (
    <figure>
      <figcaption className="font-semibold">{t('title')}</figcaption>
      <Accented accent={accent}>
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          {themes.map((theme) => (
            <Sample key={theme} theme={theme} chosen={accent} />
          ))}
        </div>
      </Accented>
    </figure>
  )
}

function Sample({ theme, chosen }: { theme: Theme; chosen: string }) {
  const t = useTranslations('settings.contrast')
  const number = useNumber()
  const accent = accentFor(chosen)[theme]
  return (
    <div data-theme={theme} className="rounded-lg border border-line bg-surface p-4 text-ink">
      <p className="text-fine text-ink-soft">{t(theme)}</p>
      <p className="mt-3 flex flex-wrap items-center gap-3">
        <span className="rounded-md bg-accent px-3.5 py-2 font-semibold text-on-accent">{t('button')}</span>
        <span className="text-accent-ink underline underline-offset-3">{t('link')}</span>
      </p>
      <p className="mt-3 rounded-md bg-accent-soft px-3 py-1.5 text-accent-ink">{t('note')}</p>
      <p className="mt-3 text-fine">
        {t(changeOf(theme, accent, chosen))} {t('ratio', { ratio: number(contrast(accent.on, accent.fill), 'plain', 1) })}
      </p>
    </div>
  )
}

const changeOf = (theme: Theme, { fill }: Accent, chosen: string) =>
  fill.toLowerCase() === chosen.toLowerCase() ? 'asChosen' : theme === 'light' ? 'darker' : 'lighter'
