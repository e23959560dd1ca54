// Calendar days: reading them by format, and counting from one to another. A day is an ISO string, yyyy-mm-dd.

const parts: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MMM: '(?<name>[A-Za-z]{3})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '\\d{2}',
  mm: '\\d{2}',
  ss: '\\d{2}',
  '*': '.*',
}

const token = /yyyy|MMM|MM|M|dd|d|HH|mm|ss|\*|'[^']*'|[^A-Za-z]/g
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export type DateReader = (text: string) => string | undefined

/**
 * Formats are those of Unicode (UTS 35): yyyy MM M MMM (English) dd d HH mm ss, 'text' and signs; a last * takes any rest.
 * Hours and what follows are matched and not used. Undefined for a format without exactly one year, month and day.
 */
export function dateReader(format: string): DateReader | undefined {
  const tokens: readonly string[] = format.match(token) ?? []
  const days = ['yyyy', 'M', 'd'].map((letter) => tokens.filter((part) => part.startsWith(letter)).length)
  const star = tokens.indexOf('*')
  if (tokens.join('') !== format || days.some((count) => count !== 1) || (star >= 0 && star !== tokens.length - 1))
    return undefined
  const pattern = new RegExp(`^${tokens.map((part) => parts[part] ?? literally(part)).join('')}$`, 's')
  return (text) => {
    const { year, month, name, day } = pattern.exec(text)?.groups ?? {}
    return dayOf(Number(year), name ? months.indexOf(name.toLowerCase()) + 1 : Number(month), Number(day))
  }
}

const literally = (part: string) => part.replace(/^'(.*)'$/s, '$1').replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

const dayLength = 86_400_000

/** The ISO day, or undefined where the calendar has no such day. Years 1000 to 9999. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  const there = year >= 1000 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return there ? at.toISOString().slice(0, 10) : undefined
}

/** `day` must be an ISO day; undefined where it is not, or where the answer leaves the years 1000 to 9999. */
export function daysAfter(day: string, count: number): string | undefined {
  if (isoDay?.(day) !== day) return undefined
  const at = new Date(Date.parse(day) + count * dayLength)
  return at.getUTCFullYear() >= 1000 && at.getUTCFullYear() <= 9999 ? at.toISOString().slice(0, 10) : undefined
}

const isoDay = dateReader('yyyy-MM-dd')
