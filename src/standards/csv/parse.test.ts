// Delimited text: the same as csv-parse reads, however it is cut into pieces, with the right lines and firm bounds.
import assert from 'node:assert/strict'
import test from 'node:test'
import { parse as oracle } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import type { CsvRecord, Dialect } from './parse.ts'
import { bounds, csvParser } from './parse.ts'

const comma: Dialect = { delimiter: ',', quote: '"' }

function read(text: string, dialect = comma, cuts: readonly number[] = []): CsvRecord[] {
  const parser = csvParser(dialect)
  const at = [0, ...[...cuts].sort((a, b) => a - b), text.length]
  return [...at.slice(1).flatMap((end, nth) => parser.push(text.slice(at[nth], end))), ...parser.end()]
}

const rows = (records: readonly CsvRecord[]) => records.map(({ fields, fault }) => (fault ? fault.code : fields))

const sign = fc.constantFrom('a', 'é', '🎓', '0', ' ', ',', ';', '\t', '"', "'", '\n', '\r', '\r\n', '=')
const cell = fc.string({ unit: sign, maxLength: 8 })
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }))
const cutsOf = (text: string) => fc.array(fc.nat(text.length), { maxLength: 6 })
const written = fc.record({
  cells: table,
  dialect: fc.record({ delimiter: fc.constantFrom(',', ';', '\t'), quote: fc.constantFrom('"', "'") }),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  eager: fc.boolean(),
})

test('what was written as CSV is read back the same, wherever it is cut', () => {
  fc.assert(
    fc.property(
      written.chain(({ cells, dialect, end, eager }) => {
        const { delimiter, quote } = dialect
        // csv-stringify does not always quote a lone CR, which ends a row for us.
        const quoted = eager || cells.flat().some((value) => value.includes('\r'))
        const text = stringify(cells, { delimiter, quote, escape: quote, record_delimiter: end, quoted, quoted_match: /[\r\n]/ })
        return fc.record({
          cells: fc.constant(cells),
          dialect: fc.constant(dialect),
          text: fc.constant(text),
          cuts: cutsOf(text),
        })
      }),
      ({ cells, dialect, text, cuts }) => assert.deepEqual(rows(read(text, dialect, cuts)), cells),
    ),
    { numRuns: 500 },
  )
})

test('any text at all reads like csv-parse reads it, or is refused by both', () => {
  const lineFeedOnly = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' '), maxLength: 24 })
  fc.assert(
    fc.property(
      lineFeedOnly.chain((text) => fc.tuple(fc.constant(text), cutsOf(text))),
      ([text, cuts]) => {
        const ours = read(text, comma, cuts)
        const options = { relax_column_count: true, skip_empty_lines: true, record_delimiter: '\n' }
        if (ours.some(({ fault }) => fault)) assert.throws(() => oracle(text, options))
        else assert.deepEqual(rows(ours), oracle(text, options))
      },
    ),
    { numRuns: 2000 },
  )
})

test('where the text is cut never changes what is read, faults and lines included', () => {
  const wild = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\0'), maxLength: 30 })
  fc.assert(
    fc.property(
      wild.chain((text) => fc.tuple(fc.constant(text), cutsOf(text))),
      ([text, cuts]) => assert.deepEqual(read(text, comma, cuts), read(text)),
    ),
    { numRuns: 2000 },
  )
})

test('a record is placed on the line on which it begins, whatever its quotes hold', () => {
  const text = 'a,b\n"x\ny","p\r\nq"\r\n\r\nc,d\r"1\r2",e\nf,g'
  assert.deepEqual(
    read(text).map(({ line }) => line),
    [1, 2, 6, 7, 9],
  )
})

const cases: readonly [says: string, text: string, expected: unknown[]][] = [
  ['a quote that never ends refuses the rest', 'a,b\n1,"2\n3,4\n', [['a', 'b'], 'unterminated_quote']],
  ['text after a quoted value refuses its row only', 'a,b\n"1"x,2\n3,4\n', [['a', 'b'], 'text_after_quote', ['3', '4']]],
  ['a quote inside a plain value refuses its row only', 'a,b\n1",2\n3,4\n', [['a', 'b'], 'quote_in_value', ['3', '4']]],
  ['a NUL refuses its row only', 'a,b\n1\0,2\n3,4\n', [['a', 'b'], 'nul_character', ['3', '4']]],
  [
    'a value beyond the bound refuses its row only',
    `a,b\n${'x'.repeat(bounds.field + 1)},2\n3,4`,
    [['a', 'b'], 'value_too_long', ['3', '4']],
  ],
  ['a value at the bound is read', `${'x'.repeat(bounds.field)},2`, [['x'.repeat(bounds.field), '2']]],
  ['too many columns refuse their row only', `a\n${','.repeat(bounds.columns)}\nb`, [['a'], 'too_many_columns', ['b']]],
  ['as many columns as allowed are read', ','.repeat(bounds.columns - 1), [Array(bounds.columns).fill('')]],
  ['a row beyond the bound refuses the rest', `a\n${'"x",'.repeat(bounds.row / 4)}\nb\n`, [['a'], 'row_too_long']],
]

for (const [says, text, expected] of cases)
  test(says, () => {
    assert.deepEqual(rows(read(text)), expected)
    assert.deepEqual(rows(read(text, comma, [text.length >> 1, (text.length >> 1) + 1, text.length - 1])), expected)
  })

test('without quotes a quote is a letter like any other', () => {
  assert.deepEqual(rows(read('a"b;"c\n', { delimiter: ';', quote: '' })), [['a"b', '"c']])
})
