// Credentials are released: twice to the end, and once prepared with a line held back.
import { issueOnce, prepareOnce } from '../doing-once.ts'
import type { Scene } from '../stage.ts'

export const universityRelease: Scene = {
  title: 'The university issues its first credentials',
  async tell({ as, moment, until }) {
    const rita = as('rita', 'willowbrook')
    await moment(52, '10:40')
    const release = await prepareOnce(until, rita, 'Water and data, first runs', ['WATER-310', 'DATA-201'])
    await moment(51, '11:05')
    await issueOnce(until, rita, release)
  },
}

export const collegeRelease: Scene = {
  title: 'The college issues its first credentials',
  async tell({ as, moment, until }) {
    const amina = as('amina', 'harbour')
    await moment(41, '13:15')
    const release = await prepareOnce(until, amina, 'Boat electrics, winter class', ['BOAT-E2'])
    await moment(41, '16:30')
    await issueOnce(until, amina, release)
  },
}

export const waitingRelease: Scene = {
  title: 'A release waits for the registrar',
  async tell({ as, moment, until }) {
    await moment(1, '09:20')
    const rita = as('rita', 'willowbrook')
    const { id, lines } = await prepareOnce(until, rita, 'Inclusive seminars, first run', ['EDU-140'])
    if (lines.held !== 0) return
    const { items } = await rita.issuing.listLines({ id, state: 'ready', search: 'W26-0304' })
    await rita.issuing.holdLines({
      id,
      lines: items.map((line) => line.id),
      reason: 'She asked us to wait until her new name is recorded.',
    })
  },
}
