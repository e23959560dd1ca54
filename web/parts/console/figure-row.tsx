// A few numbers, each a way to what it counts.
import { useTranslations } from 'use-intl'
import { Link } from '../../ui/link.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import type { Figures } from './overview-data.ts'

const places = [
  { key: 'microCredentials', to: 'micro-credentials' },
  { key: 'enrolments', to: 'enrolments' },
  { key: 'credentials', to: 'credentials' },
] as const

export function FigureRow({ figures, base }: { figures: Figures; base: string }) {
  const t = useTranslations('console.home')
  const shown = places.flatMap((place) => {
    const count = figures[place.key]
    return count === undefined ? [] : [{ ...place, count }]
  })
  return (
    <ul aria-label={t('figures')} className="flex flex-wrap gap-x-10 gap-y-3">
      {shown.map(({ key, to, count }) => (
        <li key={key}>
          <Link to={`${base}/${to}`} quiet className="group/figure block">
            <span className="block text-head leading-tight font-bold">
              <NumberText value={count} />
            </span>
            <span className="text-ink-soft group-hover/figure:underline">{t(key, { count })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
