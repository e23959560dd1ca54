// The first stop of the Tab key: past the navigation, to the matter.
import { useTranslations } from 'use-intl'

export function SkipLink() {
  const t = useTranslations()
  return (
    <a
      href="#main"
      className="fixed start-4 top-0 z-50 -translate-y-[120%] rounded-b-md bg-ink px-4 py-3 font-semibold text-canvas focus:translate-y-0"
    >
      {t('shell.skip')}
    </a>
  )
}
