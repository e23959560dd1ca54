// What becomes of designs and credentials afterwards: a second version, a revocation, a suspension, and links to two of them.
import type { Client } from '#sdk/sdk.ts'
import { waterOutcomesOfVersionTwo } from '../designs/water.ts'
import { designOf } from '../doing-once.ts'
import type { Scene, SharedLink } from '../stage.ts'

export const secondVersion: Scene = {
  title: 'A design is published again',
  async tell({ as, moment }) {
    await moment(34, '13:50')
    const dev = as('dev', 'willowbrook')
    const { id, version, state, revisions } = await designOf(dev, 'WATER-310')
    if (version === 1 && state === 'published')
      await dev.design.saveStep({
        id,
        step: 'outcomes',
        revision: revisions.outcomes ?? 0,
        document: { learningOutcomes: waterOutcomesOfVersionTwo },
      })
    await moment(31, '10:00')
    if (version === 1) await as('pia', 'willowbrook').design.publish({ id })
  },
}

export const statusChanges: Scene = {
  title: 'One credential is revoked, one suspended',
  async tell({ as, moment }) {
    await moment(24, '15:35')
    const rita = as('rita', 'willowbrook')
    const mistaken = await credentialOf(rita, 'WATER-310', 'W26-0105')
    if (mistaken.state === 'valid')
      await rita.issuing.revoke({
        id: mistaken.id,
        reason: 'The field log turned out to be another learner’s; the examiners withdrew the pass.',
      })
    await moment(12, '09:45')
    const amina = as('amina', 'harbour')
    const questioned = await credentialOf(amina, 'BOAT-E2', 'H2206')
    if (questioned.state === 'valid')
      await amina.issuing.suspend({ id: questioned.id, reason: 'The yard asks us to look at the sea trial report again.' })
  },
}

export const sharing: Scene = {
  title: 'Two learners share what they earned',
  async tell({ as, moment, links, keepLinks }) {
    await moment(1, '14:25')
    const kept = await links()
    const data = await shared(as('rita', 'willowbrook'), 'DATA-201', 'W26-0101', kept)
    const boat = await shared(as('amina', 'harbour'), 'BOAT-E2', 'H2201', kept)
    await keepLinks([data, boat])
  },
}

async function credentialOf(client: Client, key: string, learner: string) {
  const { id } = await designOf(client, key)
  const { items } = await client.issuing.listCredentials({ microCredential: id, search: learner })
  const [credential] = items
  if (!credential) throw new Error(`${learner} has no credential of ${key}`)
  return credential
}

/** A link is shown once: one that was not kept is ended, and another is made. */
async function shared(client: Client, key: string, number: string, kept: readonly SharedLink[]): Promise<SharedLink> {
  const { id, title, learner } = await credentialOf(client, key, number)
  const name = learner.name ?? learner.key
  const known = kept.find((link) => link.title === title && link.learner === name)
  const { shares } = await client.issuing.readCredential({ id })
  const open = shares.filter(({ ended }) => ended === undefined)
  if (known && open.length > 0) return known
  for (const share of open) await client.issuing.endShare({ id: share.id })
  const { url } = await client.issuing.share({ id })
  return { title, learner: name, url }
}
