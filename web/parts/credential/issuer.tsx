// Who issued it: name, place on the web, and the identity under which its keys are published.
import { useTranslations } from 'use-intl'
import type { SharedCredential } from '#domain/issuing/issuing.api.ts'

export function Issuer({ issuer: { name, url, did } }: Pick<SharedCredential, 'issuer'>) {
  const t = useTranslations()
  return (
    <div className="grid gap-2 text-body">
      <p className="font-semibold">
        <bdi>{name}</bdi>
      </p>
      {url && (
        <p>
          <a href={url} rel="noreferrer" className="text-accent-ink underline underline-offset-3">
            <bdi dir="ltr">{url.replace(/^https?:\/\/|\/$/g, '')}</bdi>
          </a>
        </p>
      )}
      <div className="text-fine text-ink-soft">
        <p>{t('credential.issuer.key')}</p>
        <p className="font-mono break-all">
          <bdi dir="ltr">{did}</bdi>
        </p>
        <p className="mt-1">{t('credential.issuer.keyHelp')}</p>
      </div>
    </div>
  )
}
