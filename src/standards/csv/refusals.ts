// Why a row or a file was not understood: every code, how much it takes away, and its sentence in English.

/** `row`: this row is left out. `rest`: the file is not read any further. `file`: the file, or the lack of one, as a whole. */
type Reach = 'row' | 'rest' | 'file'

export const csvRefusals = {
  missing_file: ['file', 'A file that the profile needs is not among those given'],
  unknown_file: ['file', 'The profile does not say what this file holds'],
  ambiguous_file: ['file', 'The file name fits more than one file of the profile'],
  file_name_twice: ['file', 'Two files have the same name'],
  empty_file: ['file', 'The file has no header row'],
  missing_column: ['file', 'A column that the profile needs is not in the header'],
  duplicate_header: ['file', 'A column that the profile needs is in the header twice'],
  unreadable_header: ['file', 'The header row could not be read'],
  lookup_unavailable: ['file', 'A file in which these rows must be looked up is missing or could not be read'],
  lookup_too_large: ['file', 'A file in which other rows are looked up is too large to hold in memory'],
  wrong_encoding: ['rest', 'The bytes are not valid in the encoding of this file'],
  unterminated_quote: ['rest', 'A quoted value begins in this row and never ends'],
  row_too_long: ['rest', 'The row is too long; perhaps a quoted value never ends'],
  text_after_quote: ['row', 'There is text between the end of a quoted value and the next delimiter'],
  quote_in_value: ['row', 'There is a quote inside a value that does not begin with one'],
  value_too_long: ['row', 'The value is too long'],
  too_many_columns: ['row', 'The row has too many columns'],
  ragged_row: ['row', 'The row has more or fewer values than the header'],
  nul_character: ['row', 'The value contains a NUL character'],
  empty_value: ['row', 'A value is needed here'],
  unknown_value: ['row', 'The translation table does not know this value'],
  value_not_allowed: ['row', 'The value is none of those allowed here'],
  not_a_number: ['row', 'The value is not a number'],
  number_out_of_range: ['row', 'The number is outside the range allowed'],
  not_a_date: ['row', 'The value is not a date in any of the expected forms'],
  not_a_number_of_days: ['row', 'The value is not a whole number of days'],
  not_yes_or_no: ['row', 'The value is neither true nor false'],
  not_found_in_lookup: ['row', 'No row with this key was found in the other file'],
  lookup_key_twice: ['row', 'An earlier row of this file has the same key and says something else'],
} as const satisfies Readonly<Record<string, readonly [reach: Reach, title: string]>>

export type CsvRefusalCode = keyof typeof csvRefusals

/** `line` is 1-based; it is left out where a file as a whole is refused. `values` fill the translated sentence. */
export type RowRefusal = Readonly<{
  file: string
  line?: number
  column?: string
  code: CsvRefusalCode
  values: Readonly<Record<string, string | number | readonly string[]>>
}>

/** Whether only the row is left out, or (part of) the file. */
export const refusesOnlyTheRow = (code: CsvRefusalCode) => csvRefusals[code][0] === 'row'

/** What was seen, short enough to show. */
export const shortened = (value: string) => (value.length > 80 ? `${value.slice(0, 79)}…` : value)
