// What the fields of a step are called in the summary of what is wrong.
import { useTranslations } from 'use-intl'
import type { Step } from '#domain/design/design-document.ts'
import type { Fields } from './fields.ts'
import { outcomeName, outcomesIn } from './outcome-edits.ts'

export function useFieldLabels(step: Step, fields: Fields): Record<string, string> {
  const t = useTranslations('design.field')
  if (step !== 'outcomes')
    return {
      title: t('title'),
      description: t('description'),
      webpage: t('webpage'),
      criteria: t('criteria'),
      method: t('method'),
      hours: t('hours'),
      validMonths: t('validMonths'),
      qualityAssurance: t('qualityAssurance'),
      file: t('file'),
      'image.alternativeText': t('alternativeText'),
    }
  const labels = outcomesIn(fields).flatMap(({ alignments }, at) => [
    [outcomeName(at, 'text'), t('outcome', { number: at + 1 })],
    ...alignments.flatMap((_, skill) => [
      [outcomeName(at, `alignments.${skill}.name`), t('skillOf', { skill: skill + 1, outcome: at + 1 })],
      [outcomeName(at, `alignments.${skill}.target`), t('skillTarget')],
    ]),
  ])
  return Object.fromEntries(labels)
}
