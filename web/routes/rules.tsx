// The issuing rules: for each micro-credential what must be shown before it is issued, in words.
import { Scale } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { MicroCredentialRow } from '#domain/design/design.api.ts'
import type { Rule } from '#domain/issuing/issuing.api.ts'
import type { Client } from '#sdk/sdk.ts'
import { api } from '../lib/api.ts'
import { useHere } from '../lib/here.ts'
import { listIn } from '../lib/list-in.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { memberNames, type Names } from '../parts/intake/member-names.ts'
import { Who } from '../parts/intake/who.tsx'
import { titlesNamed } from '../parts/issuing/known-line-items.ts'
import { RuleInWords } from '../parts/issuing/rule-in-words.tsx'
import type { Titles } from '../parts/issuing/use-decision-text.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ButtonLink } from '../ui/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import type { Route } from './+types/rules.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { acts } = membership(context, params.organisation)
  const client = api(context, params.organisation)
  const asked = listIn(url.searchParams)
  const [page, names] = await Promise.all([client.design.list({ ...asked, limit: 50 }), memberNames(client, acts)])
  const rules = await newestRules(client, asked.after, page.items.at(-1)?.id)
  const items = page.items.map((one) => ({ ...one, rule: rules.get(one.id) }))
  const titles = await titlesNamed(
    client,
    items.flatMap(({ rule }) => rule ?? []),
  )
  return { ...page, items: items.map((one) => ({ ...one, titles: titles.get(one.id) })), names }
}

/** Rules come in the order of their micro-credentials, as these do: read from where the page begins to where it ends. */
async function newestRules({ issuing }: Client, from: string | undefined, last: string | undefined) {
  const rules = new Map<string, Rule>()
  let after = from
  while (last !== undefined) {
    const { items, next } = await issuing.listRules({ versions: 'newest', limit: 200, after })
    for (const rule of items) rules.set(rule.microCredential, rule)
    if (next === undefined || next <= last) break
    after = next
  }
  return rules
}

type Row = MicroCredentialRow & { rule?: Rule | undefined; titles?: Titles | undefined }

export default function RulesScreen({ loaderData: { items, next, total, names } }: Route.ComponentProps) {
  const t = useTranslations('rules')
  const { base } = useHere()
  return (
    <>
      <PageHeader title={t('title')} about={t('titleAbout')} />
      <div className="mb-4">
        <SearchForm label={t('search')} />
      </div>
      <DataTable
        caption={t('title')}
        what={t('what', { count: total ?? items.length })}
        columns={useColumns(names)}
        rows={items}
        idOf={({ id }) => id}
        nameOf={({ title, key }) => title || key}
        to={({ id }) => `${base}/rules/${id}`}
        total={total}
        next={next}
        empty={
          <EmptyState
            icon={Scale}
            title={t('emptyTitle')}
            action={<ButtonLink to={`${base}/micro-credentials`}>{t('emptyAction')}</ButtonLink>}
          >
            {t('emptyText')}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(names: Names): Column<Row>[] {
  const t = useTranslations('rules')
  return [
    { key: 'title', label: t('microCredential'), always: true, cell: ({ title, key }) => <bdi>{title || key}</bdi> },
    { key: 'key', label: t('key'), cell: ({ key }) => <bdi>{key}</bdi> },
    {
      key: 'rule',
      label: t('current'),
      wraps: true,
      cell: ({ rule, titles }) =>
        rule ? <RuleInWords rule={rule.rule} titles={titles} /> : <span className="text-ink-soft">{t('none')}</span>,
    },
    {
      key: 'version',
      label: t('versionShort'),
      numeric: true,
      cell: ({ rule }) => rule?.version ?? '–',
    },
    {
      key: 'saved',
      label: t('savedOn'),
      cell: ({ rule }) => (rule ? <DateText at={rule.created} /> : '–'),
    },
    { key: 'who', label: t('savedBy'), cell: ({ rule }) => (rule ? <Who id={rule.createdBy} names={names} /> : '–') },
  ]
}
