// What an import would do: how much is new, changed and unchanged, the first rows as they were understood, and every row that stays out.
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { effects, type Import, type RefusedRow, type StagedRow } from '#domain/intake/intake.api.ts'
import { changed } from '../../lib/address.ts'
import { Callout } from '../../ui/callout.tsx'
import type { Column } from '../../ui/column.ts'
import { Link } from '../../ui/link.tsx'
import type { ListPage } from '../../ui/list-table.tsx'
import { NumberText, useNumber } from '../../ui/number-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PlainTable } from '../../ui/plain-table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { type FactKindName, kindsInOrder, staged } from './import-facts.ts'
import { RefusedRows } from './refused-rows.tsx'
import { StagedRows } from './staged-rows.tsx'

export type Shown = { tab: 'refused'; page: ListPage<RefusedRow> } | { tab: FactKindName; page: ListPage<StagedRow> }

/** `issuedOn`: the kinds that change something on which a credential was issued. */
type Props = { of: Import; shown: Shown | undefined; issuedOn: readonly FactKindName[] }

export function ImportPreview({ of, shown, issuedOn }: Props) {
  const t = useTranslations('imports')
  return (
    <div className="grid gap-10">
      <Panel title={t('counts')}>
        <div className="max-w-3xl">
          <Counts counts={of.counts} />
        </div>
        {issuedOn.length > 0 && <IssuedOn kinds={issuedOn} />}
      </Panel>
      {shown && (
        <Panel title={t(of.state === 'previewed' ? 'understood' : 'stayedOut')}>
          <PreviewTabs of={of} tab={shown.tab} />
          {shown.tab === 'refused' ? (
            <RefusedRows of={of} page={shown.page} />
          ) : (
            <StagedRows kind={shown.tab} page={shown.page} />
          )}
        </Panel>
      )}
    </div>
  )
}

function IssuedOn({ kinds }: { kinds: readonly FactKindName[] }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  return (
    <div className="mt-4">
      <Callout tone="warned" title={t('imports.issuedOn')}>
        {t('imports.issuedOnText')}{' '}
        <span className="inline-flex flex-wrap gap-x-4">
          {kinds.map((kind) => (
            <Link key={kind} to={changed(search, { show: kind, effect: 'changed', settled: 'yes' })} preventScrollReset>
              {t('imports.seeIssuedOn', { kind: t(`records.kinds.${kind}`) })}
            </Link>
          ))}
        </span>
      </Callout>
    </div>
  )
}

function Counts({ counts }: { counts: Import['counts'] }) {
  const t = useTranslations()
  type Row = (typeof kindsInOrder)[number]
  const figure = (key: (typeof effects)[number]): Column<Row> => ({
    key,
    label: t(`imports.effect.${key}`),
    numeric: true,
    cell: (kind) => <NumberText value={counts[kind]?.[key] ?? 0} />,
  })
  return (
    <PlainTable
      caption={t('imports.counts')}
      rows={kindsInOrder.filter((kind) => staged(counts, kind) > 0)}
      idOf={(kind) => kind}
      columns={[
        { key: 'kind', label: t('imports.kindOf'), wraps: false, cell: (kind) => t(`records.kinds.${kind}`) },
        ...effects.map(figure),
      ]}
    />
  )
}

function PreviewTabs({ of: { counts, refused, state }, tab }: { of: Import; tab: Shown['tab'] }) {
  const t = useTranslations()
  const number = useNumber()
  const [search] = useSearchParams()
  const kinds = state === 'previewed' ? kindsInOrder.filter((kind) => staged(counts, kind) > 0) : []
  const one = (key: Shown['tab'], label: string, count: number) => ({
    to: changed(search, { show: key, effect: undefined, settled: undefined }),
    label,
    count: number(count),
    current: tab === key,
  })
  return (
    <Tabs
      label={t('imports.tabs')}
      tabs={[
        ...kinds.map((kind) => one(kind, t(`records.kinds.${kind}`), staged(counts, kind))),
        ...(refused > 0 ? [one('refused', t('imports.refusedRows'), refused)] : []),
      ]}
    />
  )
}
