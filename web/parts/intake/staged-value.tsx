// One field of a row as it was understood: keys with what they are the keys of, and a change from what is stored to what would be.
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { StagedRow } from '#domain/intake/intake.api.ts'
import { DateText } from '../../ui/date-text.tsx'
import { LearnerName } from './learner-name.tsx'

type Props = { field: string; row: StagedRow }

export function StagedValue({ field, row }: Props) {
  const { fact, before = {}, names } = row
  const value = fact[field]
  if (field === 'learner') return <LearnerName learner={{ key: String(value), name: names.learner }} />
  if (field === 'lineItem' && names.lineItem) return <Named name={names.lineItem} code={String(value)} />
  const now = field === 'score' ? <Score value={value} maximum={names.maximum} /> : <Value field={field} value={value} />
  if (!(field in before) || same(before[field], value)) return now
  return (
    <Change aside={field === 'score'} from={<Value field={field} value={before[field]} />}>
      {now}
    </Change>
  )
}

const same = (a: unknown, b: unknown) => (a ?? '') === (b ?? '')

function Named({ name, code }: { name: string; code: string }) {
  if (name === code) return <bdi>{name}</bdi>
  return (
    <>
      <bdi>{name}</bdi> <bdi className="text-ink-soft">{code}</bdi>
    </>
  )
}

/** Of numbers beside each other, of anything longer below. */
function Change({ from, aside, children }: { from: ReactNode; aside: boolean; children: ReactNode }) {
  const t = useTranslations('imports')
  return (
    <span className={aside ? 'inline-flex items-center gap-x-1.5' : 'block'}>
      <del className={aside ? 'text-ink-soft' : 'block text-ink-soft'}>
        <span className="heard">{t('was')} </span>
        {from}
      </del>
      <span className="inline-flex items-center gap-x-1.5">
        <ArrowRight size={14} aria-hidden className="flips shrink-0 text-ink-soft" />
        <ins className="font-semibold no-underline">
          <span className="heard">{t('becomes')} </span>
          {children}
        </ins>
      </span>
    </span>
  )
}

function Score({ value, maximum }: { value: unknown; maximum: number | undefined }) {
  const t = useTranslations('imports')
  return (
    <>
      <Value field="score" value={value} />
      {maximum !== undefined && typeof value === 'number' && (
        <span className="font-normal text-ink-soft"> {t('outOf', { maximum })}</span>
      )}
    </>
  )
}

const dates: readonly string[] = ['startsOn', 'endsOn', 'dueOn', 'submittedOn', 'on']

/** Where the values are words of ours, they are in the catalogue. */
const words: Readonly<Record<string, string>> = { value: 'decision.outcome', status: 'records.status' }

function Value({ field, value }: { field: string; value: unknown }) {
  const t = useTranslations()
  const format = useFormatter()
  if (value === undefined || value === null || value === '') return <span className="text-ink-soft">–</span>
  if (typeof value === 'boolean') return t(value ? 'records.yes' : 'records.no')
  if (typeof value === 'number') return format.number(value)
  if (dates.includes(field)) return <DateText at={String(value)} />
  const word = `${words[field]}.${value}` as 'records.yes'
  return <bdi>{field in words && t.has(word) ? t(word) : String(value)}</bdi>
}
