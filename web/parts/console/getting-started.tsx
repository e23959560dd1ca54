// The way from nothing to a credential in three steps, for an organisation that has just begun.
import { ArrowRight, Check } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/link.tsx'
import type { Figures } from './overview-data.ts'

const steps = [
  { key: 'design', to: 'micro-credentials/new', may: 'design:write', figure: 'microCredentials' },
  { key: 'import', to: 'imports/new', may: 'intake:import', figure: 'enrolments' },
  { key: 'release', to: 'releases', may: 'release:prepare', figure: 'credentials' },
] as const

type Props = { base: string; acts: readonly string[]; figures: Figures }

export function GettingStarted({ base, acts, figures }: Props) {
  const t = useTranslations('console.home.start')
  const isDone = ({ figure }: (typeof steps)[number]) => (figures[figure] ?? 0) > 0
  const current = steps.find((step) => !isDone(step) && acts.includes(step.may))
  return (
    <section aria-labelledby="start" className="mb-10">
      <h2 id="start" className="text-title font-bold">
        {t('title')}
      </h2>
      <ol className="mt-5 grid gap-x-8 gap-y-6 md:grid-cols-3">
        {steps.map((step, at) => {
          const done = isDone(step)
          return (
            <li key={step.key} className={`border-t-2 pt-4 ${step === current ? 'border-accent' : 'border-line'}`}>
              <p className="flex items-center gap-2.5 text-lead font-semibold">
                <span
                  aria-hidden
                  className={`figures grid size-7 shrink-0 place-items-center rounded-full text-body ${done ? 'bg-passed-soft text-passed' : step === current ? 'bg-accent text-on-accent' : 'bg-sunken text-ink-soft'}`}
                >
                  {done ? <Check size={17} strokeWidth={3} /> : at + 1}
                </span>
                {t(step.key)}
                {done && <span className="heard">({t('done')})</span>}
              </p>
              <p className="mt-2 text-ink-soft">{t(`${step.key}Text`)}</p>
              {!done && (
                <p className="mt-4">
                  {acts.includes(step.may) ? (
                    <ButtonLink
                      to={`${base}/${step.to}`}
                      tone={step === current ? 'primary' : 'quiet'}
                      icon={ArrowRight}
                      className="[&_svg]:flips"
                    >
                      {t(`${step.key}Action`)}
                    </ButtonLink>
                  ) : (
                    <span className="text-fine text-ink-soft">{t('notYours')}</span>
                  )}
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
