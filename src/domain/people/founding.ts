// Founding an organisation: it comes to be together with its first owner.
import type { Organisation } from '#domain/organisations/organisations.api.ts'
import * as organisations from '#domain/organisations/organisations.ts'
import type { Inputs } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import type { Ctx } from '#ports/ctx.ts'
import { insertMembership } from './members-store.ts'
import type { peopleApi } from './people.api.ts'
import { personIn } from './sessions.ts'

type In = Inputs<typeof peopleApi>

/** The operator of the installation founds it without an owner, and can invite one. */
export async function foundOrganisation(ctx: Ctx, organisation: In['foundOrganisation']): Promise<Organisation> {
  const founder = personIn(ctx.actor)
  return ctx.within(newId('org', ctx.now)).atomically(async (ctx) => {
    const founded = await organisations.found(ctx, organisation)
    if (founder) {
      await insertMembership(ctx, founder, ['owner'])
      await ctx.tell({ kind: 'member.joined', about: founder, detail: { roles: ['owner'] } })
    }
    return founded
  })
}
