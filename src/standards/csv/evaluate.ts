// Expressions at work: bound once to the columns of a file, then run on each row.
import { dateReader, daysAfter } from './dates.ts'
import type { Expression, Source, Steps } from './expression.ts'
import { partsOf, stepsOf } from './expression.ts'
import type { ReadsAs } from './fields.ts'
import type { CsvRefusalCode, RowRefusal } from './refusals.ts'
import { shortened } from './refusals.ts'
import type { ColumnRef } from './template.ts'
import { shownColumn } from './template.ts'

/** Read columns first, derived ones after them; a join that found nothing is undefined. */
export type Row = Readonly<{ cells: string[]; joined: (readonly string[] | undefined)[] }>

/** Notes a refusal of the row. */
export type Say = (code: CsvRefusalCode, column: string, values: RowRefusal['values']) => undefined

/** '' where there is no value, and where one was refused. */
export type Reads<T> = (row: Row, say: Say) => T

/** How columns are found in the rows of one file. Undefined for an optional column that the file does not have. */
export type Columns = Readonly<{
  joins: readonly string[]
  empty: readonly string[]
  cellOf: (ref: ColumnRef) => ((row: Row) => string) | undefined
}>

export type Bound = Readonly<{ column: string; read: Reads<string | number | boolean | undefined> }>

/** `column` names what a refusal should point at; '' for a constant. */
export function bind(expression: Expression, as: ReadsAs, columns: Columns): Bound {
  const column = pointedAt(stepsOf(expression).from, columns)
  const text = bindText(expression, columns)
  const { date, daysAfter } = stepsOf(expression)
  const kind = finals[date || daysAfter !== undefined ? 'text' : as]
  return { column, read: (row, say) => kind(text(row, say), say, column) }
}

/** The value as text, numbers and dates in their plain forms. */
export function bindText(expression: Expression, columns: Columns): Reads<string> {
  const steps = stepsOf(expression)
  const column = pointedAt(steps.from, columns)
  const raw = bindSource(steps.from, steps.empty ?? columns.empty, columns)
  const changes = [translation(steps), numeral(steps), day(steps), dayAfter(steps, columns)].filter((one) => one !== undefined)
  if (changes.length === 0) return raw
  return (row, say) => {
    let value = raw(row)
    for (const change of changes) if (value !== '') value = change(value, (code, values) => say(code, column, values), row)
    return value
  }
}

const finals: Readonly<Record<ReadsAs, (text: string, say: Say, column: string) => string | number | boolean | undefined>> = {
  text: (text) => (text === '' ? undefined : text),
  number: (text, say, column) => {
    if (text === '') return undefined
    if (plainNumber.test(text)) return Number(text)
    return say('not_a_number', column, { seen: shortened(text) })
  },
  date: (text, say, column) => {
    if (text === '') return undefined
    return daysAfter(text, 0) ?? say('not_a_date', column, { seen: shortened(text), formats: ['yyyy-MM-dd'] })
  },
  flag: (text, say, column) => {
    if (text === '') return undefined
    return flags.get(text) ?? say('not_yes_or_no', column, { seen: shortened(text) })
  },
}

/** A file has few different days and many rows. */
function remembered(ask: (day: string, count: string) => string | undefined) {
  const answers = new Map<string, string | undefined>()
  return (day: string, count: string) => {
    const question = `${day} ${count}`
    if (answers.has(question)) return answers.get(question)
    if (answers.size > 10_000) answers.clear()
    const answer = ask(day, count)
    answers.set(question, answer)
    return answer
  }
}

const plainNumber = /^[+-]?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})(?:[eE][+-]?\d{1,2})?$/
const flags = new Map([
  ['true', true],
  ['false', false],
])

const pointedAt = (source: Source, { joins }: Columns) =>
  partsOf(source, joins)
    .filter((part) => typeof part !== 'string')
    .map(shownColumn)
    .join(', ')

/** A template with nothing in a column that is not optional has no value at all. */
function bindSource(source: Source, empty: readonly string[], { joins, cellOf }: Columns): (row: Row) => string {
  const parts = partsOf(source, joins).map((part) => (typeof part === 'string' ? part : bindColumn(part, empty, cellOf)))
  const [only] = parts
  if (parts.length === 1 && typeof only === 'object') return only.read
  return (row) => {
    let text = ''
    for (const part of parts) {
      const value = typeof part === 'string' ? part : part.read(row)
      if (value === '' && typeof part === 'object' && !part.optional) return ''
      text += value
    }
    return text.trim()
  }
}

function bindColumn(ref: ColumnRef, empty: readonly string[], cellOf: Columns['cellOf']) {
  const cell = cellOf(ref)
  const read = (row: Row) => {
    const value = cell?.(row).trim() ?? ''
    return empty.includes(value) ? '' : value
  }
  return { optional: ref.optional === true, read }
}

type Change = (value: string, say: (code: CsvRefusalCode, values: RowRefusal['values']) => undefined, row: Row) => string

function translation({ translate, otherwise = 'refuse' }: Steps): Change | undefined {
  if (!translate) return undefined
  const table = new Map(Object.entries(translate))
  return (value, say) => {
    const known = table.get(value)
    if (known !== undefined) return known
    if (otherwise === 'refuse') say('unknown_value', { seen: shortened(value), known: [...table.keys()].slice(0, 20) })
    return otherwise === 'keep' ? value : ''
  }
}

function numeral({ number }: Steps): Change | undefined {
  if (!number) return undefined
  const { decimalComma = false, ignore = '', scale = 1, min = -Infinity, max = Infinity } = number
  return (value, say) => {
    const text =
      ignore === ''
        ? value
        : [...value]
            .filter((sign) => !ignore.includes(sign))
            .join('')
            .trim()
    const plain = decimalComma ? text.replace(',', '.') : text
    if (!plainNumber.test(plain) || (decimalComma && text.includes('.'))) say('not_a_number', { seen: shortened(value) })
    else if (Number(plain) < min || Number(plain) > max)
      say('number_out_of_range', { seen: shortened(value), ...given({ min, max }) })
    else return String(scale === 1 ? Number(plain) : Number((Number(plain) * scale).toPrecision(15)))
    return ''
  }
}

const given = (range: Record<string, number>) =>
  Object.fromEntries(Object.entries(range).filter(([, limit]) => Number.isFinite(limit)))

function day({ date }: Steps): Change | undefined {
  if (!date) return undefined
  const readers = date.formats.map(dateReader).filter((reader) => reader !== undefined)
  return (value, say) => {
    for (const read of readers) {
      const found = read(value)
      if (found !== undefined) return found
    }
    say('not_a_date', { seen: shortened(value), formats: date.formats })
    return ''
  }
}

/** Without the date to count from there is no value; a century either way is far enough. */
function dayAfter({ daysAfter: start, empty }: Steps, columns: Columns): Change | undefined {
  if (start === undefined) return undefined
  const from = bindSource(start, empty ?? columns.empty, columns)
  const dates = pointedAt(start, columns)
  const count = remembered((day: string, value: string) => daysAfter(day, Number(value)))
  return (value, say, row) => {
    const origin = from(row)
    if (!/^[+-]?\d{1,5}$/.test(value)) say('not_a_number_of_days', { seen: shortened(value) })
    else if (origin !== '') {
      const found = count(origin, value)
      if (found !== undefined) return found
      say('not_a_date', { seen: shortened(origin), formats: ['yyyy-MM-dd'], of: dates })
    }
    return ''
  }
}
