// Every version of a rule, newest first: what it said, who saved it, when and why.
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Rule } from '#domain/issuing/issuing.api.ts'
import { changed } from '../../lib/address.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Link } from '../../ui/link.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Names } from '../intake/member-names.ts'
import { Who } from '../intake/who.tsx'
import { RuleInWords } from './rule-in-words.tsx'
import type { Titles } from './use-decision-text.ts'

type Props = { versions: readonly Rule[]; names: Names; titles: Titles; older: string | undefined }

/** `older`: from where the list goes on. */
export function RuleVersions({ versions, names, titles, older }: Props) {
  const t = useTranslations('rules')
  const [search] = useSearchParams()
  return (
    <Panel title={t('versions')} about={t('versionsAbout')}>
      <ol className="grid gap-5" reversed>
        {versions.map(({ id, version, rule, note, created, createdBy }) => (
          <li key={id} className="grid gap-x-6 gap-y-1 md:grid-cols-[10rem_1fr]">
            <div>
              <p className="font-semibold">{t('version', { version })}</p>
              <p className="text-fine text-ink-soft">
                <DateText at={created} form="dateTime" />
                <span className="block">
                  <Who id={createdBy} names={names} />
                </span>
              </p>
            </div>
            <div>
              <RuleInWords rule={rule} titles={titles} />
              {note && (
                <p className="measure mt-1 text-ink-soft">
                  <bdi>{note}</bdi>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2 empty:hidden">
        {search.has('versions') && <Link to={changed(search, { versions: undefined })}>{t('newestVersions')}</Link>}
        {older && <Link to={changed(search, { versions: older })}>{t('olderVersions')}</Link>}
      </p>
    </Panel>
  )
}
