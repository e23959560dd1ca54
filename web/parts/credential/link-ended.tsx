// A link that leads to no credential: ended, expired, or never one. To whoever follows it these are the same.
import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/link.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'

export function LinkEnded() {
  const t = useTranslations()
  return (
    <PublicShell>
      <title>{t('credential.ended.title')}</title>
      <h1 className="text-head font-bold">{t('credential.ended.title')}</h1>
      <p className="measure mt-4">{t('credential.ended.what')}</p>
      <p className="measure mt-2">{t('credential.ended.next')}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink to="/verify" tone="primary">
          {t('credential.ended.check')}
        </ButtonLink>
        <ButtonLink to="/">{t('error.home')}</ButtonLink>
      </div>
    </PublicShell>
  )
}
