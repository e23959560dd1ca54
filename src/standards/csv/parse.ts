// Delimited text (RFC 4180) to records, piece by piece: bounded, and strict where leniency would have to guess.
import type { CsvRefusalCode } from './refusals.ts'
import { shortened } from './refusals.ts'

/** `quote` may be '' for none. Both are single characters otherwise. */
export type Dialect = Readonly<{ delimiter: string; quote: string }>

export type Fault = Readonly<{ code: CsvRefusalCode; field: number; values: Readonly<Record<string, string | number>> }>

/** `line` is where the record begins, 1-based. With a `fault`, `fields` holds what was read before it. */
export type CsvRecord = Readonly<{ line: number; fields: readonly string[]; fault: Fault | undefined }>

/** In UTF-16 code units. A row is measured raw, quotes and delimiters included. */
export const bounds = { field: 65_536, row: 1_048_576, columns: 1000 } as const

export type CsvParser = Readonly<{
  /** The records that this text completes. After a fault that reaches further than its row, nothing more. */
  push: (text: string) => CsvRecord[]
  /** What the end of the text completes. */
  end: () => CsvRecord[]
  /** The line on which the unfinished record begins. */
  line: () => number
}>

type State = {
  text: string
  at: number
  line: number
  final: boolean
  stopped: boolean
  readonly delimiter: number
  readonly quote: number
  readonly quoteText: string
}

/** LF, CRLF and CR end a record; blank lines are passed over. `line`: the number of the first line of text. */
export function csvParser(dialect: Dialect, line = 1): CsvParser {
  const state: State = {
    text: '',
    at: 0,
    line,
    final: false,
    stopped: false,
    delimiter: dialect.delimiter.charCodeAt(0),
    quote: dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0),
    quoteText: dialect.quote,
  }
  return {
    push: (text) => read(state, text),
    end: () => {
      state.final = true
      return read(state, '')
    },
    line: () => state.line,
  }
}

const lineFeed = 10
const carriageReturn = 13

function read(state: State, text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  if (state.stopped) return records
  state.text = state.at < state.text.length ? state.text.slice(state.at) + text : text
  state.at = 0
  const nul = state.text.includes('\0')
  for (let record = next(state); record; record = next(state)) records.push(nul ? withoutNul(record) : record)
  return records
}

/** The next whole record, or undefined when more text is needed. */
function next(state: State): CsvRecord | undefined {
  if (state.stopped || !skipBlankLines(state)) return undefined
  const start = state.at
  const { line } = state
  const fields: string[] = []
  const fault = readFields(state, fields)
  const length = (fault === 'more' ? state.text.length : state.at) - start
  if (length > bounds.row) return tooLong(state, line)
  if (fault === 'more') return again(state, start, line)
  if (fault?.code === 'unterminated_quote') state.stopped = true
  return { line, fields, fault: fault ?? oversized(fields) }
}

/** False when the text is used up, or when a last CR may still turn out to be half of a CRLF. */
function skipBlankLines(state: State): boolean {
  while (state.at < state.text.length) {
    const code = state.text.charCodeAt(state.at)
    if (code !== lineFeed && code !== carriageReturn) return true
    if (!endLine(state)) return false
  }
  return false
}

/** Steps over one line end. False when it cannot be told yet how long that is. */
function endLine(state: State): boolean {
  const { text, at } = state
  if (text.charCodeAt(at) === carriageReturn) {
    if (at + 1 === text.length && !state.final) return false
    state.at += text.charCodeAt(at + 1) === lineFeed ? 2 : 1
  } else state.at += 1
  state.line += 1
  return true
}

/** Reads up to and over the end of the record. */
function readFields(state: State, fields: string[]): Fault | 'more' | undefined {
  for (;;) {
    const quoted = state.text.charCodeAt(state.at) === state.quote
    const field = quoted ? readQuoted(state) : readPlain(state)
    if (field === undefined) return state.final ? fault('unterminated_quote', fields, { toLine: state.line }) : 'more'
    if (fields.length <= bounds.columns) fields.push(field)
    const { text, at } = state
    if (at >= text.length) return state.final ? undefined : 'more'
    const code = text.charCodeAt(at)
    if (code === state.delimiter) state.at += 1
    else if (code === lineFeed || code === carriageReturn) return endLine(state) ? undefined : 'more'
    else return resume(state, fault(quoted ? 'text_after_quote' : 'quote_in_value', fields, { seen: shortened(field) }))
  }
}

/** Stops at the delimiter, line end or stray quote that ends the value, or at the end of the text. */
function readPlain(state: State): string {
  const { text, delimiter, quote } = state
  const start = state.at
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === delimiter || code === lineFeed || code === carriageReturn || code === quote) break
  }
  state.at = at
  return text.slice(start, at)
}

/** Stops after the closing quote. Undefined when there is none, or when it may be the first half of a doubled one. */
function readQuoted(state: State): string | undefined {
  const { text, quoteText, quote } = state
  const start = state.at + 1
  let doubled = false
  let at = start
  for (;;) {
    at = text.indexOf(quoteText, at)
    const unsure = at === text.length - 1 && !state.final
    if (at < 0 || unsure) {
      if (state.final) state.line += lineEnds(text.slice(start))
      return undefined
    }
    if (text.charCodeAt(at + 1) !== quote) break
    doubled = true
    at += 2
  }
  state.at = at + 1
  const raw = text.slice(start, at)
  state.line += lineEnds(raw)
  return doubled ? raw.replaceAll(quoteText + quoteText, quoteText) : raw
}

function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (text.charCodeAt(at + 1) !== lineFeed) count++
  return count
}

/** After a misplaced quote nothing in the line can be trusted: reading goes on with the next line. */
function resume(state: State, fault: Fault): Fault | 'more' {
  for (; state.at < state.text.length; state.at++) {
    const code = state.text.charCodeAt(state.at)
    if (code === lineFeed || code === carriageReturn) {
      const toLine = state.line
      return endLine(state) ? { ...fault, values: { ...fault.values, toLine } } : 'more'
    }
  }
  return state.final ? { ...fault, values: { ...fault.values, toLine: state.line } } : 'more'
}

function again(state: State, start: number, line: number): undefined {
  state.at = start
  state.line = line
}

/** Says nothing of what was read, so that it is the same wherever the text was cut into pieces. */
function tooLong(state: State, line: number): CsvRecord {
  state.stopped = true
  return { line, fields: [], fault: fault('row_too_long', [], { most: bounds.row }) }
}

function oversized(fields: string[]): Fault | undefined {
  if (fields.length > bounds.columns) return fault('too_many_columns', fields, { most: bounds.columns })
  const field = fields.findIndex((value) => value.length > bounds.field)
  if (field < 0) return undefined
  return { code: 'value_too_long', field, values: { most: bounds.field, found: fields[field]?.length ?? 0 } }
}

const fault = (code: CsvRefusalCode, fields: readonly string[], values: Fault['values']): Fault => ({
  code,
  field: fields.length,
  values,
})

function withoutNul(record: CsvRecord): CsvRecord {
  const field = record.fields.findIndex((value) => value.includes('\0'))
  if (record.fault || field < 0) return record
  return { ...record, fault: { code: 'nul_character', field, values: { seen: shortened(record.fields[field] ?? '') } } }
}
