// About the micro-credential: volume, delivery, assessment, quality, and how long what was earned holds.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { Facts } from '../../ui/facts.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import type { ReadAchievement, ReadCredential } from './reading.ts'
import { WithDates } from './with-dates.tsx'

type Offering = Readonly<{ title: string; startsOn?: string | undefined; endsOn?: string | undefined }>
type Held = Pick<ReadCredential, 'issued' | 'until'>

/** `held` and `offering` only where somebody has earned it. */
export function About({
  read,
  held,
  offering,
}: {
  read: ReadAchievement
  held?: Held | undefined
  offering?: Offering | undefined
}) {
  const facts = [...useOffered(offering, read.language), ...useDescribed(read), ...useHeld(held), ...usePublished(read)]
  return (
    <div className="text-body">
      <Facts facts={facts.filter(([, value]) => value)} />
    </div>
  )
}

type Fact = readonly [name: string, value: ReactNode]

function useOffered(offering: Offering | undefined, language: string | undefined): readonly Fact[] {
  const t = useTranslations()
  return [[t('credential.facts.offering'), offering?.title && <OfferingText {...offering} language={language} />]]
}

function useDescribed({ hours, levels, mode, supervision, assessment, quality, language }: ReadAchievement): readonly Fact[] {
  const t = useTranslations()
  const worded = useWorded(language)
  const said = (texts: readonly string[], by: string) => texts.length > 0 && <bdi lang={language}>{texts.join(by)}</bdi>
  return [
    [t('credential.level'), said(levels, ', ')],
    [t('credential.hours'), hours !== undefined && <NumberText value={hours} />],
    [t('credential.facts.mode'), mode && worded('mode', mode)],
    [t('credential.facts.assessment'), said(assessment, '; ')],
    [t('credential.facts.supervision'), supervision && worded('supervision', supervision)],
    [t('credential.facts.quality'), said(quality, '; ')],
  ]
}

function useHeld(held: Held | undefined): readonly Fact[] {
  const t = useTranslations()
  if (!held) return []
  const { issued, until } = held
  return [
    [t('credential.issued'), issued && <DateText at={issued} form="longDate" />],
    [t('credential.expires'), until ? <DateText at={until} form="longDate" /> : t('credential.facts.unlimited')],
  ]
}

function usePublished({ code, version, address }: ReadAchievement): readonly Fact[] {
  const t = useTranslations()
  const published = version && t('credential.facts.version', { version })
  return [
    [t('credential.facts.code'), code && <bdi>{code}</bdi>],
    [
      t('credential.facts.published'),
      published && address ? (
        <a href={address} rel="noreferrer nofollow" className="text-accent-ink underline underline-offset-3">
          {published}
        </a>
      ) : (
        published
      ),
    ],
  ]
}

/** A word of our own list in the reader's language; a stranger's word as it is. */
function useWorded(language: string | undefined) {
  const t = useTranslations()
  return (list: 'mode' | 'supervision', word: string): ReactNode => {
    const key = `credential.${list}.${word}` as 'credential.mode.online'
    return t.has(key) ? t(key) : <bdi lang={language}>{word}</bdi>
  }
}

function OfferingText({ title, startsOn, endsOn, language }: Offering & { language: string | undefined }) {
  const t = useTranslations()
  return (
    <>
      <bdi lang={language}>{title}</bdi>
      {startsOn && (
        <span className="block text-fine text-ink-soft">
          {endsOn ? (
            <WithDates text={(from, to) => t('credential.facts.period', { from, to })} at={[startsOn, endsOn]} form="date" />
          ) : (
            <DateText at={startsOn} />
          )}
        </span>
      )}
    </>
  )
}
