// What happened in the organisation: who did it, when, and at which place in the chain.
import { History as HistoryIcon } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Happening } from '#domain/people/people.api.ts'
import { changed } from '../lib/address.ts'
import { api } from '../lib/api.ts'
import { membership, signedIn } from '../lib/signed-in.ts'
import { ActorName } from '../parts/console/actor-name.tsx'
import { placeOfThing, useHappeningText, useThingName } from '../parts/console/happening-text.ts'
import { type ThingNames, thingNames } from '../parts/console/thing-names.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Link } from '../ui/link.tsx'
import { NumberText } from '../ui/number-text.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/history.ts'

export async function loader({ params, context, url }: Route.LoaderArgs) {
  signedIn(context, url)
  const { slug, acts } = membership(context, params.organisation)
  const client = api(context, slug)
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 100) || undefined
  const [after, about] = [asked('after'), asked('about')]
  const [page, names] = await Promise.all([
    client.people.history({ limit: 50, ...(after ? { after } : {}), ...(about ? { about } : {}) }),
    thingNames(client, acts),
  ])
  return { ...page, names, slug, about }
}

export default function HistoryScreen({ loaderData: { items, next, names, slug, about } }: Route.ComponentProps) {
  const t = useTranslations('history')
  const columns = useColumns(names)
  const thing = useThingName(names)
  const things = [...new Set([...(about ? [about] : []), ...items.map((happening) => happening.about)])]
  const sentence = useHappeningText(names)
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} />
      <DataTable
        caption={t('caption')}
        what={t('what', { count: items.length })}
        columns={columns}
        rows={items}
        idOf={({ id }) => id}
        nameOf={sentence}
        to={(happening) => {
          const place = placeOfThing(happening)
          return place === undefined ? changed(new URLSearchParams(), { about: happening.about }) : `/o/${slug}/${place}`
        }}
        filters={[
          {
            key: 'about',
            label: t('thing'),
            options: things.map((value) => ({ value, label: labelOf(thing(value), value, names) })),
          },
        ]}
        next={next}
        empty={
          <EmptyState icon={HistoryIcon} title={about ? t('noMatch') : t('empty')}>
            {about ? t('noMatchText') : t('emptyText')}
          </EmptyState>
        }
      />
    </>
  )
}

/** Things without a name of their own are told apart by the end of their id. */
const labelOf = (word: string, id: string, names: ThingNames) => (id in names ? word : `${word} … ${id.slice(-5)}`)

function useColumns(names: ThingNames): Column<Happening>[] {
  const t = useTranslations('history')
  const sentence = useHappeningText(names)
  const thing = useThingName(names)
  return [
    { key: 'event', label: t('event'), always: true, cell: sentence },
    { key: 'who', label: t('who'), cell: ({ actor }) => <ActorName actor={actor} /> },
    { key: 'when', label: t('when'), cell: ({ at }) => <DateText at={at} form="moment" /> },
    {
      key: 'about',
      label: t('thing'),
      cell: ({ about }) => (
        <Link to={changed(new URLSearchParams(), { about })} quiet className="text-ink-soft">
          <code dir="ltr" className="font-mono text-fine">
            {about.replace(/^(\w+_).*(.{5})$/, '$1…$2')}
          </code>
          <span className="heard">{t('onlyThis', { name: thing(about) })}</span>
        </Link>
      ),
    },
    {
      key: 'position',
      label: t('position'),
      numeric: true,
      cell: ({ position }) =>
        position === undefined ? <span className="text-ink-soft">{t('placing')}</span> : <NumberText value={position} />,
    },
  ]
}
