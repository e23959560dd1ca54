// Six micro-credentials are designed; four are published, and two are left as drafts with something missing.
import type { Name } from '../cast.ts'
import { boatsDesign } from '../designs/boats.ts'
import { dataDesign } from '../designs/data.ts'
import { kitchenDesign } from '../designs/kitchen.ts'
import { manuscriptsDesign } from '../designs/manuscripts.ts'
import { seminarsDesign } from '../designs/seminars.ts'
import { waterDesign } from '../designs/water.ts'
import { createOnce, type Design, designOf, publishOnce } from '../doing-once.ts'
import type { Scene, Stage } from '../stage.ts'

export const universityDesigns: Scene = {
  title: 'The university designs micro-credentials',
  async tell(stage) {
    await designed(stage, 'dev', waterDesign, [119, '10:05'])
    await designed(stage, 'dev', dataDesign, [118, '13:40'])
    await designed(stage, 'dev', seminarsDesign, [117, '09:50'])
    await publishedBy(stage, 'pia', waterDesign, [116, '11:20'])
    await publishedBy(stage, 'pia', dataDesign, [112, '15:10'])
    await publishedBy(stage, 'pia', seminarsDesign, [110, '14:00'])
  },
}

export const collegeDesigns: Scene = {
  title: 'The college designs one for its workshop',
  async tell(stage) {
    await designed(stage, 'jonas', boatsDesign, [105, '16:25'])
    await publishedBy(stage, 'hinemoa', boatsDesign, [102, '09:10'])
  },
}

export const drafts: Scene = {
  title: 'Two more are begun',
  async tell(stage) {
    await designed(stage, 'jonas', kitchenDesign, [30, '15:45'])
    await designed(stage, 'dev', manuscriptsDesign, [28, '10:30'])
  },
}

type Moment = Parameters<Stage['moment']>

const houseOf = (name: Name) => (name === 'jonas' || name === 'hinemoa' ? 'harbour' : 'willowbrook')

async function designed({ as, moment }: Stage, name: Name, design: Design, at: Moment): Promise<void> {
  await moment(...at)
  await createOnce(as(name, houseOf(name)), design)
}

async function publishedBy({ as, moment }: Stage, name: Name, { key }: Design, at: Moment): Promise<void> {
  await moment(...at)
  const client = as(name, houseOf(name))
  await publishOnce(client, await designOf(client, key))
}
