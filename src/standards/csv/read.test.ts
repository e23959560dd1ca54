// Files to facts: many shapes of the same table, joins, and every refused row with its file, line, column and reason.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { factSchema } from './facts.ts'
import { emptyLookup, keep, lookupBounds } from './lookup.ts'
import type { MappingProfile } from './profile.ts'
import { mappingProfile } from './profile.ts'
import type { CsvFile, Progress } from './read.ts'
import { readFacts } from './read.ts'
import type { RowRefusal } from './refusals.ts'
import { csvRefusals } from './refusals.ts'

const broken = new URL('../../../fixtures/results/broken/', import.meta.url)
const oneTable = mappingProfile.parse(JSON.parse(readFileSync(new URL('profile.json', broken), 'utf8')))

const given = (name: string, bytes: Uint8Array | string): CsvFile => ({
  name,
  open: () => new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)]).stream(),
  size: typeof bytes === 'string' ? new TextEncoder().encode(bytes).length : bytes.length,
})

async function read(profile: MappingProfile, files: readonly CsvFile[], onProgress?: (progress: Progress) => void) {
  const batches = await Array.fromAsync(readFacts(profile, files, onProgress))
  const facts = batches.flatMap(({ facts }) => facts)
  for (const fact of facts) factSchema.parse(fact)
  return { facts, refusals: batches.flatMap(({ refusals }) => refusals), rowsRead: batches.at(-1)?.rowsRead }
}

const brief = ({ line, column, code, values }: RowRefusal) => [line, column, code, values.seen ?? values.offset ?? values.why]

/** For each broken file: the lines that were understood, and what was refused. */
const expected: Readonly<Record<string, [lines: number[], refusals: ReturnType<typeof brief>[]]>> = {
  'bad-encoding.csv': [[2], [[3, undefined, 'wrong_encoding', 58]]],
  'ragged.csv': [
    [2, 5],
    [
      [3, 'result', 'ragged_row', undefined],
      [4, undefined, 'ragged_row', undefined],
    ],
  ],
  'duplicate-header.csv': [[], [[1, 'mark', 'duplicate_header', undefined]]],
  'missing-column.csv': [[], [[1, 'mark', 'missing_column', undefined]]],
  'unknown-value.csv': [[2, 4], [[3, 'result', 'unknown_value', 'merit']]],
  'score-out-of-range.csv': [
    [2, 5],
    [
      [3, 'mark', 'number_out_of_range', '170'],
      [4, 'mark', 'not_a_number', 'many'],
    ],
  ],
  'unterminated-quote.csv': [[2], [[3, 'result', 'unterminated_quote', undefined]]],
  'misplaced-quotes.csv': [
    [2, 5],
    [
      [3, 'when', 'text_after_quote', 'pass'],
      [4, 'mark', 'quote_in_value', 'C'],
    ],
  ],
  'nul.csv': [[2, 4], [[3, 'learner', 'nul_character', 'L\x003']]],
  'utf-16-without-mark.csv': [[], [[1, undefined, 'unreadable_header', 'nul_character']]],
  'empty.csv': [[], [[undefined, undefined, 'empty_file', undefined]]],
  'many-reasons.csv': [
    [4],
    [
      [2, 'mark', 'number_out_of_range', '-5'],
      [2, 'when', 'not_a_date', '2024-02-30'],
      [2, 'result', 'unknown_value', 'nope'],
      [5, 'learner', 'empty_value', undefined],
    ],
  ],
}

test('every broken file is refused where and why it is broken, and the sound rows around are understood', async () => {
  const names = readdirSync(broken).filter((name) => name.endsWith('.csv'))
  assert.deepEqual(names.sort(), Object.keys(expected).sort())
  for (const name of names) {
    const { facts, refusals } = await read(oneTable, [given(name, readFileSync(new URL(name, broken)))])
    assert.deepEqual([[...new Set(facts.map(({ place }) => place.line))], refusals.map(brief)], expected[name], name)
    assert.ok(refusals.every(({ file, code }) => file === name && csvRefusals[code]))
  }
})

const table = 'learner,course,mark,result,when\nL1,C1,80,pass,2024-05-01\n"Lü, 2",C1,,fail,\n'
const bytes = (text: string, bits: 8 | 16) =>
  bits === 8 ? new TextEncoder().encode(text) : new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer)

const shapes: readonly [says: string, data: Uint8Array | string, file?: object][] = [
  ['semicolons', table.replaceAll(', 2', '@').replaceAll(',', ';').replaceAll('@', ', 2')],
  ['tabs', table.replaceAll(', 2', '@').replaceAll(',', '\t').replaceAll('@', ', 2')],
  ['a delimiter named in the first line', `sep=|\n${table.replaceAll(', 2', '@').replaceAll(',', '|').replaceAll('@', ', 2')}`],
  ['Windows line ends and no last one', table.trimEnd().replaceAll('\n', '\r\n')],
  ['a byte order mark', `\ufeff${table}`],
  ['UTF-16 with a mark', bytes(`\ufeff${table}`, 16)],
  ['windows-1252, declared', Uint8Array.from(table, (sign) => sign.charCodeAt(0)), { encoding: 'windows-1252' }],
  ['lines above the header, declared', `Marks of 2024\n\n${table}`, { skipLines: 2 }],
  ['no header, declared', table.slice(table.indexOf('\n') + 1), { header: ['learner', 'course', 'mark', 'result', 'when'] }],
  ['a column name full of other delimiters', table.replaceAll('\n', ',x\n').replace(',x', ',a;b;c;d;e;f;g;h')],
  ['other columns beside, and empty rows at the end', table.replaceAll('\n', ',x\n').concat(',,,,,\n\n')],
  [
    'spaces around values',
    table.replaceAll(',C1,', ' , C1 , ').replaceAll('learner', ' learner ').replaceAll('"Lü, 2" ', '"Lü, 2"'),
  ],
]

for (const [says, data, file] of shapes)
  test(`the same table with ${says} says the same`, async () => {
    const files = oneTable.files.map((one) => ({ ...one, ...file }))
    const told = await read(mappingProfile.parse({ ...oneTable, files }), [given('marks.csv', data)])
    const plain = await read(oneTable, [given('marks.csv', table)])
    const says = ({ facts, refusals }: typeof told) => ({ facts: facts.map(({ place: _, ...fact }) => fact), refusals })
    assert.deepEqual(says(told), says(plain))
    assert.equal(plain.facts.length, 6)
  })

const twoFiles = (join: object = {}, more: object = {}) =>
  mappingProfile.parse({
    version: 1,
    slug: 'two',
    title: 'Two',
    description: '',
    empty: ['?'],
    files: [
      {
        role: 'marks',
        names: ['mark*.csv'],
        joins: [{ as: 'work', file: 'works', on: { course: '{course}', id: '{id}' }, ...join }],
        yields: [
          {
            fact: 'result',
            when: [
              { value: '{state}', notIn: ['draft'] },
              { value: '{work.kind?}', present: true },
            ],
            offering: '{work.run}',
            learner: '{first?} {last}',
            lineItem: '{work.kind} {id}',
            score: { from: '{mark}', number: { decimalComma: true, ignore: '%', scale: 0.1, min: 0, max: 100 } },
            submittedOn: { from: '{day}', daysAfter: '{work.start}' },
          },
        ],
      },
      {
        role: 'works',
        names: ['works.csv'],
        derived: { run: '{course}-{year}', start: { from: '{begins}', date: { formats: ['d.M.yyyy'] } } },
        yields: [
          { fact: 'offering', key: '{run}', title: '{course}', course: '{course}' },
          { fact: 'line_item', offering: '{run}', key: '{kind} {id}', title: '{kind}', category: '{kind}' },
        ],
        ...more,
      },
    ],
  })

const works = given('works.csv', 'course;id;kind;year;begins\nA;1;essay;2024;1.2.2024\nA;2;quiz;2024;1.2.2024\nB;1;?;2024;\n')
const marks = 'course,id,first,last,mark,day,state\n'

test('rows of one file are completed from another, read before it, by two columns', async () => {
  const { facts, refusals } = await read(twoFiles(), [
    given('marks.csv', `${marks}A,1,Ada,L,"87,5 %",-1,ok\nA,2,,Bo,?,?,ok\nA,2,,Bo,55,1,draft\nB,1,,Bo,55,1,ok\n`),
    works,
  ])
  assert.deepEqual(refusals, [
    { file: 'works.csv', line: 4, column: 'kind, id', code: 'empty_value', values: { field: 'key' } },
    { file: 'works.csv', line: 4, column: 'kind', code: 'empty_value', values: { field: 'title' } },
    { file: 'marks.csv', line: 5, column: 'course, id', code: 'not_found_in_lookup', values: { as: 'work', seen: 'B, 1' } },
  ])
  assert.deepEqual(
    facts.filter(({ fact }) => fact === 'offering').map(({ place }) => place.line),
    [2],
  )
  const place = { file: 'marks.csv' }
  assert.deepEqual(facts.slice(3), [
    {
      fact: 'result',
      place: { ...place, line: 2 },
      score: 8.75,
      offering: 'A-2024',
      learner: 'Ada L',
      lineItem: 'essay 1',
      submittedOn: '2024-01-31',
    },
    { fact: 'result', place: { ...place, line: 3 }, score: null, offering: 'A-2024', learner: 'Bo', lineItem: 'quiz 2' },
  ])
})

test('a file that cannot be looked up is said once, not once a row', async () => {
  const rows = given('marks.csv', `${marks}${'A,1,,Bo,55,1,ok\n'.repeat(100)}`)
  const codes = async (profile: MappingProfile, ...files: CsvFile[]) =>
    (await read(profile, files)).refusals.map(({ code }) => code)
  assert.deepEqual(await codes(twoFiles(), rows), ['missing_file', 'lookup_unavailable'])
  assert.deepEqual(await codes(twoFiles({}, { required: false }), rows), ['lookup_unavailable'])
  assert.deepEqual(await codes(twoFiles({ whenMissing: 'empty' }, { required: false }), rows), [])
  assert.deepEqual(await codes(twoFiles({ whenMissing: 'empty' }), rows, given('works.csv', 'course\n')), [
    ...Array(4).fill('missing_column'),
    'lookup_unavailable',
  ])
})

test('two rows with one key are refused only when they say different things', async () => {
  const twice = (second: string) => given('works.csv', `course,id,kind,year,begins\nA,1,essay,2024,1.2.2024\n${second}\n`)
  const refused = async (second: string) =>
    (await read(twoFiles(), [given('marks.csv', marks), twice(second)])).refusals.map(brief)
  assert.deepEqual(await refused('A,1,essay,2024,01.02.2024'), [])
  assert.deepEqual(await refused('A,1,quiz,2024,1.2.2024'), [[3, 'course, id', 'lookup_key_twice', ['A', '1']]])
})

test('a looked-up file is kept within its bounds', () => {
  const full = { ...emptyLookup({ kept: ['a'], keys: [['k']] }), rows: lookupBounds.rows - 1 }
  assert.equal(
    keep(full, (column) => `${column}1`),
    undefined,
  )
  assert.equal(
    keep(full, (column) => `${column}2`),
    'lookup_too_large',
  )
  const large = { ...emptyLookup({ kept: ['a'], keys: [['k']] }), size: lookupBounds.size }
  assert.equal(
    keep(large, () => 'x'),
    'lookup_too_large',
  )
})

test('files that nobody expects, that fit twice or that are missing are named', async () => {
  const { refusals } = await read(twoFiles({}, { names: ['w*.csv', 'marks.csv'] }), [
    given('notes.csv', ''),
    given('marks.csv', marks),
    given('some/where/Mark-2.CSV', marks),
    given('some/where/Mark-2.CSV', marks),
  ])
  assert.deepEqual(
    refusals.map(({ file, code }) => [file, code]),
    [
      ['marks.csv', 'ambiguous_file'],
      ['notes.csv', 'unknown_file'],
      ['some/where/Mark-2.CSV', 'file_name_twice'],
      ['w*.csv', 'missing_file'],
      ['some/where/Mark-2.CSV', 'lookup_unavailable'],
    ],
  )
})

test('a value that looks like a formula stays the text it is', async () => {
  const { facts } = await read(oneTable, [given('marks.csv', 'learner,course,mark,result,when\n"=1+1",@C1,80,pass,\n')])
  assert.deepEqual(facts[1], {
    fact: 'result',
    place: { file: 'marks.csv', line: 2 },
    score: 80,
    offering: '@C1',
    learner: '=1+1',
    lineItem: 'mark',
  })
})

test('a key longer than any we keep refuses its row', async () => {
  const { refusals } = await read(oneTable, [
    given('marks.csv', `learner,course,mark,result,when\n${'x'.repeat(201)},C1,80,pass,\n`),
  ])
  assert.deepEqual(refusals.map(brief), [[2, 'learner', 'value_too_long', `${'x'.repeat(79)}…`]])
})

test('progress counts the rows and bytes of all files up to their sum', async () => {
  const rows = 'L1,C1,80,pass,2024-05-01\n'.repeat(10_000)
  const seen: Progress[] = []
  const file = given('marks.csv', `learner,course,mark,result,when\n${rows}`)
  const { rowsRead } = await read(oneTable, [file], (progress) => seen.push(progress))
  assert.equal(rowsRead, 10_000)
  assert.ok(seen.length > 3)
  assert.deepEqual(seen.at(-1), { file: 'marks.csv', rowsRead: 10_000, bytesRead: file.size, bytesTotal: file.size })
  assert.deepEqual(
    seen.map(({ bytesRead }) => bytesRead),
    seen.map(({ bytesRead }) => bytesRead).sort((a, b) => a - b),
  )
})
