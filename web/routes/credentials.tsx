// Credentials that were issued: found by learner, and by state, micro-credential or release.
import { BadgeCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { credentialSorts, credentialStates } from '#domain/issuing/issuing.api.ts'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { useHere } from '../lib/here.ts'
import { idMeant } from '../lib/id-in.ts'
import { listIn, oneOf } from '../lib/list-in.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { LearnerName, learnerName } from '../parts/intake/learner-name.tsx'
import type { Column } from '../ui/column.ts'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { ListTable } from '../ui/list-table.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import type { Route } from './+types/credentials.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const { issuing, design } = api(context, params.organisation)
  const search = url.searchParams
  const [page, microCredentials, releases] = await Promise.all([
    issuing.listCredentials({
      ...listIn(search, credentialSorts),
      state: oneOf(credentialStates, search.get('state')),
      microCredential: idMeant('mc', search.get('microCredential')),
      release: idMeant('rel', search.get('release')),
      limit: 100,
    }),
    acts.includes('design:read') ? design.list({ limit: 200 }) : { items: [] },
    acts.includes('release:read') ? issuing.listReleases({ limit: 100 }) : { items: [] },
  ])
  return {
    page,
    microCredentials: microCredentials.items.map(({ id, title, key }) => ({ value: id, label: title || key })),
    releases: releases.items
      .filter(({ state }) => state === 'issued' || state === 'issuing')
      .map(({ id, title, created }) => ({ value: id, label: `${title} · ${created.slice(0, 10)}` })),
  }
}

type Row = Awaited<ReturnType<Client['issuing']['listCredentials']>>['items'][number]

export default function CredentialsScreen({ loaderData }: Route.ComponentProps) {
  const t = useTranslations()
  const { base, may } = useHere()
  const { page, microCredentials, releases } = loaderData
  return (
    <>
      <PageHeader title={t('credentials.title')} about={t('credentials.about')} />
      <ListTable
        caption={t('credentials.title')}
        what={(count) => t('credentials.what', { count })}
        page={page}
        search={t('credentials.search')}
        columns={useColumns()}
        sorts={credentialSorts}
        nameOf={({ learner, title }) => `${learnerName(learner)}: ${title}`}
        to={({ id }) => `${base}/credentials/${id}`}
        filters={[
          {
            key: 'state',
            label: t('records.state'),
            options: credentialStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          { key: 'microCredential', label: t('records.microCredential'), options: microCredentials },
          { key: 'release', label: t('credentials.release'), options: releases },
        ]}
        empty={
          <EmptyState
            icon={BadgeCheck}
            title={t('credentials.emptyTitle')}
            action={may('release:prepare') && <ButtonLink to={`${base}/releases/new`}>{t('credentials.emptyAction')}</ButtonLink>}
          >
            {t('credentials.emptyText')}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<Row>[] {
  const t = useTranslations()
  return [
    {
      key: 'learner',
      label: t('records.learner'),
      always: true,
      wraps: false,
      cell: ({ learner }) => <LearnerName learner={learner} />,
    },
    { key: 'title', label: t('credentials.credential'), wraps: true, cell: ({ title }) => <bdi>{title}</bdi> },
    { key: 'offering', label: t('records.offering'), cell: ({ offering }) => <bdi>{offering.key}</bdi> },
    { key: 'state', label: t('records.state'), cell: ({ state }) => <StateTag state={state} /> },
    { key: 'issued', label: t('credentials.issued'), cell: ({ issued }) => <DateText at={issued} form="dateTime" /> },
    {
      key: 'validUntil',
      label: t('credentials.validUntil'),
      extra: true,
      cell: ({ validUntil }) => (validUntil ? <DateText at={validUntil} /> : '–'),
    },
  ]
}
