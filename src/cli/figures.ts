// Numbers, times and words with numbers, as people read them on a terminal.

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export const figure = (value: number): string => whole.format(value)

/** `counted(1, 'row')` → `1 row`; `counted(2, 'row')` → `2 rows`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${figure(count)} ${count === 1 ? one : many}`

const units = ['bytes', 'KB', 'MB', 'GB', 'TB']

export function bytes(count: number): string {
  const power = count < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(count) / 10))
  return `${oneDigit.format(count / 1024 ** power)} ${units[power]}`
}

/** Rounded the way people say it. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${oneDigit.format(seconds)} s`
  if (seconds < 90) return `${figure(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** `a, b, and c` */
export const list = (items: readonly string[]): string => new Intl.ListFormat('en').format(items)

/** `a, b, or c` */
export const choice = (items: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(items)
