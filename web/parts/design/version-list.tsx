// The published versions of a micro-credential, newest first.
import { useTranslations } from 'use-intl'
import type { MicroCredential } from '#domain/design/design.api.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Link } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'

export function VersionList({ versions, base }: { versions: MicroCredential['versions']; base: string }) {
  const t = useTranslations('design.versions')
  if (versions.length === 0) return null
  return (
    <Panel title={t('title')}>
      <ol className="grid gap-1">
        {versions.map(({ id, number, published }, at) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span>
              <Link to={`${base}/versions/${number}`}>{t('version', { number })}</Link>
              {at === 0 && <span className="text-fine text-ink-soft"> · {t('current')}</span>}
            </span>
            <span className="text-fine text-ink-soft">
              <DateText at={published} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
