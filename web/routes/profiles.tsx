// Mapping profiles: those that ship with Testamur, and the organisation's own.
import { FileCog, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Profile } from '#domain/intake/intake.api.ts'
import { api } from '../lib/api.ts'
import { useHere } from '../lib/here.ts'
import { signedIn } from '../lib/signed-in.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Tag } from '../ui/tag.tsx'
import type { Route } from './+types/profiles.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  return api(context, params.organisation).intake.listProfiles({})
}

export default function ProfilesScreen({ loaderData: { items } }: Route.ComponentProps) {
  const t = useTranslations('profiles')
  const { base, may } = useHere()
  const columns: Column<Profile>[] = [
    { key: 'title', label: t('name'), always: true, cell: ({ title }) => <bdi>{title}</bdi> },
    { key: 'origin', label: t('origin'), cell: ({ shipped }) => <Tag>{t(shipped ? 'shipped' : 'own')}</Tag> },
    { key: 'about', label: t('description'), wraps: true, cell: ({ description }) => <bdi>{description}</bdi> },
    {
      key: 'files',
      label: t('files'),
      wraps: true,
      cell: ({ document }) => <bdi dir="ltr">{document.files.map(({ names }) => names[0]).join(', ')}</bdi>,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        about={t('about')}
        crumbs={[{ to: `${base}/imports`, label: t('imports') }]}
        action={
          may('intake:import') && (
            <ButtonLink to={`${base}/profiles/new`} tone="primary" icon={Plus}>
              {t('new')}
            </ButtonLink>
          )
        }
      />
      <DataTable
        caption={t('title')}
        what={t('what', { count: items.length })}
        columns={columns}
        rows={items}
        idOf={({ slug }) => slug}
        nameOf={({ title }) => title}
        to={({ slug }) => `${base}/profiles/${slug}`}
        total={items.length}
        empty={
          <EmptyState icon={FileCog} title={t('title')}>
            {t('about')}
          </EmptyState>
        }
      />
    </>
  )
}
