// Refused rows: each as a sentence with its place, and whether they only concern themselves.
import type { RefusedRow } from '#domain/intake/intake.api.ts'
import { rowRefusals } from '#domain/intake/row-refusals.ts'
import { csvRefusals } from '#standards/csv/refusals.ts'

/** `studentInfo.csv:12 final_result: The translation table does not know this value (seen: Maybe)` */
export function refusedRowLine({ file, line, column, code, values }: RefusedRow): string {
  const place = [line > 0 ? `${file}:${line}` : file, column].filter(Boolean).join(' ')
  const said = Object.entries(values).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`)
  return `${place}: ${rowRefusals[code] ?? code}${said.length > 0 ? ` (${said.join('; ')})` : ''}`
}

const reaches: Readonly<Record<string, readonly [reach: string, title: string]>> = csvRefusals

/** What is not about the reading of files (an unknown learner, say) is about a row. */
export const concernsWholeFile = ({ code }: Pick<RefusedRow, 'code'>): boolean => (reaches[code]?.[0] ?? 'row') !== 'row'
