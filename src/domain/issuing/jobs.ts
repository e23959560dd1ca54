// What issuing does in the background. Each job may run twice; twice is once.
import * as z from 'zod'
import { type Id, idSchema } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { job } from '#ports/jobs.ts'
import { issueAll } from './issue-lines.ts'
import { prepareAll } from './prepare-lines.ts'
import { updateFailure } from './release-store.ts'

const takes = z.object({ release: idSchema('rel') })

/** Decides for every enrolment of the release and writes its lines. Begins anew when repeated. */
export const prepareLines = job({
  name: 'issuing.prepare_lines',
  takes,
  run: (ctx, { release }) => noting(ctx, release, () => prepareAll(ctx, release)),
})

/** Issues for every line that is ready, chunk by chunk; what an earlier run has issued is not ready any more. */
export const issueRelease = job({
  name: 'issuing.issue_release',
  takes,
  run: (ctx, { release }) => noting(ctx, release, () => issueAll(ctx, release)),
})

export const issuingJobs = [prepareLines, issueRelease]

/** What hinders a release is shown on it; the queue tries again, and the note goes when it gets on. */
async function noting(ctx: Ctx, release: Id<'rel'>, work: () => Promise<void>): Promise<void> {
  try {
    await work()
    await updateFailure(ctx, release, null)
  } catch (error) {
    await updateFailure(ctx, release, { code: 'interrupted', values: {} })
    throw error
  }
}
