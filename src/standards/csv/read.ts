// Files to facts: streams every file once, looked-up files first, and answers with the facts of each piece and every row refused.
import type { ByteSource, Piece } from './decode.ts'
import { decodePieces } from './decode.ts'
import type { Say } from './evaluate.ts'
import type { Fact } from './facts.ts'
import { matchFiles } from './files.ts'
import type { Lookup } from './lookup.ts'
import { emptyLookup, keep, lookupBounds } from './lookup.ts'
import type { CsvParser, CsvRecord } from './parse.ts'
import type { FilePlan } from './plan.ts'
import { planOf } from './plan.ts'
import type { MappingProfile } from './profile.ts'
import type { RowRefusal } from './refusals.ts'
import { refusesOnlyTheRow } from './refusals.ts'
import type { Sheet } from './sheet.ts'
import { bindSheet } from './sheet.ts'
import { openTable } from './table.ts'

/** `size` in bytes. `open` is called once at most. */
export type CsvFile = Readonly<{ name: string; open: () => ByteSource; size?: number }>

/** Rows (headers left out, refused ones counted) and bytes read so far, over all files. `bytesTotal` where every size is known. */
export type Progress = Readonly<{ file: string; rowsRead: number; bytesRead: number; bytesTotal?: number }>

export type FactBatch = Readonly<{ facts: readonly Fact[]; refusals: readonly RowRefusal[]; rowsRead: number; bytesRead: number }>

/**
 * One batch for about every 64 KiB. A row with any refusal yields no facts. Bad data never throws; a source that fails does.
 * Facts come file by file, looked-up files before those that look, otherwise in the profile's order; the same offering or
 * line item said again by many rows is told once, other facts as often as rows say them.
 */
export async function* readFacts(
  profile: MappingProfile,
  files: readonly CsvFile[],
  onProgress?: (progress: Progress) => void,
): AsyncGenerator<FactBatch> {
  const plans = planOf(profile.files)
  const { filesOf, refusals } = matchFiles(plans, profile.ignore ?? [], files)
  const run = newRun(profile, plans, [...filesOf.values()].flat(), onProgress)
  if (refusals.length > 0) yield batch(run, [], refusals)
  for (const plan of plans) {
    const given = filesOf.get(plan.mapping.role) ?? []
    const lookup = run.lookups.get(plan.mapping.role)
    if (given.length === 0 && lookup) lookup.state = plan.mapping.required === false ? 'absent' : 'broken'
    for (const file of given) yield* readFile(run, plan, file)
  }
}

type Run = {
  readonly empty: readonly string[]
  readonly lookups: ReadonlyMap<string, Lookup>
  readonly told: Set<string>
  readonly tell: (file: string) => void
  rowsRead: number
  bytesRead: number
}

function newRun(
  profile: MappingProfile,
  plans: readonly FilePlan[],
  files: readonly CsvFile[],
  onProgress: ((progress: Progress) => void) | undefined,
): Run {
  const sizes = files.map(({ size }) => size).filter((size) => size !== undefined)
  const total = sizes.length === files.length ? { bytesTotal: sizes.reduce((sum, size) => sum + size, 0) } : {}
  const looked = plans.filter(({ keys }) => keys.length > 0)
  const run: Run = {
    empty: profile.empty ?? [],
    lookups: new Map(looked.map((plan) => [plan.mapping.role, emptyLookup(plan)])),
    told: new Set(),
    tell: (file) => onProgress?.({ file, rowsRead: run.rowsRead, bytesRead: run.bytesRead, ...total }),
    rowsRead: 0,
    bytesRead: 0,
  }
  return run
}

const batch = ({ rowsRead, bytesRead }: Run, facts: Fact[], refusals: readonly RowRefusal[]): FactBatch => ({
  facts,
  refusals,
  rowsRead,
  bytesRead,
})

/** A file that is open: what is known once its header was read. */
type Opened = Readonly<{ parser: CsvParser; header: readonly string[]; sheet: Sheet }>

async function* readFile(run: Run, plan: FilePlan, file: CsvFile): AsyncGenerator<FactBatch> {
  const unavailable = whyUnavailable(run, plan, file.name)
  if (unavailable) return yield stopped(run, plan, [unavailable])
  const before = run.bytesRead
  let opened: Opened | undefined
  for await (const piece of decodePieces(file.open(), plan.mapping.encoding ?? 'auto')) {
    run.bytesRead = before + piece.bytes
    const begun = opened ? { opened, records: opened.parser.push(piece.text) } : begin(run, plan, file.name, piece)
    if ('refusals' in begun) return yield stopped(run, plan, begun.refusals)
    opened = begun.opened
    const records = piece.final && !piece.fault ? [...begun.records, ...opened.parser.end()] : begun.records
    const { facts, refusals } = readRecords(run, plan, file.name, opened, records)
    if (piece.fault) refusals.push(wrongEncoding(file.name, piece.fault, opened.parser.line()))
    run.tell(file.name)
    const halted = refusals.some(({ code }) => !refusesOnlyTheRow(code))
    yield halted ? stopped(run, plan, refusals, facts) : batch(run, facts, refusals)
    if (halted) return
  }
}

/** What could not be read cannot be looked up in either. */
function stopped(run: Run, { mapping }: FilePlan, refusals: readonly RowRefusal[], facts: Fact[] = []): FactBatch {
  const lookup = run.lookups.get(mapping.role)
  if (lookup) lookup.state = 'broken'
  return batch(run, facts, refusals)
}

function whyUnavailable({ lookups }: Run, { mapping }: FilePlan, file: string): RowRefusal | undefined {
  const roles = (mapping.joins ?? [])
    .filter((join) =>
      (join.whenMissing === 'empty' ? ['broken'] : ['broken', 'absent']).includes(lookups.get(join.file)?.state ?? ''),
    )
    .map((join) => join.file)
  return roles.length > 0 ? { file, code: 'lookup_unavailable', values: { roles } } : undefined
}

const wrongEncoding = (file: string, { offset, encoding }: NonNullable<Piece['fault']>, line: number): RowRefusal => ({
  file,
  line,
  code: 'wrong_encoding',
  values: { offset, encoding },
})

type Begun = { opened: Opened; records: readonly CsvRecord[] } | { refusals: RowRefusal[] }

function begin(run: Run, plan: FilePlan, file: string, piece: Piece): Begun {
  const table = openTable(plan, file, piece.text, piece.final && !piece.fault)
  if (!Array.isArray(table)) {
    const sheet = bindSheet(plan.mapping, { header: table.header, empty: run.empty, lookups: run.lookups })
    return { opened: { parser: table.parser, header: table.header, sheet }, records: table.records }
  }
  return { refusals: piece.fault ? [wrongEncoding(file, piece.fault, 1)] : table }
}

function readRecords(run: Run, plan: FilePlan, file: string, opened: Opened, records: readonly CsvRecord[]) {
  const facts: Fact[] = []
  const refusals: RowRefusal[] = []
  for (const record of records) {
    if (!record.fault && record.fields.every((field) => field === '')) continue
    run.rowsRead += 1
    const fresh = readRecord(run, plan, file, opened, record)
    if (fresh.refusals.length > 0) refusals.push(...fresh.refusals)
    else for (const fact of fresh.facts) if (isNews(run, fact)) facts.push(fact)
    if (fresh.refusals.some(({ code }) => !refusesOnlyTheRow(code))) break
  }
  return { facts, refusals }
}

function readRecord(run: Run, plan: FilePlan, file: string, { header, sheet }: Opened, record: CsvRecord) {
  const place = { file, line: record.line }
  const refusals: RowRefusal[] = []
  const say: Say = (code, column, values) => {
    if (!refusals.some((one) => one.code === code && one.column === column)) refusals.push({ ...place, column, code, values })
    return undefined
  }
  const fault = record.fault ?? ragged(record, header.length)
  if (fault) {
    const column = header[fault.field]
    return { facts: [], refusals: [{ ...place, ...(column ? { column } : {}), code: fault.code, values: fault.values }] }
  }
  const { facts, cellOf } = sheet(record.fields, place, say)
  const lookup = run.lookups.get(plan.mapping.role)
  const unkept = lookup && refusals.length === 0 ? keep(lookup, cellOf) : undefined
  if (unkept === 'lookup_too_large') refusals.push({ ...place, code: unkept, values: lookupBounds })
  else if (unkept) say(unkept, plan.keys.flat().join(', '), { seen: plan.keys.flat().map(cellOf) })
  return { facts, refusals }
}

const ragged = ({ fields }: CsvRecord, expected: number) =>
  fields.length === expected
    ? undefined
    : { code: 'ragged_row' as const, field: Math.min(fields.length, expected), values: { expected, found: fields.length } }

const mostTold = 50_000

/** A sheet as wide as a gradebook says the same offering on every row. */
function isNews({ told }: Run, fact: Fact): boolean {
  if (fact.fact !== 'offering' && fact.fact !== 'line_item') return true
  const { place: _, ...says } = fact
  const words = JSON.stringify(says)
  if (told.has(words)) return false
  if (told.size < mostTold) told.add(words)
  return true
}
