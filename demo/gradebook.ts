// What learners did in a course: who came, what they handed in, what it was worth, and how it ended. Invented, and always the same.
import { chanceFrom } from './chance.ts'

export type LineItem = Readonly<{
  key: string
  title: string
  group: string
  weight: number
  points: number
  /** Days before the anchor. */
  due: number
}>

export type Course = Readonly<{
  run: string
  course: string
  title: string
  term: string
  starts: number
  ends: number
  items: readonly LineItem[]
  /** The number of the first learner; the others follow. */
  numbers: (index: number) => string
  names: readonly string[]
  seed: number
}>

/** `points` is missing where nothing was handed in. */
export type Mark = Readonly<{ item: LineItem; points?: number; handedIn?: number }>
export type Ending = 'merit' | 'pass' | 'fail' | 'left' | 'open'
export type Entry = Readonly<{ number: string; name: string; email: string; marks: readonly Mark[]; ending: Ending }>

export function entriesOf({ names, numbers, items, seed }: Course): Entry[] {
  const chance = chanceFrom(seed)
  return names.map((name, index) => {
    const number = numbers(index)
    const course = wayThrough(chance(), index)
    const strength = index === 0 ? 0.9 : 0.34 + 0.58 * Math.sqrt(chance())
    const handed = items.length - course.missing
    const marks = items.map((item, nth) => markOf(item, nth < handed, strength, [chance(), chance()]))
    return { number, name, email: emailOf(name, number), marks, ending: course.ending ?? endingOf(marks) }
  })
}

/** Most go through to the end; some leave half-way, and some still owe their last piece of work. */
function wayThrough(fate: number, index: number): { missing: number; ending?: Ending } {
  if (index === 0 || fate >= 0.14) return { missing: 0 }
  return fate < 0.08 ? { missing: 3, ending: 'left' } : { missing: 1, ending: 'open' }
}

function markOf(item: LineItem, handedIn: boolean, strength: number, [luck, delay]: readonly [number, number]): Mark {
  if (!handedIn) return { item }
  const share = Math.min(1, Math.max(0.08, strength + (luck - 0.5) * 0.3))
  return { item, points: Math.round(share * item.points * 2) / 2, handedIn: item.due + Math.floor(delay * 4) }
}

function endingOf(marks: readonly Mark[]): Ending {
  const weight = marks.reduce((sum, { item }) => sum + item.weight, 0)
  const reached = marks.reduce((sum, { item, points = 0 }) => sum + (points / item.points) * item.weight, 0) / weight
  if (reached >= 0.85) return 'merit'
  return reached >= 0.55 ? 'pass' : 'fail'
}

/** As an address would be made of the name, where its letters allow it. */
function emailOf(name: string, number: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’'ʻ-]/g, '')
  const words = plain.match(/^[a-z]+( [a-z]+)*$/) ? plain.split(' ') : undefined
  const local = words && words.length > 1 ? `${words[0]}.${words.at(-1)}` : number.toLowerCase()
  return `${local}@learners.example.net`
}

/** RFC 4180, with another delimiter where asked for. */
export const csv = (rows: readonly (readonly (string | number)[])[], delimiter = ','): string =>
  rows.map((row) => `${row.map((value) => cell(String(value), delimiter)).join(delimiter)}\r\n`).join('')

const cell = (value: string, delimiter: string) =>
  value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
