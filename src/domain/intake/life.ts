// The life of an import, as a table. Read a row as: in this state, these acts lead there.
import type { importStates } from './intake.api.ts'

export type ImportState = (typeof importStates)[number]

export const moves = {
  open: { upload: 'open', preview: 'reading', discard: 'discarded' },
  reading: { show: 'previewed', fail: 'failed', discard: 'discarded' },
  previewed: { upload: 'open', preview: 'reading', confirm: 'importing', discard: 'discarded' },
  importing: { finish: 'imported', fail: 'failed' },
  imported: { undo: 'undone' },
  failed: { upload: 'open', preview: 'reading', discard: 'discarded' },
  discarded: {},
  undone: {},
} as const satisfies Record<ImportState, Partial<Record<string, ImportState>>>

export type ImportAct = { [S in ImportState]: keyof (typeof moves)[S] }[ImportState]

export const after = (state: ImportState, act: ImportAct): ImportState | undefined =>
  (moves[state] as Partial<Record<ImportAct, ImportState>>)[act]

/** The states from which the act leads somewhere; the same place from all of them. */
export const statesBefore = (act: ImportAct): ImportState[] =>
  // the keys of the table are the states
  (Object.keys(moves) as ImportState[]).filter((state) => after(state, act) !== undefined)

export const stateAfter = (act: ImportAct): ImportState => {
  const [state] = statesBefore(act).map((before) => after(before, act))
  if (!state) throw new TypeError(`no state allows ${act}`)
  return state
}
