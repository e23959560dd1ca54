// Trust: the transparency log, in which rooms record what they have done, and from which everybody can tell that nothing was rewritten.

export { checkLog } from './checking.ts'
export { compareWithLog, type Stretch, type Told } from './comparing.ts'
export { extendLog } from './extending.ts'
export { logStateOf } from './proofs.ts'
export { checkpointNote, logKey, tileBytes } from './publishing.ts'
export { record, recordInBulk } from './recording.ts'
