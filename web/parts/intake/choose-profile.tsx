// Before an import: which mapping profile fits. Chosen by hand, or found from the files that somebody has at hand.
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Profile } from '#domain/intake/intake.api.ts'
import { useHere } from '../../lib/here.ts'
import { useIsolated } from '../../lib/isolated.ts'
import type { Problem } from '../../lib/problem.ts'
import { Callout } from '../../ui/callout.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Form } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { beginningsOf } from './beginnings.ts'
import { type Fit, fitsOf, suggested } from './fitting-profile.ts'
import { useFitInWords } from './use-fit-in-words.ts'

type Props = {
  profiles: readonly Profile[]
  files: readonly File[]
  onFiles: (files: File[]) => void
  problem: Problem | undefined
}

export function ChooseProfile({ profiles, files, onFiles, problem }: Props) {
  const t = useTranslations('imports')
  const { base } = useHere()
  const [fits, setFits] = useState<readonly Fit[]>()
  const best = suggested(fits ?? [])
  const take = async (chosen: File[]) => {
    onFiles(chosen)
    setFits(chosen.length === 0 ? undefined : fitsOf(profiles, await beginningsOf(chosen)))
  }
  return (
    <div className="grid max-w-2xl gap-6">
      <div className="no-script:hidden">
        <FileDrop name="at-hand" label={t('atHand')} help={t('atHandHelp')} many accept={accepted} onFiles={take} />
      </div>
      <Found fits={fits} title={profiles.find(({ slug }) => slug === best?.slug)?.title} />
      <Form problem={problem} labels={{ profile: t('whichProfile') }}>
        <RadioGroup
          key={best?.slug ?? ''}
          name="profile"
          label={t('whichProfile')}
          help={t('whichProfileHelp')}
          defaultValue={best?.slug ?? ''}
          choices={profiles.map((profile) => ({
            value: profile.slug,
            label: <bdi className="font-semibold">{profile.title}</bdi>,
            help: <About profile={profile} fit={fits?.find(({ slug }) => slug === profile.slug)} />,
          }))}
        />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{files.length > 0 ? t('sendAtHand', { count: files.length }) : t('chooseFiles')}</SubmitButton>
          <Link to={`${base}/profiles`}>{t('otherShape')}</Link>
        </div>
      </Form>
    </div>
  )
}

const accepted = '.csv,.txt,.tsv,text/csv'

/** What was found among the profiles, and that nothing was where it was not. */
function Found({ fits, title }: { fits: readonly Fit[] | undefined; title: string | undefined }) {
  const t = useTranslations('imports')
  const isolated = useIsolated()
  const said = title ? t('fits.found', { title: isolated(title) }) : t(fits?.length === 0 ? 'fits.none' : 'fits.several')
  return (
    <div role="status" className={fits ? '' : 'hidden'}>
      {fits && <Callout tone={title ? 'passed' : 'warned'} title={said} />}
    </div>
  )
}

function About({ profile: { description, document }, fit }: { profile: Profile; fit: Fit | undefined }) {
  const t = useTranslations('imports')
  const words = useFitInWords()
  return (
    <>
      <bdi>{description}</bdi>
      <span className="block">
        {t('needs')} <bdi dir="ltr">{document.files.map(({ names }) => names[0]).join(', ')}</bdi>
      </span>
      {fit && <span className="block font-semibold text-ink">{words(fit)}</span>}
    </>
  )
}
