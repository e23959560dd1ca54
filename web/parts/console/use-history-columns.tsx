// The columns of the history.
import { useTranslations } from 'use-intl'
import type { Happening } from '#domain/people/people.api.ts'
import { changed } from '../../lib/address.ts'
import type { Column } from '../../ui/column.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Link } from '../../ui/link.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import { ActorName } from './actor-name.tsx'
import { useHappeningText, useThingName } from './happening-text.ts'
import type { ThingNames } from './thing-names.ts'

export function useHistoryColumns(names: ThingNames): Column<Happening>[] {
  const t = useTranslations('history')
  const sentence = useHappeningText(names)
  const placed = (place: number | undefined) =>
    place === undefined ? <span className="text-ink-soft">{t('placing')}</span> : <NumberText value={place} />
  return [
    { key: 'event', label: t('event'), always: true, cell: sentence },
    { key: 'who', label: t('who'), cell: ({ actor }) => <ActorName actor={actor} /> },
    { key: 'when', label: t('when'), cell: ({ at }) => <DateText at={at} form="moment" /> },
    { key: 'about', label: t('thing'), cell: ({ about }) => <Thing id={about} names={names} /> },
    { key: 'number', label: t('number'), numeric: true, cell: ({ number }) => placed(number) },
    { key: 'position', label: t('position'), numeric: true, extra: true, cell: ({ position }) => placed(position) },
  ]
}

function Thing({ id, names }: { id: string; names: ThingNames }) {
  const t = useTranslations('history')
  const thing = useThingName(names)
  return (
    <Link to={changed(new URLSearchParams(), { about: id })} quiet className="text-ink-soft">
      <code dir="ltr" className="font-mono text-fine">
        {id.replace(/^(\w+_).*(.{5})$/, '$1…$2')}
      </code>
      <span className="heard">{t('onlyThis', { name: thing(id) })}</span>
    </Link>
  )
}
