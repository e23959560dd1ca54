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

type Props = { at: string | number | Date; form?: keyof typeof forms }

export function DateText({ at, form = 'date' }: Props) {
  const format = useFormatter()
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return <>{String(at)}</>
  // A calendar day is the same day everywhere.
  const day = typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at)
  return (
    <time dateTime={day ? at : date.toISOString()} suppressHydrationWarning className="whitespace-nowrap">
      {format.dateTime(date, { ...forms[form], ...(day ? { timeZone: 'UTC' } : {}) })}
    </time>
  )
}
