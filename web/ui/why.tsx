// "Why?", opened in place: the sentence first, then what it rests on, then the rule and its source.
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'

type Props = {
  /** Left out where it already stands beside the question. */
  sentence?: ReactNode
  evidence?: ReactNode
  rule?: ReactNode
  source?: ReactNode
  /** What is asked about, for those who hear "why?" without seeing where it stands. */
  about: string
  open?: boolean
}

export function Why({ sentence, evidence, rule, source, about, open }: Props) {
  const t = useTranslations()
  const parts = [
    ['evidence', evidence],
    ['rule', rule],
    ['source', source],
  ] as const
  return (
    <details open={open} className="group/why-not">
      <summary className="inline-flex min-h-6 items-center gap-0.5 rounded-sm text-fine font-semibold text-accent-ink hover:underline print:hidden">
        <ChevronRight size={15} aria-hidden className="flips transition-transform group-open/why-not:rotate-90" />
        {t('ui.why.ask')} <span className="heard">{about}</span>
      </summary>
      <div className="mt-1.5 mb-2 border-s-2 border-accent ps-3.5">
        {sentence && <p className="measure font-semibold">{sentence}</p>}
        <dl className={`grid gap-2 ${sentence ? 'mt-2' : ''}`}>
          {parts
            .filter(([, part]) => part)
            .map(([name, part]) => (
              <div key={name}>
                <dt className="text-fine text-ink-soft">{t(`ui.why.${name}`)}</dt>
                <dd>{part}</dd>
              </div>
            ))}
        </dl>
      </div>
    </details>
  )
}
