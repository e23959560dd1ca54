// Names and values, one below the other; what nobody has said yet is said to be missing.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Facts } from '../../ui/facts.tsx'

/** `says` is the value as a text, to compare by; empty where nothing was said. `shown` is it as it is drawn, where that is more. */
export type Fact = Readonly<{ name: string; says: string; shown?: ReactNode }>

export function FactList({ facts }: { facts: readonly Fact[] }) {
  const t = useTranslations('console')
  return (
    <Facts
      facts={facts.map(({ name, says, shown }) => [
        name,
        says === '' ? (
          <span key={name} className="text-ink-soft">
            {t('notSaid')}
          </span>
        ) : (
          <div key={name} className="measure whitespace-pre-line beside" dir="auto">
            {shown ?? says}
          </div>
        ),
      ])}
    />
  )
}
