// A release at a glance: how far it has come, and its counts as filters that add up.
import { useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import { lineStates, type Release, verdict } from '#domain/issuing/issuing.api.ts'
import { changed } from '../../lib/address.ts'
import { useHere } from '../../lib/here.ts'
import { Callout } from '../../ui/callout.tsx'
import { Link } from '../../ui/link.tsx'
import { Progress } from '../../ui/progress.tsx'
import { TallyChips } from './tally-chips.tsx'

export function ReleaseSummary({ release }: { release: Release }) {
  const t = useTranslations('releases')
  const { state, tally, microCredentials } = release
  const { base } = useHere()
  return (
    <>
      <UnderWay release={release} />
      {release.failure && (
        <Callout tone="warned" title={t('failed')}>
          {t('failedText')}
        </Callout>
      )}
      <Finished release={release} />
      {state === 'cancelled' && (
        <Callout tone="info" title={t('cancelledTitle')}>
          {t('cancelledText')}
        </Callout>
      )}
      {state !== 'preparing' && (
        <div className="grid gap-3">
          <p className="text-lead font-semibold">{t('sentence', tally)}</p>
          <Chips release={release} />
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-fine text-ink-soft">
            {microCredentials.map(({ id, title, ruleVersion, designVersion }) => (
              <li key={id}>
                <Link to={`${base}/rules/${id}`}>
                  <bdi>{title}</bdi>
                </Link>{' '}
                {t('under', { rule: ruleVersion, version: designVersion })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function UnderWay({ release: { state, progress } }: { release: Release }) {
  const t = useTranslations('releases')
  if (state !== 'preparing' && state !== 'issuing') return null
  return (
    <div className="max-w-3xl rounded-lg border border-line bg-surface p-5">
      <Progress
        label={t(state === 'preparing' ? 'preparingNow' : 'issuingNow')}
        done={progress?.done ?? 0}
        {...(progress && progress.total > 0
          ? { total: progress.total, rate: progress.rate, secondsLeft: progress.secondsLeft }
          : {})}
      />
      <p className="mt-3 text-fine text-ink-soft">{t(state === 'preparing' ? 'preparingNote' : 'issuingNote')}</p>
    </div>
  )
}

function Finished({ release: { state, lines } }: { release: Release }) {
  const t = useTranslations('releases')
  const [search] = useSearchParams()
  if (state !== 'issued') return null
  if (lines.failed === 0) return <Callout tone="passed" title={t('issuedAll', { count: lines.issued })} />
  return (
    <Callout tone="warned" title={t('issuedSome', { count: lines.issued, failed: lines.failed })}>
      <Link to={changed(search, { state: 'failed', verdict: undefined })} preventScrollReset>
        {t('seeFailed')}
      </Link>
    </Callout>
  )
}

const notDue = verdict.exclude(['qualifies']).options

/** By state; those that are not due apart by verdict, so that everybody is in exactly one. */
function Chips({ release: { lines, tally } }: { release: Release }) {
  const t = useTranslations()
  const [search] = useSearchParams()
  const [state, asked] = [search.get('state'), search.get('verdict')]
  const states = lineStates.filter((one) => one !== 'not_due' && lines[one] > 0)
  return (
    <TallyChips
      label={t('releases.chips')}
      chips={[
        {
          key: 'all',
          label: t('releases.everybody'),
          count: tally.enrolments,
          to: changed(search, { state: undefined, verdict: undefined, open: undefined }),
          current: !state && !asked,
        },
        ...states.map((one) => ({
          key: one,
          label: t(`state.${one}`),
          count: lines[one],
          state: one,
          to: changed(search, { state: one, verdict: undefined, open: undefined }),
          current: state === one,
        })),
        ...notDue.map((one) => ({
          key: one,
          label: t(`state.${one}`),
          count: tally[one],
          state: one,
          to: changed(search, { verdict: one, state: undefined, open: undefined }),
          current: asked === one,
        })),
      ]}
    />
  )
}
