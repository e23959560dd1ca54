// Our name and mark: a seal that is also a tick.
import { useTranslations } from 'use-intl'

export function Wordmark({ size = 24 }: { size?: number }) {
  const t = useTranslations()
  return (
    <span className="inline-flex items-center gap-2.5 font-bold tracking-tight text-ink">
      <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="shrink-0 text-accent-ink">
        <path
          d="M16 1.5l3.6 2.5 4.3-.5 1.7 4 4 1.7-.5 4.3L31.500 16l-2.400 3.600.5 4.300-4 1.700-1.700 4-4.300-.5L16 31.500l-3.600-2.400-4.300.5-1.700-4-4-1.700.5-4.300L.5 16l2.400-3.600-.5-4.300 4-1.700 1.700-4 4.300.5z"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinejoin="round"
        />
        <path
          d="M9.500 16.500l4.500 4.500 8.500-9.500"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {t('shell.testamur')}
    </span>
  )
}
