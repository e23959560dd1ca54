// What can be done with a release now: issue it, or cancel it; once issued, see what came of it.
import { BadgeCheck, Ban, Send } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Release } from '#domain/issuing/issuing.api.ts'
import { whyNotMoveRelease } from '#domain/issuing/rules.ts'
import { changed } from '../../lib/address.ts'
import { useHere } from '../../lib/here.ts'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/link.tsx'

export function ReleaseActions({ release: { id, state, lines } }: { release: Release }) {
  const t = useTranslations('releases')
  const { base, may } = useHere()
  const [search] = useSearchParams()
  return (
    <div className="flex flex-wrap items-center gap-2">
      {!whyNotMoveRelease(state, 'cancel') && may('release:prepare') && (
        <ButtonLink to={changed(search, { confirm: 'cancel' })} preventScrollReset tone="plain" icon={Ban}>
          {t('cancel')}
        </ButtonLink>
      )}
      {!whyNotMoveRelease(state, 'confirm') && <Issue ready={lines.ready} mayIssue={may('release:release')} />}
      {lines.issued > 0 && may('credential:read') && (
        <ButtonLink to={`${base}/credentials?release=${id}`} tone={state === 'issued' ? 'primary' : 'quiet'} icon={BadgeCheck}>
          {t('seeCredentials', { count: lines.issued })}
        </ButtonLink>
      )}
    </div>
  )
}

function Issue({ ready, mayIssue }: { ready: number; mayIssue: boolean }) {
  const t = useTranslations('releases')
  const [search] = useSearchParams()
  const label = t('issue', { count: ready })
  const why = !mayIssue ? t('mayNotIssue') : ready === 0 ? t('nobodyReady') : undefined
  if (why)
    return (
      <Button tone="primary" icon={Send} whyNot={why}>
        {label}
      </Button>
    )
  return (
    <ButtonLink to={changed(search, { confirm: 'issue' })} preventScrollReset tone="primary" icon={Send}>
      {label}
    </ButtonLink>
  )
}
