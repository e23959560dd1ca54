// A mapping profile in words: its files, what a row of each says, and how files are joined.
import { Fragment } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { type Expression, stepsOf } from '#standards/csv/expression.ts'
import type { FileMapping, Yield } from '#standards/csv/mapping.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'

export function ProfileSummary({ profile: { files } }: { profile: Pick<MappingProfile, 'files'> }) {
  return (
    <ol className="grid gap-6">
      {files.map((file) => (
        <li key={file.role} className="border-s-2 border-accent ps-4">
          <FileSummary file={file} />
        </li>
      ))}
    </ol>
  )
}

function FileSummary({ file }: { file: FileMapping }) {
  const t = useTranslations('profiles')
  const format = useFormatter()
  const { names, required = true, joins = [], derived = {}, yields = [] } = file
  return (
    <>
      <h3 className="font-bold">
        <bdi dir="ltr">{names.join(', ')}</bdi>{' '}
        {!required && <span className="font-normal text-ink-soft">({t('optional')})</span>}
      </h3>
      {yields.length === 0 && <p className="text-ink-soft">{t('lookedUpOnly')}</p>}
      {joins.map(({ as, file: other, on, whenMissing }) => (
        <p key={as} className="text-ink-soft">
          {t('join', { file: other, columns: format.list(Object.keys(on)) })} {whenMissing === 'empty' && t('joinEmpty')}
        </p>
      ))}
      {Object.entries(derived).map(([column, expression]) => (
        <p key={column} className="text-ink-soft">
          {t('derived')} <Code>{column}</Code> {t('from')} <ExpressionInWords of={expression} />
        </p>
      ))}
      <div className="mt-2 grid gap-3">
        {yields.map((one, at) => (
          <YieldSummary key={at} of={one} />
        ))}
      </div>
    </>
  )
}

function YieldSummary({ of: { fact, when = [], ...fields } }: { of: Yield }) {
  const t = useTranslations()
  const known = Object.entries(fields as Record<string, Expression | undefined>).filter(([, value]) => value !== undefined)
  return (
    <div>
      <p className="font-semibold">{t(`profiles.each.${fact}`)}</p>
      {when.map(({ value, in: wanted = [], notIn = [], present }, at) => (
        <p key={at} className="text-ink-soft">
          {t('profiles.when')} <ExpressionInWords of={value} />{' '}
          {t('profiles.whenWhat', {
            form: wanted.length > 0 ? 'in' : notIn.length > 0 ? 'notIn' : present === false ? 'absent' : 'present',
            values: [...wanted, ...notIn].join(', '),
          })}
        </p>
      ))}
      <dl className="mt-1 grid gap-x-5 gap-y-0.5 sm:grid-cols-[9rem_1fr]">
        {known.map(([field, expression]) => (
          <Fragment key={field}>
            <dt className="text-ink-soft">
              {t.has(`records.field.${field}` as 'records.field.key')
                ? t(`records.field.${field}` as 'records.field.key')
                : field}
            </dt>
            <dd>{expression !== undefined && <ExpressionInWords of={expression} />}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  )
}

/** Where a value is read, and what is done to it on the way. */
function ExpressionInWords({ of }: { of: Expression }) {
  const t = useTranslations('profiles')
  const format = useFormatter()
  const { from, translate, otherwise, number, date, daysAfter } = stepsOf(of)
  const notes = [
    translate &&
      t('translated', {
        pairs: format.list(
          Object.entries(translate)
            .slice(0, 6)
            .map(([seen, meant]) => `${seen} → ${meant}`),
        ),
        more: Math.max(0, Object.keys(translate).length - 6),
      }),
    translate && otherwise && otherwise !== 'refuse' && t(`otherwise.${otherwise}`),
    number && t('asNumber', { min: number.min ?? 'none', max: number.max ?? 'none' }),
    date && t('asDate', { formats: format.list(date.formats, { type: 'disjunction' }) }),
  ].filter(Boolean)
  return (
    <span>
      <Source of={from} />
      {daysAfter !== undefined && (
        <>
          {' '}
          {t('daysAfter')} <Source of={daysAfter} />
        </>
      )}
      {notes.length > 0 && <span className="text-ink-soft"> ({notes.join('; ')})</span>}
    </span>
  )
}

const Source = ({ of }: { of: ReturnType<typeof stepsOf>['from'] }) => (
  <Code>{typeof of === 'string' ? of : `${of.of === undefined ? '' : `${of.of}.`}${of.column}`}</Code>
)

const Code = ({ children }: { children: string }) => (
  <code dir="ltr" className="rounded-sm bg-sunken px-1 font-mono text-fine">
    {children}
  </code>
)
