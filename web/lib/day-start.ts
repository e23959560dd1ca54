// The moment at which a calendar day begins where the reader lives.

/** `day` is yyyy-mm-dd, `timeZone` an IANA zone; undefined where there is no such day. */
export function startOfDay(day: string, timeZone: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined
  const there = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(there) || new Date(there).toISOString().slice(0, 10) !== day) return undefined
  const guess = there - offsetAt(there, timeZone)
  // across a change of the clocks the first guess is an hour off
  return new Date(there - offsetAt(guess, timeZone))
}

/** The day after, at its beginning: what lies before it belongs to the day. */
export function endOfDay(day: string, timeZone: string): Date | undefined {
  if (startOfDay(day, timeZone) === undefined) return undefined
  return startOfDay(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10), timeZone)
}

/** How far the clocks there are ahead of UTC at this moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(moment / 1000) * 1000
}
