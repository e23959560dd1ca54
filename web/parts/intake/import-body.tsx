// What an import shows, by its state.
import { Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Form, useSearchParams } from 'react-router'
import { useTranslations } from 'use-intl'
import type { Import } from '#domain/intake/intake.api.ts'
import type { MappingProfile } from '#standards/csv/profile.ts'
import { changed } from '../../lib/address.ts'
import { useHere } from '../../lib/here.ts'
import type { Problem } from '../../lib/problem.ts'
import { Callout } from '../../ui/callout.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { useNumber } from '../../ui/number-text.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { RefusedCallout } from '../issuing/refused-callout.tsx'
import { changesAnything, useWhatItBrings } from './import-facts.ts'
import { ImportFiles } from './import-files.tsx'
import { ImportPreview } from './import-preview.tsx'

type Props = Pick<Parameters<typeof ImportPreview>[0], 'of' | 'shown' | 'issuedOn'> & {
  profile: MappingProfile | undefined
  problem: Problem | undefined
}

export function ImportBody({ of, profile, shown, issuedOn, problem }: Props) {
  const { state } = of
  return (
    <div className="grid gap-6">
      <UploadRefused problem={problem} of={of} />
      <Note of={of} />
      {(state === 'reading' || state === 'importing') && <UnderWay of={of} />}
      {(state === 'open' || state === 'failed') && profile && <ImportFiles profile={profile} files={of.files} to={of} />}
      {(state === 'previewed' || state === 'imported' || state === 'undone') && <ImportPreview {...{ of, shown, issuedOn }} />}
      {state === 'previewed' && profile && <OtherFiles of={of} profile={profile} />}
    </div>
  )
}

/** Beside the dialogs, which say their own. */
function UploadRefused({ problem, of: { state } }: { problem: Problem | undefined; of: Import }) {
  const [search] = useSearchParams()
  if (!problem || search.has('confirm') || (state !== 'open' && state !== 'failed' && state !== 'previewed')) return null
  return <RefusedCallout problem={problem} />
}

function UnderWay({ of: { state, progress, files } }: { of: Import }) {
  const t = useTranslations('imports')
  const number = useNumber()
  const total = progress?.total ?? files.reduce((sum, { bytes }) => sum + bytes, 0)
  return (
    <div className="max-w-3xl rounded-lg border border-line bg-surface p-5">
      <Progress
        label={t(state === 'reading' ? 'readingNow' : 'importingNow')}
        done={progress?.bytes ?? 0}
        total={Math.max(total, 1)}
        said={t('rowsOfBytes', { rows: progress?.rows ?? 0, size: number(total, 'bytes') })}
        {...(progress ? { rate: progress.rate, secondsLeft: progress.secondsLeft } : {})}
      />
      <p className="mt-3 text-fine text-ink-soft">{t(state === 'reading' ? 'readingNote' : 'importingNote')}</p>
    </div>
  )
}

function Note({ of }: { of: Import }) {
  const note = notes[of.state]
  return note ? note(of) : null
}

const notes: Partial<Record<Import['state'], (of: Import) => ReactNode>> = {
  failed: (of) => <Failed of={of} />,
  previewed: (of) => <Previewed of={of} />,
  imported: (of) => <Imported of={of} />,
  undone: () => <Ended as="undone" />,
  discarded: () => <Ended as="discarded" />,
}

function Failed({ of: { failure } }: { of: Import }) {
  const t = useTranslations('imports')
  const key = `failure.${failure?.code}` as 'failure.reading_failed'
  return (
    <Callout tone="failed" title={t.has(key) ? t(key) : t('failure.other')}>
      {t('failure.next')}
    </Callout>
  )
}

function Previewed({ of: { counts, refused } }: { of: Import }) {
  const t = useTranslations('imports')
  const [search] = useSearchParams()
  if (!changesAnything(counts))
    return (
      <Callout tone={refused > 0 ? 'warned' : 'info'} title={t(refused > 0 ? 'nothingUnderstood' : 'nothingNew')}>
        {t(refused > 0 ? 'nothingUnderstoodText' : 'nothingNewText')}
      </Callout>
    )
  if (refused === 0)
    return (
      <Callout tone="passed" title={t('allUnderstood')}>
        {t('previewNote')}
      </Callout>
    )
  return (
    <Callout tone="warned" title={t('someRefused', { count: refused })}>
      {t('someRefusedText')}{' '}
      <Link to={changed(search, { show: 'refused' })} preventScrollReset>
        {t('seeRefused')}
      </Link>
    </Callout>
  )
}

function Imported({ of: { counts } }: { of: Import }) {
  const t = useTranslations('imports')
  const { base } = useHere()
  const brings = useWhatItBrings()
  return (
    <Callout tone="passed" title={changesAnything(counts) ? t('importedWhat', { what: brings(counts) }) : t('importedNothing')}>
      <span className="mt-1 flex flex-wrap gap-2">
        <ButtonLink to={`${base}/enrolments`} size="small">
          {t('toEnrolments')}
        </ButtonLink>
        <ButtonLink to={`${base}/offerings`} size="small" icon={Link2}>
          {t('toOfferings')}
        </ButtonLink>
      </span>
    </Callout>
  )
}

function Ended({ as }: { as: 'undone' | 'discarded' }) {
  const t = useTranslations('imports')
  return <Callout tone="info" title={t(as)} />
}

/** Better files, before anything was done: the preview is made anew. */
function OtherFiles({ of, profile }: { of: Import; profile: MappingProfile }) {
  const t = useTranslations('imports')
  const { may } = useHere()
  if (!may('intake:import')) return null
  return (
    <div className="border-t border-line pt-4">
      <Disclosure summary={t('otherFiles')}>
        <div className="grid gap-5">
          <p className="measure text-ink-soft">{t('otherFilesText')}</p>
          <ImportFiles profile={profile} files={of.files} to={of} />
          <Form method="post">
            <SubmitButton name="intent" value="preview" tone="quiet">
              {t('previewAgain')}
            </SubmitButton>
          </Form>
        </div>
      </Disclosure>
    </div>
  )
}
