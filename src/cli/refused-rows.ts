// Refused rows: each as a sentence with its place, and whether they only concern themselves.
import type { RefusedRow } from '#domain/intake/intake.api.ts'
import { mostRefusalsKept, rowRefusals } from '#domain/intake/row-refusals.ts'
import { csvRefusals } from '#standards/csv/refusals.ts'
import { figure } from './figures.ts'

/** `studentInfo.csv:12 final_result: The translation table does not know this value (seen: Maybe)` */
export function refusedRowLine({ file, line, column, code, values }: RefusedRow): string {
  const place = [line > 0 ? `${file}:${line}` : file, column].filter(Boolean).join(' ')
  const said = Object.entries(values).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`)
  return `${place}: ${rowRefusals[code] ?? code}${said.length > 0 ? ` (${said.join('; ')})` : ''}`
}

const reaches: Readonly<Record<string, readonly [reach: string, title: string]>> = csvRefusals

/** What is not about the reading of files (an unknown learner, say) is about a row. */
export const concernsWholeFile = ({ code }: Pick<RefusedRow, 'code'>): boolean => (reaches[code]?.[0] ?? 'row') !== 'row'

/** Single rows may stay out; a file that could not be read, or more rows than anybody can look at, is another matter. */
export function whyNotGoOn({ refused, wholeFiles }: { refused: number; wholeFiles: number }): string | undefined {
  if (wholeFiles > 0) return 'A whole file could not be read, so nothing is imported. Put it right and run the command again.'
  if (refused > mostRefusalsKept)
    return `More than ${figure(mostRefusalsKept)} rows are refused, which is no matter of single rows, so nothing is imported. Put the files or the profile right and run the command again.`
  return undefined
}
