// A whole design on one page, to be read; each part leads to its form where the reader may write.
import { PencilLine } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { DesignDocument } from '#domain/design/design-document.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { FactList } from '../console/fact-list.tsx'
import { useStepFacts } from './step-facts.tsx'
import { stepOrder } from './steps.ts'

/** `editAt`: the address below which the forms are; left out, there is nothing to edit. */
export function Sheet({ document, editAt }: { document: DesignDocument; editAt?: string | undefined }) {
  const t = useTranslations('design')
  const factsOf = useStepFacts()
  return (
    <div className="grid gap-8 sm:[&_dl]:grid-cols-[11rem_1fr]">
      {stepOrder.map((step) => (
        <Panel
          key={step}
          title={t(`step.${step}`)}
          actions={
            editAt && (
              <ButtonLink
                to={`${editAt}/${step}`}
                size="small"
                tone="plain"
                icon={PencilLine}
                aria-label={t('editStep', { step: t(`step.${step}`) })}
              >
                {t('edit')}
              </ButtonLink>
            )
          }
        >
          <FactList facts={factsOf(step, document[step])} />
        </Panel>
      ))}
    </div>
  )
}
