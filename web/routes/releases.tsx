// Releases: what was prepared and issued, when and by whom, and how it counts up.
import { PackageCheck, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { type Release, releaseSorts } from '#domain/issuing/issuing.api.ts'
import { api } from '../lib/api.ts'
import { useHere } from '../lib/here.ts'
import { listIn } from '../lib/list-in.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { memberNames, type Names } from '../parts/intake/member-names.ts'
import { Who } from '../parts/intake/who.tsx'
import type { Column } from '../ui/column.ts'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { ListTable } from '../ui/list-table.tsx'
import { NumberText } from '../ui/number-text.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import type { Route } from './+types/releases.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const [page, names] = await Promise.all([
    client.issuing.listReleases({ ...listIn(url.searchParams, releaseSorts), limit: 50 }),
    memberNames(client, acts),
  ])
  return { page, names }
}

export default function ReleasesScreen({ loaderData: { page, names } }: Route.ComponentProps) {
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
      <ListTable
        caption={t('title')}
        what={(count) => t('what', { count })}
        page={page}
        columns={useColumns(names)}
        sorts={releaseSorts}
        nameOf={({ title }) => title}
        to={({ id }) => `${base}/releases/${id}`}
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
      extra: true,
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
    {
      key: 'created',
      label: t('releases.preparedOn'),
      cell: ({ created, createdBy }) => <Act at={created} by={createdBy} names={names} />,
    },
    {
      key: 'released',
      label: t('releases.releasedOn'),
      cell: ({ released, releasedBy }) => (released && releasedBy ? <Act at={released} by={releasedBy} names={names} /> : '–'),
    },
  ]
}

/** When, and by whom. */
function Act({ at, by, names }: { at: string; by: string; names: Names }) {
  return (
    <>
      <span className="block">
        <DateText at={at} form="dateTime" />
      </span>
      <span className="block text-fine text-ink-soft">
        <Who id={by} names={names} />
      </span>
    </>
  )
}
