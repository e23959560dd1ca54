// Imports: what was brought in, by whom, from which files, and how it ended.
import { FileInput, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Import } from '#domain/intake/intake.api.ts'
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
import type { Route } from './+types/imports.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const [page, { items: profiles }, names] = await Promise.all([
    client.intake.listImports({ ...listIn(url.searchParams), limit: 50 }),
    client.intake.listProfiles({}),
    memberNames(client, acts),
  ])
  return { page, names, titles: Object.fromEntries(profiles.map(({ slug, title }) => [slug, title])) }
}

export default function ImportsScreen({ loaderData: { page, names, titles } }: Route.ComponentProps) {
  const t = useTranslations('imports')
  const { base, may } = useHere()
  const open = may('intake:import') && (
    <ButtonLink to={`${base}/imports/new`} tone="primary" icon={Plus}>
      {t('new')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        about={t('about')}
        action={open}
        secondary={
          <ButtonLink to={`${base}/profiles`} tone="plain">
            {t('profiles')}
          </ButtonLink>
        }
      />
      <ListTable
        caption={t('title')}
        what={(count) => t('what', { count })}
        page={page}
        columns={useColumns(names, titles)}
        nameOf={({ created, profile }) => `${titles[profile] ?? profile} ${created}`}
        to={({ id }) => `${base}/imports/${id}`}
        empty={
          <EmptyState icon={FileInput} title={t('emptyTitle')} action={open}>
            {t('emptyText')}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(names: Names, titles: Readonly<Record<string, string>>): Column<Import>[] {
  const t = useTranslations('imports')
  return [
    { key: 'when', label: t('when'), always: true, cell: ({ created }) => <DateText at={created} form="dateTime" /> },
    { key: 'state', label: t('state'), cell: ({ state }) => <StateTag state={state} /> },
    { key: 'profile', label: t('profile'), wraps: true, cell: ({ profile }) => <bdi>{titles[profile] ?? profile}</bdi> },
    {
      key: 'files',
      label: t('files'),
      wraps: true,
      cell: ({ files }) => (files.length === 0 ? '–' : <Files names={files.map(({ name }) => name)} />),
    },
    { key: 'new', label: t('fresh'), numeric: true, cell: ({ counts }) => <NumberText value={sumOf(counts, 'new')} /> },
    { key: 'changed', label: t('changed'), numeric: true, cell: ({ counts }) => <NumberText value={sumOf(counts, 'changed')} /> },
    { key: 'refused', label: t('refused'), numeric: true, cell: ({ refused }) => <NumberText value={refused} /> },
    { key: 'who', label: t('who'), cell: ({ createdBy }) => <Who id={createdBy} names={names} /> },
  ]
}

const sumOf = (counts: Import['counts'], effect: 'new' | 'changed') =>
  Object.values(counts).reduce((sum, one) => sum + (one?.[effect] ?? 0), 0)

function Files({ names }: { names: readonly string[] }) {
  const t = useTranslations('imports')
  const [first = '', ...others] = names
  return (
    <span title={names.join(', ')}>
      <bdi>{first}</bdi>
      {others.length > 0 && <span className="text-ink-soft"> {t('andOthers', { count: others.length })}</span>}
    </span>
  )
}
