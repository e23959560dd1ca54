// The home of the console: what needs doing next, the latest happenings, and a few figures.
import { useTranslations } from 'use-intl'
import { PageHeader } from '../ui/page-header.tsx'

export default function Overview() {
  const t = useTranslations()
  return <PageHeader title={t('console.nav.home')} />
}
