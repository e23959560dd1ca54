// Names and values of a step, one below the other; what nobody has said yet is said to be missing.
import { useTranslations } from 'use-intl'
import { Facts } from '../../ui/facts.tsx'
import type { StepFact } from './step-facts.tsx'

export function FactList({ facts }: { facts: readonly StepFact[] }) {
  const t = useTranslations('design.value')
  return (
    <Facts
      facts={facts.map(({ name, says, shown }) => [
        name,
        says === '' ? (
          <span key={name} className="text-ink-soft">
            {t('missing')}
          </span>
        ) : (
          <div key={name} className="measure whitespace-pre-line" dir="auto">
            {shown ?? says}
          </div>
        ),
      ])}
    />
  )
}
