// What the fields of a step are called in the summary of what is wrong.
import { useTranslations } from 'use-intl'
import type { Step } from '#domain/design/design-document.ts'
import type { Fields } from './fields.ts'
import { outcomeName, outcomesIn, type TypedOutcome } from './outcome-edits.ts'

export function useFieldLabels(step: Step, fields: Fields): Record<string, string> {
  const t = useTranslations('design.field')
  const of: Record<Step, () => readonly (readonly [name: string, label: string])[]> = {
    overview: () => [
      ['title', t('title')],
      ['description', t('description')],
      ['webpage', t('webpage')],
      ...languages.map((at) => [`language.${at}`, t('languageNumber', { number: at + 1 })] as const),
    ],
    outcomes: () => outcomesIn(fields).flatMap(outcomeLabels),
    assessment: () => [
      ['criteria', t('criteria')],
      ['method', t('method')],
      ['supervisionIdentity', t('supervisionIdentity')],
    ],
    volume: () => [
      ['hours', t('hours')],
      ['validMonths', t('validMonths')],
      ['deliveryMode', t('deliveryMode')],
      ['qualityAssurance', t('qualityAssurance')],
      ...levels.flatMap((at) => [
        [`levels.${at}.framework`, t('frameworkNumber', { number: at + 1 })] as const,
        [`levels.${at}.level`, t('levelNumber', { number: at + 1 })] as const,
      ]),
    ],
    badge: () => [
      ['file', t('file')],
      ['image.alternativeText', t('alternativeText')],
      ['image.kind', t('image')],
      ['image.accent', t('ownColourPick')],
    ],
  }
  const outcomeLabels = ({ alignments }: TypedOutcome, at: number) => [
    [outcomeName(at, 'text'), t('outcome', { number: at + 1 })] as const,
    ...alignments.flatMap((_, skill) => {
      const which = t('skillOf', { skill: skill + 1, outcome: at + 1 })
      return [
        [outcomeName(at, `alignments.${skill}.name`), which] as const,
        [outcomeName(at, `alignments.${skill}.framework`), `${which}: ${t('skillFramework')}`] as const,
        [outcomeName(at, `alignments.${skill}.target`), `${which}: ${t('skillTarget')}`] as const,
      ]
    }),
  ]
  return Object.fromEntries(of[step]())
}

/** As many as a design may have. */
const languages = Array.from({ length: 20 }, (_, at) => at)
const levels = Array.from({ length: 10 }, (_, at) => at)
