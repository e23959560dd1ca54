// Beside the work: the badge, what is missing, and the published versions. Under it on a phone.
import { useTranslations } from 'use-intl'
import type { Workspace } from '../../routes/micro-credential.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Link } from '../../ui/link.tsx'
import { BadgePicture } from './badge-picture.tsx'
import { ToDo } from './to-do.tsx'
import { VersionList } from './version-list.tsx'

export function WorkspaceAside({ workspace, step }: { workspace: Workspace; step: string | undefined }) {
  const t = useTranslations('design')
  const { design, base, badge, mayWrite, mayPublish } = workspace
  const retired = design.state === 'retired'
  return (
    <aside aria-label={t('aside')} className="grid gap-6 lg:sticky lg:top-6">
      {step !== 'badge' && (
        <div className="grid justify-items-center gap-2">
          <BadgePicture badge={badge} className="size-44" />
          <Link to={`${base}/badge.png`} reloadDocument download={`${design.key}.png`} className="text-fine">
            {t('badge.download')}
          </Link>
        </div>
      )}
      {retired && (
        <Callout tone="info" title={t('retiredNote')}>
          {t('retiredText')}
        </Callout>
      )}
      {!retired && <ToDo design={design} base={base} mayWrite={mayWrite} mayPublish={mayPublish} />}
      <VersionList versions={design.versions} base={base} />
      {!mayWrite && !retired && <p className="text-fine text-ink-soft">{t('readOnly')}</p>}
    </aside>
  )
}
