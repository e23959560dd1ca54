// The demonstration: people whom anybody may be, and the mails that would have been sent. Nothing here works anywhere else.
import type { Inputs, Outputs } from '#kernel/endpoint.ts'
import { type Id, newId } from '#kernel/id.ts'
import { found, Refusal } from '#kernel/refusal.ts'
import type { Ctx } from '#ports/ctx.ts'
import { emailHash } from '#ports/email-hash.ts'
import { findPerson, findPersonByEmail, insertPerson, listDemonstrationPeople } from './accounts-store.ts'
import { updateEmailConfirmed } from './emails-store.ts'
import type { Person, peopleApi, Session } from './people.api.ts'
import { startSession, withOrganisations } from './sessions.ts'

type In = Inputs<typeof peopleApi>
type Out = Outputs<typeof peopleApi>

export async function demonstrationPeople(ctx: Ctx): Promise<Out['demonstrationPeople']> {
  onlyThere(ctx)
  const rows = await listDemonstrationPeople(ctx.within('installation'))
  const items = [...Map.groupBy(rows, ({ id }) => id)].map(async ([id, theirs]) => ({
    ...personOf(found(theirs[0], id)),
    memberships: (await withOrganisations(ctx, theirs)).map(({ organisation, roles }) => ({
      organisation: organisation.name,
      slug: organisation.slug,
      roles,
    })),
  }))
  return { items: await Promise.all(items) }
}

export async function demonstrationSignIn(ctx: Ctx, { person: id }: In['demonstrationSignIn']): Promise<Session> {
  onlyThere(ctx)
  const person = await findPerson(ctx.within('installation'), id)
  if (!person?.demonstration) throw new Refusal('not_found', id)
  return startSession(ctx, id)
}

export async function demonstrationMails(ctx: Ctx): Promise<Out['demonstrationMails']> {
  onlyThere(ctx)
  return { items: ctx.house.sentMails ? await ctx.house.sentMails() : [] }
}

/** For the story: somebody of the cast, without a password. Told twice, it is the same person; an account of somebody real stays theirs. */
export async function addToCast(ctx: Ctx, { name, email }: { name: string; email: string }): Promise<Person> {
  onlyThere(ctx)
  const confirmed = { email, emailHash: await emailHash(ctx.keys, email) }
  return ctx.within('installation').atomically(async (ctx) => {
    const id: Id<'per'> = newId('per', ctx.now)
    const added = await insertPerson(ctx, { id, name, email, password: null, demonstration: true })
    if (added) await ctx.tell({ kind: 'person.signed_up', about: id })
    const person = found(await findPersonByEmail(ctx, email), email)
    if (!person.demonstration) throw new Refusal('email_taken', email)
    // nobody real: what is theirs is theirs to see
    await updateEmailConfirmed(ctx, person.id, confirmed)
    return personOf(person)
  })
}

function onlyThere(ctx: Ctx): void {
  if (!ctx.house.demonstration) throw new Refusal('not_found')
}

const personOf = ({ id, name, email }: Person): Person => ({ id, name, email })
