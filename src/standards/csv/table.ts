// The beginning of a file: its delimiter, its header, and whether the columns that the profile needs are there.
import type { FileMapping } from './mapping.ts'
import type { CsvParser, CsvRecord } from './parse.ts'
import { csvParser } from './parse.ts'
import type { FilePlan } from './plan.ts'
import type { RowRefusal } from './refusals.ts'
import { shortened } from './refusals.ts'
import type { ColumnRef } from './template.ts'

/** `records` are those of the first piece of text, without the header. */
export type Table = Readonly<{ parser: CsvParser; header: readonly string[]; records: readonly CsvRecord[] }>

/** The first piece must hold the whole header; `final` when it is the whole file. */
export function openTable(plan: FilePlan, file: string, text: string, final: boolean): Table | RowRefusal[] {
  const { mapping, wanted } = plan
  const top = skipLines(text, mapping.skipLines ?? 0)
  const marked = /^"?sep=(.)"?(\r\n|\n|\r)/.exec(top.text)
  const start = marked ? { text: top.text.slice(marked[0].length), line: top.line + 1 } : top
  const candidates = delimiters(mapping, marked?.[1]).map((delimiter) => attempt(mapping, delimiter, start, final))
  const best = candidates.reduce((a, b) => (likeness(b, mapping, wanted) > likeness(a, mapping, wanted) ? b : a))
  const refusals = whyNotTable(best, wanted, file)
  return refusals.length > 0 ? refusals : best
}

const delimiters = ({ delimiter = 'auto' }: FileMapping, marked: string | undefined) =>
  delimiter !== 'auto' ? [delimiter] : marked === undefined ? [',', ';', '\t'] : [marked]

type Start = Readonly<{ text: string; line: number }>

function skipLines(text: string, count: number): Start {
  let rest = text
  for (let line = 0; line < count; line++) rest = rest.replace(/^[^\r\n]*(?:\r\n|\n|\r|$)/, '')
  return { text: rest, line: count + 1 }
}

type Attempt = Table & Readonly<{ first: CsvRecord | undefined; ended: boolean }>

function attempt({ quote = '"', header }: FileMapping, delimiter: string, { text, line }: Start, final: boolean): Attempt {
  const parser = csvParser({ delimiter, quote: quote === delimiter ? '' : quote }, line)
  const pushed = parser.push(text)
  const ended = pushed.length === 0 && final
  const all = ended ? parser.end() : pushed
  const [first] = all
  if (header) return { parser, header, records: all, first, ended }
  return { parser, header: first?.fields.map((name) => name.trim()) ?? [], records: all.slice(1), first, ended }
}

/** The delimiter is the one that finds most of the columns needed, or makes rows as wide as the header; then the one with most columns. */
function likeness({ header, records, first }: Attempt, { header: given }: FileMapping, wanted: readonly ColumnRef[]): number {
  if (given) return records.slice(0, 20).filter(({ fields }) => fields.length === given.length).length
  const found = wanted.filter(({ column }) => header.includes(column)).length
  return first === undefined || first.fault ? -1 : found * 2000 + Math.min(header.length, 1000)
}

function whyNotTable({ header, first, ended }: Attempt, wanted: readonly ColumnRef[], file: string): RowRefusal[] {
  if (!first)
    return [
      ended
        ? { file, code: 'empty_file', values: {} }
        : { file, line: 1, code: 'unreadable_header', values: { why: 'row_too_long' } },
    ]
  if (first.fault) return [{ file, line: first.line, code: 'unreadable_header', values: { why: first.fault.code } }]
  const found = header.slice(0, 50).map(shortened)
  const place = { file, line: first.line }
  return wanted.flatMap(({ column, optional }): RowRefusal[] => {
    const count = header.filter((name) => name === column).length
    if (count === 0 && !optional) return [{ ...place, column, code: 'missing_column', values: { found } }]
    return count > 1 ? [{ ...place, column, code: 'duplicate_header', values: { count } }] : []
  })
}
