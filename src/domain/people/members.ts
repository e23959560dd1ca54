// Members: who belongs to the organisation, and in which roles.
import type { Inputs, Outputs } from '#kernel/endpoint.ts'
import { page } from '#kernel/page.ts'
import { found, refuseIf } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { updateOpenWithdrawn } from './invitations-store.ts'
import { countMembers, deleteMembership, findMember, listMemberRows, lockOwners, updateRoles } from './members-store.ts'
import type { Member, peopleApi } from './people.api.ts'
import type { Role } from './roles.ts'
import { inOrder, whyNotChange, whyNotGrant } from './rules.ts'
import { personIn } from './sessions.ts'

type In = Inputs<typeof peopleApi>
type Out = Outputs<typeof peopleApi>

export async function listMembers(ctx: Ctx, { limit, after, ...asked }: In['listMembers']): Promise<Out['listMembers']> {
  const [rows, total] = await Promise.all([listMemberRows(ctx, { ...asked, most: limit + 1, after }), countMembers(ctx, asked)])
  const { items, ...rest } = page(rows, limit, total)
  return { items: items.map(shown), ...rest }
}

export async function readMember(ctx: Ctx, { person }: In['readMember']): Promise<Member> {
  return shown(found(await findMember(ctx, person), person))
}

export async function changeRoles(ctx: Ctx, { person, roles }: In['changeRoles']): Promise<Member> {
  return ctx.atomically(async (ctx) => {
    const after = inOrder(roles)
    const before = await memberToChange(ctx, person, after)
    if (after.join() !== before.roles.join()) {
      await updateRoles(ctx, person, after)
      await ctx.tell({ kind: 'member.roles_changed', about: person, detail: { before: before.roles, after } })
    }
    return { ...before, roles: after }
  })
}

export async function removeMember(ctx: Ctx, { person }: In['removeMember']): Promise<Record<string, never>> {
  return ctx.atomically(async (ctx) => {
    const { person: gone, roles } = await memberToChange(ctx, person, [])
    await deleteMembership(ctx, person)
    await ctx.tell({ kind: 'member.left', about: person, detail: { roles } })
    // an older invitation must not let them in again
    await withdrawOpen(ctx, gone.email)
    return {}
  })
}

/** Withdraws every invitation of the organisation that this address could still accept. */
export async function withdrawOpen(ctx: Ctx, email: string): Promise<void> {
  for (const { id } of await updateOpenWithdrawn(ctx, email)) await ctx.tell({ kind: 'invitation.withdrawn', about: id })
}

/** The roles of whoever acts. The operator of the installation may do what an owner may. */
export async function rolesHeld(ctx: Ctx): Promise<Role[]> {
  const person = personIn(ctx.actor)
  if (!person) return ctx.actor.id === 'operator' ? ['owner'] : []
  return ((await findMember(ctx, person))?.roles ?? []) as Role[]
}

/** The owners are held first, so that what is decided here is still so when it is written. */
async function memberToChange(ctx: Ctx, person: In['changeRoles']['person'], after: readonly Role[]): Promise<Member> {
  const owners = await lockOwners(ctx)
  const member = shown(found(await findMember(ctx, person), person))
  refuseIf(whyNotGrant(await rolesHeld(ctx), [...member.roles, ...after]))
  refuseIf(whyNotChange(owners, person, after))
  return member
}

const shown = (row: Awaited<ReturnType<typeof listMemberRows>>[number]): Member => ({
  person: { id: row.id, name: row.name, email: row.email },
  // written by us, from the same list
  roles: row.roles as Role[],
  since: row.created.toISOString(),
})
