// Intake: from a learning system's files to records with where each came from, and back out again by undoing.
export {
  confirmImport,
  discardImport,
  listImports,
  openImport,
  previewImport,
  readImport,
  undoImport,
  uploadFile,
} from './imports.ts'
export { findLearners, learnerNames, learnersOf } from './learners.ts'
export { deleteProfile, listProfiles, readProfile, saveProfile } from './mapping-profiles.ts'
export {
  type LineItem,
  type LinkedOffering,
  linkOfferings,
  listLineItems,
  listOfferings,
  listOfferingsOf,
  readOfferings,
} from './offerings.ts'
export { ownLearners } from './own-learners.ts'
export { downloadRefused, listRefused, listStaged } from './preview.ts'
export {
  type LearnerRecord,
  listEnrolments,
  listRecords,
  readEnrolment,
  readRecords,
  recordsEdition,
  recordsStand,
  settle,
} from './records.ts'
export { sweep } from './sweeping.ts'
