// The gallery's tables: filtered, sorted, selected, with a row open; one with nothing in it, and one of ten thousand rows.
import { SearchX } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { changed, sortOf } from '../../lib/address.ts'
import type { Column } from '../../ui/column.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { enrolments, type SampleEnrolment } from './samples.ts'

export function Tables() {
  const t = useTranslations()
  const [search] = useSearchParams()
  const long = search.has('long')
  const columns = useColumns()
  const all = enrolments(long ? 10_000 : 48)
  const rows = inOrder(
    all.filter((row) => ['state', 'offering'].every((key) => [null, '', row[key as 'state']].includes(search.get(key) as null))),
    search,
  )
  const opened = rows.find(({ id }) => id === search.get('open'))
  const state = {
    key: 'state',
    label: t('gallery.tables.state'),
    options: (['ready', 'held', 'issued'] as const).map((value) => ({ value, label: t(`state.${value}`) })),
  }
  const offering = {
    key: 'offering',
    label: t('gallery.tables.offering'),
    options: ['AAA 2013J', 'BBB 2013J'].map((value) => ({ value, label: value })),
  }
  return (
    <>
      <DataTable
        caption={t('gallery.tables.caption')}
        what={t('gallery.tables.what', { count: rows.length })}
        columns={columns}
        rows={rows}
        idOf={({ id }) => id}
        nameOf={({ name }) => name || t('gallery.tables.nameless')}
        to={({ id }) => changed(search, { open: id })}
        filters={[state, offering]}
        total={long || rows.length < all.length ? rows.length : 15_385}
        next={rows.length === 48 ? 'enr_48' : undefined}
        bulk={<Bulk />}
        empty={
          <EmptyState
            icon={SearchX}
            title={t('gallery.tables.emptyTitle')}
            action={<ButtonLink to="?">{t('ui.table.clearFilters')}</ButtonLink>}
          >
            {t('gallery.tables.emptyText')}
          </EmptyState>
        }
        panel={opened && <Opened row={opened} />}
      />
      {!long && (
        <ButtonLink to="?long=yes" size="small">
          {t('gallery.tables.long')}
        </ButtonLink>
      )}
    </>
  )
}

function useColumns(): Column<SampleEnrolment>[] {
  const t = useTranslations()
  return [
    {
      key: 'name',
      label: t('gallery.tables.learner'),
      always: true,
      sortable: true,
      cell: ({ name }) =>
        name ? <bdi>{name}</bdi> : <em className="font-normal text-ink-soft">{t('gallery.tables.nameless')}</em>,
    },
    {
      key: 'offering',
      label: t('gallery.tables.offering'),
      sortable: true,
      cell: ({ offering }) => <span dir="ltr">{offering}</span>,
    },
    { key: 'state', label: t('gallery.tables.state'), cell: ({ state }) => <StateTag state={state} bare /> },
    { key: 'enrolled', label: t('gallery.tables.enrolled'), numeric: true, cell: ({ enrolled }) => <DateText at={enrolled} /> },
    {
      key: 'result',
      label: t('gallery.tables.result'),
      numeric: true,
      sortable: true,
      cell: ({ result }) => (result === undefined ? '–' : <NumberText value={result} digits={1} />),
    },
  ]
}

function Bulk() {
  const t = useTranslations()
  return (
    <>
      <SubmitButton name="intent" value="release" size="small">
        {t('gallery.tables.release')}
      </SubmitButton>
      <SubmitButton name="intent" value="hold" size="small" tone="quiet">
        {t('gallery.tables.hold')}
      </SubmitButton>
    </>
  )
}

function Opened({ row }: { row: SampleEnrolment }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  const history = search.get('tab') === 'history'
  return (
    <SidePanel title={<bdi>{row.name || t('gallery.tables.nameless')}</bdi>}>
      <Tabs
        label={t('gallery.tables.tabs')}
        tabs={[
          { to: changed(search, { tab: undefined }), label: t('gallery.tables.overview'), current: !history },
          { to: changed(search, { tab: 'history' }), label: t('gallery.tables.history'), count: '4', current: history },
        ]}
      />
      <Facts
        facts={[
          [t('gallery.tables.state'), <StateTag key="state" state={row.state} />],
          [t('gallery.tables.offering'), row.offering],
          [t('gallery.tables.enrolled'), <DateText key="enrolled" at={row.enrolled} />],
        ]}
      />
    </SidePanel>
  )
}

function inOrder(rows: SampleEnrolment[], search: URLSearchParams): SampleEnrolment[] {
  const sort = sortOf(search)
  if (!sort) return rows
  const key = sort.key as 'name' | 'result'
  const sign = sort.direction === 'ascending' ? 1 : -1
  return rows.toSorted((a, b) => sign * ((a[key] ?? -1) < (b[key] ?? -1) ? -1 : 1))
}
