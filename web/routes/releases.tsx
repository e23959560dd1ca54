// Releases: what was prepared and issued, when and by whom, and how it counts up.
import { PackageCheck, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Release } from '#domain/issuing/issuing.api.ts'
import { api } from '../lib/api.ts'
import { useHere } from '../lib/here.ts'
import { listIn } from '../lib/list-in.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { memberNames, type Names } from '../parts/intake/member-names.ts'
import { Who } from '../parts/intake/who.tsx'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { NumberText } from '../ui/number-text.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import type { Route } from './+types/releases.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const { after } = listIn(url.searchParams)
  const [page, names] = await Promise.all([client.issuing.listReleases({ after, limit: 50 }), memberNames(client, acts)])
  return { ...page, names }
}

export default function ReleasesScreen({ loaderData: { items, next, total, names } }: Route.ComponentProps) {
  const t = useTranslations('releases')
  const { base, may } = useHere()
  const prepare = may('release:prepare') && (
    <ButtonLink to={`${base}/releases/new`} tone="primary" icon={Plus}>
      {t('prepare')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} action={prepare} />
      <DataTable
        caption={t('title')}
        what={t('what', { count: total ?? items.length })}
        columns={useColumns(names)}
        rows={items}
        idOf={({ id }) => id}
        nameOf={({ title }) => title}
        to={({ id }) => `${base}/releases/${id}`}
        total={total}
        next={next}
        empty={
          <EmptyState icon={PackageCheck} title={t('emptyTitle')} action={prepare}>
            {t('emptyText')}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(names: Names): Column<Release>[] {
  const t = useTranslations()
  return [
    { key: 'title', label: t('releases.name'), always: true, cell: ({ title }) => <bdi>{title}</bdi> },
    { key: 'state', label: t('records.state'), cell: ({ state }) => <StateTag state={state} /> },
    {
      key: 'microCredentials',
      label: t('releases.microCredentials'),
      wraps: true,
      cell: ({ microCredentials }) => <bdi>{microCredentials.map(({ key }) => key).join(', ')}</bdi>,
    },
    {
      key: 'enrolments',
      label: t('records.enrolments'),
      numeric: true,
      cell: ({ tally }) => <NumberText value={tally.enrolments} />,
    },
    {
      key: 'qualifies',
      label: t('state.qualifies'),
      numeric: true,
      cell: ({ tally }) => <NumberText value={tally.qualifies} />,
    },
    { key: 'issued', label: t('state.issued'), numeric: true, cell: ({ lines }) => <NumberText value={lines.issued} /> },
    { key: 'when', label: t('records.when'), cell: ({ created }) => <DateText at={created} form="dateTime" /> },
    { key: 'who', label: t('records.whoDid'), cell: ({ createdBy }) => <Who id={createdBy} names={names} /> },
  ]
}
