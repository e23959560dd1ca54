// What an import says on a terminal: counts by kind, before and after.
import { factKinds, type Import } from '#domain/intake/intake.api.ts'
import { figure } from './figures.ts'
import { tableLines } from './table.ts'

const kindWords: Readonly<Record<(typeof factKinds)[number], string>> = {
  learner: 'Learners',
  offering: 'Offerings',
  line_item: 'Line items',
  enrolment: 'Enrolments',
  result: 'Results',
  outcome: 'Final outcomes',
}

export function countLines({ counts }: Pick<Import, 'counts'>): string[] {
  const rows = factKinds.flatMap((kind) => {
    const of = counts[kind]
    return of ? [[kindWords[kind], figure(of.new), figure(of.changed), figure(of.unchanged)]] : []
  })
  return rows.length === 0 ? ['Nothing was found in the files.'] : tableLines(['', 'new', 'changed', 'unchanged'], rows)
}

/** Why an import failed: code → sentence. */
const failures: Readonly<Record<string, string>> = {
  reading_failed:
    'The files could not be read to the end. Run the import again; if it fails again, the log of the server says why.',
}

export const failureSentence = ({ failure }: Pick<Import, 'failure'>): string =>
  failures[failure?.code ?? ''] ?? `The import failed (${failure?.code ?? 'no reason given'}).`
