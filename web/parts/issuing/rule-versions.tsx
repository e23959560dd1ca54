// Every version of a rule, newest first: what it said, who saved it, when and why.
import { useTranslations } from 'use-intl'
import type { Rule } from '#domain/issuing/issuing.api.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Names } from '../intake/member-names.ts'
import { Who } from '../intake/who.tsx'
import { RuleInWords } from './rule-in-words.tsx'

export function RuleVersions({ versions, names }: { versions: readonly Rule[]; names: Names }) {
  const t = useTranslations('rules')
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
              <RuleInWords rule={rule} />
              {note && (
                <p className="measure mt-1 text-ink-soft">
                  <bdi>{note}</bdi>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
