// The scenes in the order of their days.
import type { Scene } from '../stage.ts'
import { secondVersion, sharing, statusChanges } from './afterwards.ts'
import { collegeDesigns, drafts, universityDesigns } from './designs.ts'
import { founding } from './founding.ts'
import { people } from './people.ts'
import { collegeRelease, universityRelease, waitingRelease } from './releases.ts'
import { collegeResults, firstResults, seminarResults } from './results.ts'
import { rules } from './rules.ts'
import { waitingImport } from './waiting-import.ts'

export const scenes: readonly Scene[] = [
  founding,
  people,
  universityDesigns,
  collegeDesigns,
  rules,
  firstResults,
  universityRelease,
  collegeResults,
  collegeRelease,
  secondVersion,
  drafts,
  statusChanges,
  seminarResults,
  waitingImport,
  waitingRelease,
  sharing,
]
