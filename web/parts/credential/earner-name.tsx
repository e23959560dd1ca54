// Whose credential it is. Many records have no name: then the key by which the issuer knows the learner.
import { useTranslations } from 'use-intl'
import type { SharedCredential } from '#domain/issuing/issuing.api.ts'

type Learner = SharedCredential['learner']

export const EarnerName = ({ learner }: { learner: Learner }) => <bdi>{useEarnerName()(learner)}</bdi>

export function useEarnerName(): (learner: Learner) => string {
  const t = useTranslations()
  return ({ name, key }) => name || (key ? t('credential.learner', { key }) : t('credential.somebody'))
}
