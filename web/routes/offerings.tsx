// Offerings: the runs of courses that results are about, and the micro-credential that each leads to.
import { BookOpen, Link2, Link2Off, WandSparkles } from 'lucide-react'
import { data, Form } from 'react-router'
import { useTranslations } from 'use-intl'
import type { MicroCredentialRow } from '#domain/design/design.api.ts'
import type { Offering } from '#domain/intake/intake.api.ts'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { redirectSaying } from '../lib/flash.ts'
import { useHere } from '../lib/here.ts'
import { idMeant } from '../lib/id-in.ts'
import { listIn } from '../lib/list-in.ts'
import { orProblem } from '../lib/problem.ts'
import { selectedIn } from '../lib/selected-in.ts'
import { signedIn } from '../lib/signed-in.ts'
import { RefusedCallout } from '../parts/issuing/refused-callout.tsx'
import type { Column } from '../ui/column.ts'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink, Link } from '../ui/link.tsx'
import { ListTable } from '../ui/list-table.tsx'
import { NumberText } from '../ui/number-text.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Select } from '../ui/select.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { Route } from './+types/offerings.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const client = api(context, params.organisation)
  const microCredential = idMeant('mc', url.searchParams.get('microCredential'))
  const [page, { items: microCredentials }] = await Promise.all([
    client.intake.listOfferings({ ...listIn(url.searchParams), microCredential, limit: 100 }),
    client.design.list({ limit: 200 }),
  ])
  return { page, microCredentials }
}

export async function action({ params, request, context, url }: Route.ActionArgs) {
  signedIn(context, url)
  const form = await request.formData()
  const intent = String(form.get('intent') ?? '')
  const asked = linkAsked(intent, form)
  const here = url.pathname + url.search
  if (!asked) return redirectSaying(here, { tone: 'warned', key: 'offerings.chooseFirst' })
  const { ok, problem } = await orProblem(api(context, params.organisation).intake.linkOfferings(asked))
  if (problem) return data({ problem }, { status: problem.status })
  if (ok.linked === 0) return redirectSaying(here, { tone: 'info', key: 'offerings.nothingLinked' })
  const key = intent === 'unlink' ? 'offerings.unlinked' : 'offerings.nowLinked'
  return redirectSaying(here, { tone: 'done', key, values: { count: ok.linked } })
}

type Asked = Parameters<Client['intake']['linkOfferings']>[0]

/** Nothing where nothing, or no micro-credential, was chosen. */
function linkAsked(intent: string, form: FormData): Asked | undefined {
  if (intent === 'by-code') return {}
  const offerings = selectedIn('off', form)
  if (offerings.length === 0) return undefined
  if (intent === 'unlink') return { offerings, microCredential: null }
  const microCredential = idMeant('mc', String(form.get('microCredential') ?? ''))
  return microCredential && { offerings, microCredential }
}

export default function OfferingsScreen({ loaderData: { page, microCredentials }, actionData }: Route.ComponentProps) {
  const t = useTranslations('offerings')
  const { base, may } = useHere()
  const titled = microCredentials.map(({ id, title, key }) => ({ value: id, label: title || key }))
  const mayLink = may('intake:import')
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} action={mayLink && <LinkAll offerings={page.items} />} />
      <RefusedCallout problem={actionData?.problem} />
      <ListTable
        caption={t('title')}
        what={(count) => t('what', { count })}
        page={page}
        search={t('search')}
        columns={useColumns(microCredentials)}
        nameOf={({ key }) => key}
        to={({ id }) => `${base}/enrolments?offering=${id}`}
        filters={[{ key: 'microCredential', label: t('leadsTo'), options: titled }]}
        bulk={mayLink && <Bulk options={titled} />}
        empty={<NoOfferings />}
      />
    </>
  )
}

/** The next step as long as some lead nowhere. */
function LinkAll({ offerings }: { offerings: readonly Offering[] }) {
  const t = useTranslations('offerings')
  if (offerings.length === 0) return null
  const unlinked = offerings.some(({ microCredential }) => !microCredential)
  return (
    <Form method="post">
      <SubmitButton
        name="intent"
        value="by-code"
        tone={unlinked ? 'primary' : 'quiet'}
        icon={WandSparkles}
        title={t('linkAllHelp')}
      >
        {t('linkAll')}
      </SubmitButton>
    </Form>
  )
}

function NoOfferings() {
  const t = useTranslations('offerings')
  const { base, may } = useHere()
  return (
    <EmptyState
      icon={BookOpen}
      title={t('emptyTitle')}
      action={
        may('intake:import') && (
          <ButtonLink to={`${base}/imports/new`} tone="primary">
            {t('emptyAction')}
          </ButtonLink>
        )
      }
    >
      {t('emptyText')}
    </EmptyState>
  )
}

function Bulk({ options }: { options: readonly { value: string; label: string }[] }) {
  const t = useTranslations('offerings')
  return (
    <>
      <div className="w-64">
        <Select name="microCredential" label={t('leadsTo')} options={options} placeholder={t('choose')} />
      </div>
      <SubmitButton name="intent" value="link" size="small" icon={Link2}>
        {t('link')}
      </SubmitButton>
      <SubmitButton name="intent" value="unlink" size="small" tone="quiet" icon={Link2Off}>
        {t('unlink')}
      </SubmitButton>
    </>
  )
}

function useColumns(microCredentials: readonly MicroCredentialRow[]): Column<Offering>[] {
  const t = useTranslations('offerings')
  const { base } = useHere()
  const titles = new Map(microCredentials.map(({ id, title, key }) => [id, title || key]))
  return [
    { key: 'key', label: t('offering'), always: true, wraps: false, cell: ({ key }) => <bdi>{key}</bdi> },
    { key: 'title', label: t('name'), wraps: true, cell: ({ title }) => <bdi>{title}</bdi> },
    { key: 'course', label: t('course'), cell: ({ course }) => <bdi>{course}</bdi> },
    { key: 'starts', label: t('starts'), cell: ({ startsOn }) => (startsOn ? <DateText at={startsOn} /> : '–') },
    { key: 'ends', label: t('ends'), cell: ({ endsOn }) => (endsOn ? <DateText at={endsOn} /> : '–') },
    { key: 'enrolments', label: t('enrolments'), numeric: true, cell: ({ enrolments }) => <NumberText value={enrolments} /> },
    {
      key: 'lineItems',
      label: t('lineItems'),
      numeric: true,
      extra: true,
      cell: ({ lineItems }) => <NumberText value={lineItems} />,
    },
    {
      key: 'microCredential',
      label: t('leadsTo'),
      wraps: true,
      cell: ({ microCredential }) =>
        microCredential ? (
          <Link to={`${base}/rules/${microCredential}`}>
            <bdi>{titles.get(microCredential) ?? t('another')}</bdi>
          </Link>
        ) : (
          <span className="text-ink-soft">{t('nowhere')}</span>
        ),
    },
  ]
}
