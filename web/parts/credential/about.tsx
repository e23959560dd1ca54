// About the micro-credential: volume, delivery, assessment, quality, and who stands behind it.
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { DateText, useDateInWords } from '../../ui/date-text.tsx'
import { Facts } from '../../ui/facts.tsx'
import { NumberText } from '../../ui/number-text.tsx'
import type { ReadCredential } from './reading.ts'

type Offering = Readonly<{ title: string; startsOn?: string | undefined; endsOn?: string | undefined }>

export function About({ read, offering }: { read: ReadCredential; offering?: Offering }) {
  const facts = useFacts(read, offering)
  return (
    <div className="text-body">
      <Facts facts={facts} />
    </div>
  )
}

type Fact = readonly [name: string, value: ReactNode]

function useFacts(read: ReadCredential, offering: Offering | undefined): readonly Fact[] {
  const t = useTranslations()
  const worded = useWorded()
  const { hours, levels, mode, supervision, assessment, quality, until, code, issued } = read
  const facts: readonly Fact[] = [
    [t('credential.facts.offering'), offering?.title && <OfferingText {...offering} />],
    [t('credential.level'), levels.length > 0 && levels.join(', ')],
    [t('credential.hours'), hours !== undefined && <NumberText value={hours} />],
    [t('credential.facts.mode'), mode && worded('mode', mode)],
    [t('credential.facts.assessment'), assessment.length > 0 && assessment.join('; ')],
    [t('credential.facts.supervision'), supervision && worded('supervision', supervision)],
    [t('credential.facts.quality'), quality.length > 0 && quality.join('; ')],
    [t('credential.issued'), issued && <DateText at={issued} form="longDate" />],
    [t('credential.facts.validity'), until ? <DateText at={until} form="longDate" /> : t('credential.facts.unlimited')],
    [t('credential.facts.code'), code],
  ]
  return facts.filter(([, value]) => value).map(([name, value]) => [name, <bdi key={name}>{value}</bdi>])
}

/** A word of our own list in the reader's language; a stranger's word as it is. */
function useWorded() {
  const t = useTranslations()
  return (list: 'mode' | 'supervision', word: string): string => {
    const key = `credential.${list}.${word}` as 'credential.mode.online'
    return t.has(key) ? t(key) : word
  }
}

function OfferingText({ title, startsOn, endsOn }: Offering) {
  const t = useTranslations()
  const inWords = useDateInWords()
  return (
    <>
      <bdi>{title}</bdi>
      {startsOn && (
        <span className="block text-fine text-ink-soft">
          {endsOn ? t('credential.facts.period', { from: inWords(startsOn), to: inWords(endsOn) }) : inWords(startsOn)}
        </span>
      )}
    </>
  )
}
