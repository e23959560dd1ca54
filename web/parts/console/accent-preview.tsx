// A colour as it will be used, on light and on dark, with how well it can be read. Follows the choice as it is made.
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { type Accent, accentFor, contrast } from '../../ui/accent-for.ts'
import { Accented } from '../../ui/accented.tsx'
import { useNumber } from '../../ui/number-text.tsx'

const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

export function AccentPreview({ saved, chosen }: { saved: string; chosen: string }) {
  const t = useTranslations('settings.contrast')
  return (
    <figure>
      <figcaption className="font-semibold">{t('title')}</figcaption>
      {/* The server's page wears the saved colour; a colour chosen since is put on by script, because style attributes are refused by policy. */}
      <Accented accent={saved}>
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          {themes.map((theme) => (
            <Sample key={theme} theme={theme} chosen={chosen} />
          ))}
        </div>
      </Accented>
    </figure>
  )
}

function Sample({ theme, chosen }: { theme: Theme; chosen: string }) {
  const t = useTranslations('settings.contrast')
  const number = useNumber()
  const box = useRef<HTMLDivElement>(null)
  const accent = accentFor(chosen)[theme]
  useEffect(() => wear(box.current, accent), [accent])
  return (
    <div data-theme={theme}>
      <div ref={box} className="rounded-lg border border-line bg-surface p-4 text-ink">
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
    </div>
  )
}

const changeOf = (theme: Theme, { fill }: Accent, chosen: string) =>
  fill.toLowerCase() === chosen.toLowerCase() ? 'asChosen' : theme === 'light' ? 'darker' : 'lighter'

/** Through the style object, which the content security policy allows. */
function wear(element: HTMLElement | null, accent: Accent): void {
  for (const [part, colour] of Object.entries(accent)) element?.style.setProperty(`--accent-${part}`, colour)
}
