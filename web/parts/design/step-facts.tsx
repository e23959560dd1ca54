// What a step says, to be read: names and values. The summary, published versions and the comparison of two texts all show these.
import { useLocale, useTranslations } from 'use-intl'
import type { DesignDocument, Step } from '#domain/design/design-document.ts'
import { Link } from '../../ui/link.tsx'
import type { Fact } from '../console/fact-list.tsx'
import { languageName } from './languages.ts'
import { OutcomesToRead } from './outcomes-to-read.tsx'

export function useStepFacts(): <S extends Step>(step: S, document: DesignDocument[S]) => Fact[] {
  const t = useTranslations('design')
  const locale = useLocale()
  const facts: Facts = {
    overview: ({ title, description, language, webpage }) => [
      { name: t('field.title'), says: title },
      { name: t('field.description'), says: description },
      { name: t('field.language'), says: language.map((tag) => languageName(locale, tag)).join(', ') },
      { name: t('field.webpage'), says: webpage ?? '', shown: webpage && <Link to={webpage}>{webpage}</Link> },
    ],
    outcomes: ({ learningOutcomes }) => [
      {
        name: t('field.outcomes'),
        says: learningOutcomes.length === 0 ? '' : JSON.stringify(learningOutcomes),
        shown: <OutcomesToRead outcomes={learningOutcomes} />,
      },
    ],
    assessment: ({ criteria, method, supervisionIdentity }) => [
      { name: t('field.criteria'), says: criteria },
      { name: t('field.method'), says: method ?? '' },
      {
        name: t('field.supervisionIdentity'),
        says: supervisionIdentity ? t(`choice.supervisionIdentity.${supervisionIdentity}`) : '',
      },
    ],
    volume: ({ hours, levels, deliveryMode, qualityAssurance, validMonths }) => [
      { name: t('field.hours'), says: hours === undefined ? '' : t('value.hours', { hours }) },
      { name: t('field.levels'), says: levels.map(({ framework, level }) => `${framework} ${level}`).join(', ') },
      { name: t('field.deliveryMode'), says: deliveryMode ? t(`choice.deliveryMode.${deliveryMode}`) : '' },
      { name: t('field.qualityAssurance'), says: qualityAssurance ?? '' },
      {
        name: t('field.validMonths'),
        says: validMonths === undefined ? t('value.forever') : t('value.months', { months: validMonths }),
      },
    ],
    badge: ({ image }) =>
      image.kind === 'uploaded'
        ? [
            { name: t('field.image'), says: t('choice.kind.uploaded'), shown: t('choice.kind.uploaded') },
            { name: t('field.alternativeText'), says: image.alternativeText },
          ]
        : [
            { name: t('field.image'), says: t('choice.kind.drawn') },
            { name: t('field.shape'), says: t(`choice.shape.${image.shape}`) },
            { name: t('field.motif'), says: t(`choice.motif.${image.motif}`) },
            { name: t('field.colour'), says: image.accent ?? t('choice.colour.organisation') },
          ],
  }
  return (step, document) => facts[step](document as never) // the step says which of the five shapes it is
}

type Facts = { [S in Step]: (document: DesignDocument[S]) => Fact[] }
