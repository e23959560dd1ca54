// Issuing: from a rule and real results to signed credentials, and back out again by suspension and revocation.

export { achievementDocument, achievementImage } from './achievements.ts'
export {
  downloadCredential,
  liftSuspension,
  listCredentials,
  readCredential,
  revoke,
  suspend,
} from './credentials.ts'
export { listRules, saveRule } from './issuing-rules.ts'
export { issuingJobs } from './jobs.ts'
export {
  cancelRelease,
  confirmRelease,
  excludeLines,
  holdLines,
  listLines,
  listReleases,
  prepareRelease,
  readmitLines,
  readRelease,
} from './releases.ts'
export { downloadShared, endShare, readShared, share } from './shares.ts'
export { simulate } from './simulations.ts'
export { statusListDocument } from './status-lists.ts'
