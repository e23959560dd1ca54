// Enrolments: who is in which offering, with how many results and which outcome.
import { UsersRound } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { enrolmentSorts } from '#domain/intake/intake.api.ts'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { useHere } from '../lib/here.ts'
import { idMeant } from '../lib/id-in.ts'
import { listIn } from '../lib/list-in.ts'
import { signedIn } from '../lib/signed-in.ts'
import { LearnerName, learnerName } from '../parts/intake/learner-name.tsx'
import type { Column } from '../ui/column.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { ListTable } from '../ui/list-table.tsx'
import { NumberText } from '../ui/number-text.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/enrolments.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { intake } = api(context, params.organisation)
  const offering = idMeant('off', url.searchParams.get('offering'))
  const [page, { items: offerings }] = await Promise.all([
    intake.listEnrolments({ ...listIn(url.searchParams, enrolmentSorts), offering, limit: 100 }),
    intake.listOfferings({ limit: 200 }),
  ])
  return { page, offerings: offerings.map(({ id, key }) => ({ value: id, label: key })) }
}

type Row = Awaited<ReturnType<Client['intake']['listEnrolments']>>['items'][number]

export default function EnrolmentsScreen({ loaderData: { page, offerings } }: Route.ComponentProps) {
  const t = useTranslations('enrolments')
  const { base, may } = useHere()
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} />
      <ListTable
        caption={t('title')}
        what={(count) => t('what', { count })}
        page={page}
        search={t('search')}
        columns={useColumns()}
        sorts={enrolmentSorts}
        nameOf={({ learner, offering }) => `${learnerName(learner)} ${offering.key}`}
        to={({ id }) => `${base}/enrolments/${id}`}
        filters={[{ key: 'offering', label: t('offering'), options: offerings }]}
        empty={
          <EmptyState
            icon={UsersRound}
            title={t('emptyTitle')}
            action={may('intake:import') && <ButtonLink to={`${base}/imports/new`}>{t('emptyAction')}</ButtonLink>}
          >
            {t('emptyText')}
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
      sortedBy: t('records.byNumber'),
      always: true,
      wraps: false,
      cell: ({ learner }) => <LearnerName learner={learner} />,
    },
    { key: 'offering', label: t('records.offering'), cell: ({ offering }) => <bdi>{offering.key}</bdi> },
    { key: 'title', label: t('enrolments.offeringTitle'), wraps: true, cell: ({ offering }) => <bdi>{offering.title}</bdi> },
    {
      key: 'status',
      label: t('records.field.status'),
      cell: ({ status }) => said(t, `records.status.${status}`, status),
    },
    {
      key: 'outcome',
      label: t('enrolments.outcome'),
      cell: ({ outcome }) => (outcome ? said(t, `decision.outcome.${outcome}`, outcome) : '–'),
    },
    { key: 'results', label: t('records.kinds.result'), numeric: true, cell: ({ results }) => <NumberText value={results} /> },
  ]
}

const said = (t: ReturnType<typeof useTranslations<never>>, key: string, otherwise: string) =>
  t.has(key as 'records.yes') ? t(key as 'records.yes') : otherwise
