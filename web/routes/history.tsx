// What happened in the organisation: who did it, when, and under which number; narrowed by person, kind, thing and days.
import { History as HistoryIcon } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { changed } from '../lib/address.ts'
import { api } from '../lib/api.ts'
import { endOfDay, startOfDay } from '../lib/day-start.ts'
import { oneOf } from '../lib/list-in.ts'
import { timeZoneOf } from '../lib/locale.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { DayRange } from '../parts/console/day-range.tsx'
import { kindNames, kindsAsked } from '../parts/console/happening-kinds.ts'
import { placeOfThing, useHappeningText, useThingName } from '../parts/console/happening-text.ts'
import { type ThingNames, thingNames } from '../parts/console/thing-names.ts'
import { useHistoryColumns } from '../parts/console/use-history-columns.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/history.ts'

export async function loader({ params, context, url, request }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug, acts } = membership(context, params.organisation)
  const client = api(context, slug)
  const asked = askedIn(url.searchParams, timeZoneOf(request))
  const [page, names, members] = await Promise.all([
    client.people.history({ limit: 50, ...asked }),
    thingNames(client, acts),
    acts.includes('member:read') ? client.people.listMembers({ limit: 200 }) : { items: [] },
  ])
  return { ...page, names, slug, narrowed: Object.keys(asked).some((key) => key !== 'after'), members: members.items }
}

/** What the address asks for; what makes no sense in it asks for nothing. */
function askedIn(search: URLSearchParams, timeZone: string) {
  const text = (name: string) => search.get(name)?.slice(0, 100) || undefined
  const kind = oneOf(kindNames, search.get('kind'))
  const asked = {
    after: text('after'),
    about: text('about'),
    actor: text('actor'),
    kind: kind && kindsAsked(kind),
    from: startOfDay(search.get('from') ?? '', timeZone)?.toISOString(),
    before: endOfDay(search.get('until') ?? '', timeZone)?.toISOString(),
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Partial<typeof asked>
}

export default function HistoryScreen({ loaderData }: Route.ComponentProps) {
  const { items, next, total, names, slug, narrowed } = loaderData
  const t = useTranslations('history')
  const sentence = useHappeningText(names)
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} />
      <div className="mb-4">
        <DayRange />
      </div>
      <DataTable
        caption={t('caption')}
        what={t('what', { count: total ?? items.length })}
        columns={useHistoryColumns(names)}
        rows={items}
        idOf={({ id }) => id}
        nameOf={sentence}
        to={(happening) => {
          const place = placeOfThing(happening)
          return place === undefined ? changed(new URLSearchParams(), { about: happening.about }) : `/o/${slug}/${place}`
        }}
        filters={useFilters(loaderData)}
        total={total}
        next={next}
        empty={
          <EmptyState icon={HistoryIcon} title={narrowed ? t('noMatch') : t('empty')}>
            {narrowed ? t('noMatchText') : t('emptyText')}
          </EmptyState>
        }
      />
      {useShown('position') && <p className="measure text-fine text-ink-soft">{t('positionHelp')}</p>}
    </>
  )
}

/** Whether a column that is hidden by itself was chosen. */
const useShown = (column: string) => useSearchParams()[0].getAll('columns').includes(column)

function useFilters({ items, members, names }: Route.ComponentProps['loaderData']) {
  const t = useTranslations('history')
  const thing = useThingName(names)
  const people = new Map([
    ...members.map(({ person }) => [person.id, person.name] as const),
    ...items.map(
      ({ actor }) => [actor.id, actor.is === 'member' ? (actor.name ?? '') : whoIs(t(`actor.${actor.is}`), actor.id)] as const,
    ),
  ])
  const things = [...new Set(items.map(({ about }) => about))]
  return [
    { key: 'actor', label: t('filter.who'), options: [...people].map(([value, label]) => ({ value, label })) },
    { key: 'kind', label: t('filter.kind'), options: kindNames.map((value) => ({ value, label: t(`kinds.${value}`) })) },
    { key: 'about', label: t('thing'), options: things.map((value) => ({ value, label: labelOf(thing(value), value, names) })) },
  ]
}

/** What has no name of its own is told apart by the end of its id. */
const apart = (word: string, id: string) => `${word} … ${id.slice(-5)}`
const labelOf = (word: string, id: string, names: ThingNames) => (id in names ? word : apart(word, id))
const whoIs = (word: string, id: string) => (id.startsWith('per_') ? apart(word, id) : word)
