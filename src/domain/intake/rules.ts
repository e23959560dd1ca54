// What may be done with an import, and how far it is.
import type { Import } from './intake.api.ts'
import { after, type ImportAct, type ImportState } from './life.ts'

const whyNot = ({ state }: { state: ImportState }, act: ImportAct) =>
  after(state, act) ? undefined : ('wrong_import_state' as const)

export const whyNotUpload = (of: { state: ImportState }) => whyNot(of, 'upload')

export const whyNotPreview = (of: { state: ImportState; files: readonly unknown[] }) =>
  whyNot(of, 'preview') ?? (of.files.length === 0 ? ('no_files' as const) : undefined)

export const whyNotConfirm = (of: { state: ImportState }) => whyNot(of, 'confirm')

export const whyNotDiscard = (of: { state: ImportState }) => whyNot(of, 'discard')

/** `footing`: what has been built on the import since; a screen that does not know leaves it out, and the server asks. */
export const whyNotUndo = (
  of: { state: ImportState },
  footing: { settled: boolean; overlaid: boolean } = { settled: false, overlaid: false },
) =>
  whyNot(of, 'undo') ??
  (footing.settled ? ('import_in_use' as const) : footing.overlaid ? ('import_overlaid' as const) : undefined)

/** Rows and bytes so far, of `total` bytes, since when (ISO 8601). */
export type Reached = Readonly<{ rows: number; bytes: number; total: number; since: string }>

/** Adds rows a second and seconds left. Before the first bytes nobody can say. */
export function progressOf(reached: Reached, now: Date): Import['progress'] {
  const seconds = (now.getTime() - Date.parse(reached.since)) / 1000
  if (seconds <= 0 || reached.bytes === 0) return undefined
  const left = Math.max(0, reached.total - reached.bytes)
  return { ...reached, rate: reached.rows / seconds, secondsLeft: (left * seconds) / reached.bytes }
}
