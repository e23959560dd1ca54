// A date or a moment in the reader's way. Server and browser read the same zone, so the page does not change under the eyes.
import { useFormatter } from 'use-intl'

const forms = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  longDate: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  /** Where it matters when exactly: names the zone. */
  moment: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type Form = keyof typeof forms
type Props = { at: string | number | Date; form?: Form }

export function DateText({ at, form = 'date' }: Props) {
  const inWords = useDateInWords()
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return <>{String(at)}</>
  return (
    <time dateTime={isDay(at) ? String(at) : date.toISOString()} suppressHydrationWarning className="whitespace-nowrap">
      {inWords(at, form)}
    </time>
  )
}

/** The same as a text, for sentences and labels. */
export function useDateInWords() {
  const format = useFormatter()
  return (at: Props['at'], form: Form = 'date'): string => {
    const date = new Date(at)
    if (Number.isNaN(date.getTime())) return String(at)
    return format.dateTime(date, { ...forms[form], ...(isDay(at) ? { timeZone: 'UTC' } : {}) })
  }
}

/** A calendar day is the same day everywhere. */
const isDay = (at: Props['at']): boolean => typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at)
