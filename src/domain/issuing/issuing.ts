// Issuing: from a rule and real results to signed credentials, and back out again by suspension and revocation.

export { achievementDocument, achievementImage, readAchievement } from './achievements.ts'
export {
  downloadCredential,
  liftSuspension,
  listCredentials,
  readCredential,
  revoke,
  suspend,
} from './credentials.ts'
export { downloadHeld, endHeldShare, listHeld, readHeld, shareHeld } from './held.ts'
export { listRules, saveRule } from './issuing-rules.ts'
export { issuingJobs } from './jobs.ts'
export { auditLog, readLogProof, readSharedLogProof } from './logged.ts'
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
export { listRuleLineItems } from './rule-line-items.ts'
export { downloadShared, endShare, readShared, share } from './shares.ts'
export { simulate } from './simulations.ts'
export { statusListDocument } from './status-lists.ts'
