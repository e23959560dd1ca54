// Importing results as a registrar would: profile, files, preview, confirmation. What was begun and broken off is begun anew.
import type { Client } from '#sdk/sdk.ts'
import type { Profile } from './canopy.ts'
import type { Stage } from './stage.ts'

type Until = Stage['until']
type Files = Readonly<Record<string, string>>
type Import = Awaited<ReturnType<Client['intake']['readImport']>>

export async function saveProfileOnce(client: Client, document: Profile): Promise<void> {
  const { items } = await client.intake.listProfiles({})
  if (items.every(({ slug }) => slug !== document.slug)) await client.intake.saveProfile({ slug: document.slug, document })
}

export async function importOnce(until: Until, client: Client, profile: string, files: Files): Promise<void> {
  const settled = await leftOver(until, client, profile, files)
  if (settled.some(({ state }) => state === 'imported')) return
  for (const { id } of settled) await client.intake.discardImport({ id })
  const { id } = await preview(until, client, profile, files)
  await client.intake.confirmImport({ id })
  ended(await settledImport(until, client, id), 'imported')
}

/** Leaves the preview waiting for somebody to look at it. */
export async function previewOnce(until: Until, client: Client, profile: string, files: Files): Promise<void> {
  const settled = await leftOver(until, client, profile, files)
  if (settled.some(({ state }) => state === 'previewed' || state === 'imported')) return
  for (const { id } of settled) await client.intake.discardImport({ id })
  await preview(until, client, profile, files)
}

/** What a telling that was broken off has left of this import, at rest. */
async function leftOver(until: Until, client: Client, profile: string, files: Files): Promise<Import[]> {
  const { items } = await client.intake.listImports({ limit: 200 })
  const ours = items.filter(
    (one) =>
      one.profile === profile &&
      (one.files.some(({ name }) => name in files) || one.files.length === 0) &&
      one.state !== 'discarded' &&
      one.state !== 'undone',
  )
  return Promise.all(ours.map(({ id }) => settledImport(until, client, id)))
}

async function preview(until: Until, client: Client, profile: string, files: Files): Promise<Import> {
  const { id } = await client.intake.openImport({ profile })
  for (const [name, text] of Object.entries(files)) await client.intake.uploadFile({ id, name }, text, 'text/csv')
  await client.intake.previewImport({ id })
  return ended(await settledImport(until, client, id), 'previewed')
}

const settledImport = (until: Until, client: Client, id: Import['id']) =>
  until(
    () => client.intake.readImport({ id }),
    ({ state }) => state !== 'reading' && state !== 'importing',
  )

function ended(one: Import, state: Import['state']): Import {
  if (one.state !== state) throw new Error(`the import ${one.id} is ${one.state}, not ${state}: ${JSON.stringify(one.failure)}`)
  return one
}
