// The credential as learners and employers will see it, from the draft as it is saved: the same page, filled with a sample.
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { servicesOf } from '../lib/context.ts'
import { idIn } from '../lib/id-in.ts'
import { isLocale } from '../lib/locale.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { CredentialBody } from '../parts/credential/credential-body.tsx'
import { badgeOfDraft } from '../parts/design/badge-source.ts'
import { sampleCredential } from '../parts/design/sample-credential.ts'
import { Accented } from '../ui/accented.tsx'
import { Callout } from '../ui/callout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/micro-credential-preview.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug } = membership(context, params.organisation)
  const { locale, origin } = servicesOf(context)
  const client = api(context, slug)
  const id = idIn('mc', params.id)
  const [design, organisation] = await Promise.all([client.design.read({ id }), client.organisations.read({})])
  const drawn = await badgeOfDraft(context, { slug, id, image: design.document.badge.image })
  const sample = await sampleCredential({
    design,
    organisation,
    badge: 'svg' in drawn ? drawn.svg : drawn.url,
    origin,
    now: new Date(),
    locale: isLocale(locale) ? locale : 'en',
  })
  return { sample, title: design.document.overview.title, id, list: `/o/${slug}/micro-credentials` }
}

export default function CredentialPreview({ loaderData: { sample, title, id, list } }: Route.ComponentProps) {
  const t = useTranslations('design')
  const named = title || t('untitled')
  return (
    <>
      <PageHeader
        title={t('preview.title', { title: named })}
        about={t('preview.about')}
        crumbs={[
          { to: list, label: t('title') },
          { to: `${list}/${id}`, label: named },
        ]}
      />
      <div className="mx-auto max-w-5xl">
        <Callout tone="info" title={t('preview.sample')}>
          {t('preview.sampleText')}
        </Callout>
        <div className="mt-6 text-lead">
          <Accented accent={sample.shared.issuer.accent}>
            <CredentialBody {...sample} />
          </Accented>
        </div>
      </div>
    </>
  )
}
