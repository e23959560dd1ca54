// A check that broke is said to have broken; it is never read as an answer.
import { type Noted, notRun } from './check.ts'

export const brokeWith = (error: unknown): Noted => ({
  ...notRun('check_broke'),
  technical: error instanceof Error ? error.message : String(error),
})
