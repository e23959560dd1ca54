// As much of the public log’s answer about a credential as a page shows.
import type { LogState } from '#domain/trust/trust.api.ts'

/** `file`: where the proof can be downloaded. */
export type Logged = Readonly<{ state: LogState['state']; index?: number; file: string }>

/** The proof itself is a file; the page says where in the log it is. */
export const loggedAs = (said: LogState, file: string): Logged =>
  said.state === 'recorded' ? { state: said.state, index: said.index, file } : { state: said.state, file }
