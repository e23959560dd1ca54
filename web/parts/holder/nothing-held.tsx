// Nothing yet: how a credential comes here, and what to do where it should have come already.
import { useTranslations } from 'use-intl'
import { useIsolated } from '../../lib/isolated.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'

export function NothingHeld({ email }: { email: string }) {
  const t = useTranslations('holder.empty')
  const isolated = useIsolated()
  return (
    <Panel title={t('title')}>
      <div className="measure grid gap-3">
        <p>{t('how', { email: isolated(email) })}</p>
        <p>{t('other')}</p>
      </div>
      <ButtonLink to="/account/email" className="mt-5">
        {t('change')}
      </ButtonLink>
    </Panel>
  )
}
