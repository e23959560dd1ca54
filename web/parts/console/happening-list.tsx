// The latest of what happened, as sentences: who, what, when.
import { useTranslations } from 'use-intl'
import type { Happening } from '#domain/people/people.api.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Link } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ActorName } from './actor-name.tsx'
import { useHappeningText } from './happening-text.ts'
import type { ThingNames } from './thing-names.ts'

type Props = { happenings: readonly Happening[]; names: ThingNames; base: string }

export function HappeningList({ happenings, names, base }: Props) {
  const t = useTranslations('console.home')
  const sentence = useHappeningText(names)
  return (
    <Panel
      title={t('latest')}
      actions={
        <Link to={`${base}/history`} className="text-fine">
          {t('all')}
        </Link>
      }
    >
      <ol className="grid gap-3.5">
        {happenings.map((happening) => (
          <li key={happening.id}>
            <p dir="auto" className="beside">
              {sentence(happening)}
            </p>
            <p className="text-fine text-ink-soft">
              <ActorName actor={happening.actor} /> · <DateText at={happening.at} form="dateTime" />
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
