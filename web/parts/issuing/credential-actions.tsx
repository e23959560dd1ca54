// What can be done with a credential: check it, take it along, suspend it, revoke it.
import { Ban, CirclePause, FileJson, Image, Play, ShieldCheck } from 'lucide-react'
import { Form, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Credential } from '#domain/issuing/issuing.api.ts'
import { whyNotLift, whyNotRevoke, whyNotSuspend } from '#domain/issuing/rules.ts'
import { changed } from '../../lib/address.ts'
import { useHere } from '../../lib/here.ts'
import { ButtonLink } from '../../ui/link.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

export type ShownCredential = Omit<Credential, 'document'>

/** From what is shown to what the rules ask. */
export const standingOf = ({ revocation, suspensions }: ShownCredential) => ({
  revoked: revocation !== undefined,
  suspended: suspensions.some(({ lifted }) => lifted === undefined),
})

export function CredentialActions({ credential }: { credential: ShownCredential }) {
  const t = useTranslations('credentials')
  const { may, slug } = useHere()
  const [search] = useSearchParams()
  const standing = standingOf(credential)
  const asks = (confirm: string) => changed(search, { confirm })
  const file = (format: string) => `/v1/credentials/${credential.id}/document?format=${format}&organisation=${slug}`
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ButtonLink to={file('json')} reloadDocument tone="plain" icon={FileJson}>
        {t('json')}
      </ButtonLink>
      <ButtonLink to={file('png')} reloadDocument tone="plain" icon={Image}>
        {t('png')}
      </ButtonLink>
      {may('credential:suspend') && !whyNotSuspend(standing) && (
        <ButtonLink to={asks('suspend')} preventScrollReset icon={CirclePause}>
          {t('suspend')}
        </ButtonLink>
      )}
      {may('credential:suspend') && !standing.revoked && !whyNotLift(standing) && (
        <ButtonLink to={asks('lift')} preventScrollReset icon={Play}>
          {t('lift')}
        </ButtonLink>
      )}
      {may('credential:revoke') && !whyNotRevoke(standing) && (
        <ButtonLink to={asks('revoke')} preventScrollReset tone="final" icon={Ban}>
          {t('revoke')}
        </ButtonLink>
      )}
      <Form method="post" preventScrollReset>
        <SubmitButton name="intent" value="check" icon={ShieldCheck}>
          {t('check')}
        </SubmitButton>
      </Form>
    </div>
  )
}
