// How far something long has come: rows, rate, time left, and a way to stop it.
import type { ReactNode } from 'react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useNumber } from './number-text.tsx'

type Props = {
  label: ReactNode
  done: number
  /** Left out while it is not known. */
  total?: number
  /** Said instead of "so many of so many", where what is told is not what is measured: bytes, or rows while bytes are counted. */
  said?: string | undefined
  /** Rows a second. */
  rate?: number
  /** Said instead of the rate in rows. */
  rateSaid?: string | undefined
  secondsLeft?: number
  /** A button or form that stops it. */
  cancel?: ReactNode
}

export function Progress({ label, done, total, said, rate, rateSaid, secondsLeft, cancel }: Props) {
  const t = useTranslations()
  const number = useNumber()
  const id = useId()
  const figures = [
    said ?? (total === undefined ? t('ui.progress.rowsOnly', { done }) : t('ui.progress.rows', { done, total })),
    rateSaid ?? (rate === undefined ? '' : t('ui.progress.rate', { rate: Math.round(rate) })),
    secondsLeft === undefined ? '' : t('ui.progress.left', { time: duration(t, secondsLeft) }),
  ].filter(Boolean)
  return (
    <div>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
        <span id={id} className="font-semibold">
          {label}
        </span>
        {total !== undefined && (
          <span className="figures font-semibold">{number(total === 0 ? 1 : done / total, 'percent')}</span>
        )}
      </div>
      <progress
        aria-labelledby={id}
        className="my-1.5 block h-2 w-full"
        {...(total === undefined ? {} : { value: done, max: Math.max(total, 1) })}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="figures text-fine text-ink-soft">{figures.join(' · ')}</span>
        {cancel}
      </div>
    </div>
  )
}

/** Rounded the way people say it; a bar that is exact to the second jumps. */
const duration = (t: ReturnType<typeof useTranslations<never>>, seconds: number) =>
  seconds < 90
    ? t('ui.progress.seconds', { count: seconds < 10 ? Math.ceil(seconds) : Math.ceil(seconds / 5) * 5 })
    : t('ui.progress.minutes', { count: Math.ceil(seconds / 60) })
