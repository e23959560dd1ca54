// A published version as it was published: it never changes, so there is nothing here to press.
import { data } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../lib/api.ts'
import { idIn } from '../lib/id-in.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { BadgePicture, type BadgeSource } from '../parts/design/badge-picture.tsx'
import { Sheet } from '../parts/design/sheet.tsx'
import { memberNames } from '../parts/intake/member-names.ts'
import { Who } from '../parts/intake/who.tsx'
import { Callout } from '../ui/callout.tsx'
import { Copyable } from '../ui/copyable.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Facts } from '../ui/facts.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/micro-credential-version.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug, acts } = membership(context, params.organisation)
  const client = api(context, slug)
  const { versions } = await client.design.read({ id: idIn('mc', params.id) })
  const found = versions.find(({ number }) => String(number) === params.version)
  if (!found) throw data(null, { status: 404 })
  const [version, names] = await Promise.all([client.design.readVersion({ id: found.id }), memberNames(client, acts)])
  const list = `/o/${slug}/micro-credentials`
  return { version, names, list, draft: `${list}/${params.id}` }
}

export default function PublishedVersionScreen({ loaderData: { version, names, list, draft } }: Route.ComponentProps) {
  const t = useTranslations('design')
  const { number, document, published, publishedBy, digest, key } = version
  const { title } = document.overview
  return (
    <>
      <PageHeader
        title={`${title} · ${t('versions.version', { number })}`}
        about={<bdi>{key}</bdi>}
        crumbs={[
          { to: list, label: t('title') },
          { to: draft, label: title },
        ]}
        secondary={<ButtonLink to={draft}>{t('versions.back')}</ButtonLink>}
      />
      <div className="mb-8">
        <Callout tone="passed" title={t('versions.frozen')}>
          {t('versions.frozenText')}
        </Callout>
      </div>
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <Sheet document={document} />
        <aside aria-label={t('aside')} className="grid gap-6 max-lg:order-first lg:sticky lg:top-6">
          <BadgePicture badge={badgeOf(version.id, document, t('badge.of', { title }))} className="size-44 justify-self-center" />
          <Facts
            facts={[
              [t('versions.published'), <DateText key="published" at={published} form="dateTime" />],
              [t('versions.by'), <Who key="by" id={publishedBy} names={names} />],
            ]}
          />
          <div>
            <p className="text-ink-soft">{t('versions.digest')}</p>
            <Copyable text={digest} label={t('versions.digest')} />
            <p className="mt-1 text-fine text-ink-soft">{t('versions.digestHelp')}</p>
          </div>
        </aside>
      </div>
    </>
  )
}

/** Everybody may see the badge of a published version, at its own address. */
const badgeOf = (id: string, { badge: { image } }: Parameters<typeof Sheet>[0]['document'], drawn: string): BadgeSource => ({
  url: `/achievements/${id}/image.png`,
  alternativeText: image.kind === 'uploaded' ? image.alternativeText : drawn,
})
