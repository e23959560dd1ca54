// A university and a college come to be, and the people of the story get their accounts.
import { cast, type House, houses, type Name } from '../cast.ts'
import type { Scene, Stage } from '../stage.ts'

export const founding: Scene = {
  title: 'Two institutions are founded',
  async tell(stage) {
    await stage.moment(124, '08:02')
    // in this order, because that is the order of the sign-in page
    for (const person of Object.values(cast)) await stage.addToCast(person)
    await found(stage, 'olga', 'willowbrook', 123)
    await found(stage, 'hinemoa', 'harbour', 122)
  },
}

async function found({ as, moment }: Stage, name: Name, house: House, day: number): Promise<void> {
  await moment(day, '09:15')
  const founder = as(name, house)
  const { organisations } = await founder.people.session({})
  if (organisations.every(({ slug }) => slug !== houses[house].slug)) await founder.people.foundOrganisation(houses[house])
}
