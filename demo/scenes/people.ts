// Colleagues are invited and join; one reviewer joins both institutions.
import { type House, membersOf, type Name } from '../cast.ts'
import type { Scene, Stage } from '../stage.ts'

export const people: Scene = {
  title: 'Colleagues are invited and join',
  async tell(stage) {
    await inviteAll(stage, 'olga', 'willowbrook', 121)
    await inviteAll(stage, 'hinemoa', 'harbour', 120)
  },
}

/** Invited in the morning, joined in the afternoon. Who founded the house is in already. */
async function inviteAll({ as, moment }: Stage, host: Name, house: House, day: number): Promise<void> {
  await moment(day, '09:00')
  const inviter = as(host, house)
  const here = new Set((await inviter.people.listMembers({ limit: 200 })).items.map(({ person }) => person.email))
  const invited: { name: Name; link: string }[] = []
  for (const { name, email, roles } of membersOf(house).filter(({ email }) => !here.has(email)))
    invited.push({ name, link: (await inviter.people.invite({ email, roles })).link })
  await moment(day, '14:30')
  for (const { name, link } of invited)
    await as(name, house).people.acceptInvitation({ token: new URL(link).pathname.split('/').at(-1) ?? '' })
}
