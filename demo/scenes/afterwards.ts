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
  title: 'A learner shares what she earned, and a college does for one of its own',
  async tell({ as, moment, links, keepLinks }) {
    await moment(1, '14:25')
    const kept = await links()
    const lenas = await credentialOf(as('rita', 'willowbrook'), 'DATA-201', 'W26-0101')
    const data = await shared(lenas, kept, byHolder(as('lena', 'willowbrook')))
    const amina = as('amina', 'harbour')
    const boat = await shared(await credentialOf(amina, 'BOAT-E2', 'H2201'), kept, byStaff(amina))
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

/** How somebody may deal with the links to a credential. */
type Sharing = Readonly<{
  list: (id: CredentialId) => Promise<readonly { id: ShareId; ended?: string | undefined }[]>
  end: (id: CredentialId, share: ShareId) => Promise<unknown>
  make: (id: CredentialId) => Promise<{ url: string }>
}>

type CredentialId = `cred_${string}`
type ShareId = `shr_${string}`

const byStaff = ({ issuing }: Client): Sharing => ({
  list: async (id) => (await issuing.readCredential({ id })).shares,
  end: (_, share) => issuing.endShare({ id: share }),
  make: (id) => issuing.share({ id }),
})

const byHolder = ({ issuing }: Client): Sharing => ({
  list: async (id) => (await issuing.readHeld({ id })).shares,
  end: (id, share) => issuing.endHeldShare({ id, share }),
  make: (id) => issuing.shareHeld({ id }),
})

type Credential = Awaited<ReturnType<typeof credentialOf>>

/** A link is shown once: one that was not kept is ended, and another is made. */
async function shared({ id, title, learner }: Credential, kept: readonly SharedLink[], by: Sharing): Promise<SharedLink> {
  const name = learner.name ?? learner.key
  const known = kept.find((link) => link.title === title && link.learner === name)
  const open = (await by.list(id)).filter(({ ended }) => ended === undefined)
  if (known && open.length > 0) return known
  for (const share of open) await by.end(id, share.id)
  const { url } = await by.make(id)
  return { title, learner: name, url }
}
