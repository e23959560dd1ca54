// What runs later: reading the files of an import, and doing what its preview showed.
import * as z from 'zod'
import { idSchema } from '#kernel/id.ts'
import { job } from '#ports/jobs.ts'
import { doImport } from './merging.ts'
import { readFiles } from './reading.ts'

const takes = z.object({ id: idSchema('imp') })

/** Retried whole: it begins by deleting what an earlier attempt has staged. */
export const readImportFiles = job({ name: 'intake.read_import', takes, run: (ctx, { id }) => readFiles(ctx, id) })

/** Retried whole: one transaction, and nothing once that is done. */
export const mergeImport = job({ name: 'intake.do_import', takes, run: (ctx, { id }) => doImport(ctx, id) })

export const intakeJobs = [readImportFiles, mergeImport] as const
