// What the fields of account forms are called in the summary of what is wrong.
import { useTranslations } from 'use-intl'

export function useFieldLabels() {
  const t = useTranslations()
  return {
    email: t('account.email'),
    password: t('account.password'),
    name: t('account.name'),
    current: t('account.page.current'),
  }
}
