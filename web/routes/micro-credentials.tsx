// All micro-credentials of the organisation, to search and filter.
import { Plus, Stamp } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { MicroCredentialRow } from '#domain/design/design.api.ts'
import { api } from '../lib/api.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { NumberText } from '../ui/number-text.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import type { Route } from './+types/micro-credentials.ts'

const states = ['draft', 'published', 'changed', 'retired'] as const

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug, acts } = membership(context, params.organisation)
  const asked = (name: string) => url.searchParams.get(name) || undefined
  const state = states.find((one) => one === asked('state'))
  const search = asked('search')?.slice(0, 200)
  const after = asked('after')
  const page = await api(context, slug).design.list({
    limit: 50,
    ...(state ? { state } : {}),
    ...(search ? { search } : {}),
    ...(after ? { after } : {}),
  })
  return { ...page, slug, narrowed: Boolean(state || search || after), mayWrite: acts.includes('design:write') }
}

export default function MicroCredentials({ loaderData }: Route.ComponentProps) {
  const { items, total, next, slug, narrowed, mayWrite } = loaderData
  const t = useTranslations('design')
  const stateWord = useTranslations('state')
  const columns = useColumns()
  const start = mayWrite && (
    <ButtonLink to={`/o/${slug}/micro-credentials/new`} tone="primary" icon={Plus}>
      {t('new')}
    </ButtonLink>
  )
  const nothing = items.length === 0 && !narrowed
  return (
    <>
      <PageHeader title={t('title')} action={!nothing && start} />
      {nothing ? (
        <EmptyState icon={Stamp} title={t('empty.title')} action={start}>
          {mayWrite ? t('empty.text') : t('empty.readOnly')}
        </EmptyState>
      ) : (
        <>
          <div className="mb-4">
            <SearchForm label={t('table.search')} />
          </div>
          <DataTable
            caption={t('table.caption')}
            what={t('table.what', { count: total ?? items.length })}
            columns={columns}
            rows={items}
            idOf={({ id }) => id}
            nameOf={({ title, key }) => title || key}
            to={({ id }) => `/o/${slug}/micro-credentials/${id}`}
            filters={[
              { key: 'state', label: t('table.state'), options: states.map((value) => ({ value, label: stateWord(value) })) },
            ]}
            total={total}
            next={next}
            empty={
              <EmptyState icon={Stamp} title={t('empty.noMatch')}>
                {t('empty.noMatchText')}
              </EmptyState>
            }
          />
        </>
      )}
    </>
  )
}

function useColumns(): Column<MicroCredentialRow>[] {
  const t = useTranslations('design')
  return [
    {
      key: 'title',
      label: t('table.name'),
      always: true,
      cell: ({ title }) => (title ? <bdi>{title}</bdi> : <span className="text-ink-soft">{t('untitled')}</span>),
    },
    { key: 'key', label: t('table.key'), cell: ({ key }) => <bdi>{key}</bdi> },
    { key: 'state', label: t('table.state'), cell: ({ state }) => <StateTag state={state} /> },
    {
      key: 'version',
      label: t('table.version'),
      numeric: true,
      cell: ({ version }) =>
        version === undefined ? <span className="text-ink-soft">{t('table.none')}</span> : <NumberText value={version} />,
    },
    { key: 'changed', label: t('table.changed'), cell: ({ changed }) => <DateText at={changed} form="dateTime" /> },
  ]
}
