// The parts of a design as tabs, each with what it still lacks.
import { useTranslations } from 'use-intl'
import type { MicroCredential } from '#domain/design/design.api.ts'
import { useNumber } from '../../ui/number-text.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { stepOrder } from './steps.ts'

/** `current`: undefined on the summary. */
export function StepTabs({ design, base, current }: { design: MicroCredential; base: string; current: string | undefined }) {
  const t = useTranslations('design')
  const number = useNumber()
  const lacking = (step: string) => design.missing.filter((missing) => missing.step === step).length
  return (
    <Tabs
      label={t('steps')}
      tabs={[
        { to: base, label: t('step.summary'), current: current === undefined },
        ...stepOrder.map((step) => ({
          to: `${base}/${step}`,
          label: t(`step.${step}`),
          current: step === current,
          ...(lacking(step) > 0 ? { count: number(lacking(step)) } : {}),
        })),
      ]}
    />
  )
}
