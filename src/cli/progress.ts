// How far something long has come, as one line: a bar, what was done, how fast, and how long it will still take.
import { counted, duration, figure } from './figures.ts'

/** `count` of the things that people count; `fraction` of the whole, from 0 to 1, where that is known; `at` in milliseconds. */
export type Reached = Readonly<{ count: number; fraction: number | undefined; at: number }>

export type Pace = Readonly<{ rate: number; secondsLeft: number }>

/** Things a second and seconds left, from two looks; undefined until something has happened between them. */
export function paceBetween(first: Reached, now: Reached): Pace | undefined {
  const seconds = (now.at - first.at) / 1000
  const gained = now.fraction === undefined || first.fraction === undefined ? 0 : now.fraction - first.fraction
  if (seconds <= 0 || gained <= 0 || now.fraction === undefined) return undefined
  return { rate: (now.count - first.count) / seconds, secondsLeft: ((1 - now.fraction) * seconds) / gained }
}

export type Saying = Readonly<{ label: string; unit: string; reached: Reached; pace: Pace | undefined }>

/** As wide as the terminal at most; the bar gives way first. */
export function barLine(saying: Saying, width: number): string {
  const words = progressWords(saying)
  const room = width - saying.label.length - words.length - 6
  const { fraction } = saying.reached
  const bar = room >= 8 && fraction !== undefined ? ` [${barOf(fraction, Math.min(room, 30))}]` : ''
  return `${saying.label}${bar}  ${words}`.slice(0, Math.max(0, width - 1))
}

/** `45 %, 123,456 rows, 45,000 rows a second, 12 s left` */
export const progressWords = ({ unit, reached, pace }: Saying): string =>
  [
    ...(reached.fraction === undefined ? [] : [`${figure(Math.floor(reached.fraction * 100))} %`]),
    counted(reached.count, unit),
    ...(pace ? [`${counted(Math.round(pace.rate), unit)} a second`, `${duration(pace.secondsLeft)} left`] : []),
  ].join(', ')

function barOf(fraction: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, fraction)) * width)
  return '█'.repeat(full) + '░'.repeat(width - full)
}

/** Milliseconds between two plain lines, where nobody watches a bar. */
export const betweenLines = 10_000
