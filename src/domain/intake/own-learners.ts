// Learners who are a person: linked by the e-mail address that the source knows them by, once the person has confirmed that it is theirs.
import type { Id } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { listLinkableLearners, listOwnLearners, updateLearnersLinked } from './own-learner-store.ts'

/**
 * For issuing, in the person's own scope, outside any transaction: links whoever is not linked yet, and answers all that they are.
 * What an organisation's files bring later is found when it is asked next.
 */
export async function ownLearners(ctx: Ctx): Promise<Id<'lrn'>[]> {
  const found = await listLinkableLearners(ctx)
  for (const [organisation, learners] of Map.groupBy(found, ({ organisation }) => organisation))
    await ctx.within(organisation).atomically((ctx) => link(ctx, learners))
  return (await listOwnLearners(ctx)).map(({ id }) => id)
}

type Linkable = Awaited<ReturnType<typeof listLinkableLearners>>[number]

/** In the organisation's scope, which is told of it. */
async function link(ctx: Ctx, learners: readonly Linkable[]): Promise<void> {
  const [first] = learners
  if (!first) return
  const linked = await updateLearnersLinked(
    ctx,
    learners.map(({ id }) => id),
    first,
  )
  for (const { id } of linked) await ctx.tell({ kind: 'learner.linked', about: id })
}
