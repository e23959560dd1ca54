// Designing and releasing, each done once however often the story is told.
import type { Client } from '#sdk/sdk.ts'
import type { Stage } from './stage.ts'

export type Design = Parameters<Client['design']['create']>[0]
type MicroCredential = Awaited<ReturnType<Client['design']['read']>>
type Release = Awaited<ReturnType<Client['issuing']['readRelease']>>
type Rule = Parameters<Client['issuing']['saveRule']>[0]['rule']

export async function findDesign(client: Client, key: string): Promise<MicroCredential | undefined> {
  const { items } = await client.design.list({ search: key })
  const row = items.find((one) => one.key === key)
  return row && client.design.read({ id: row.id })
}

export async function designOf(client: Client, key: string): Promise<MicroCredential> {
  const known = await findDesign(client, key)
  if (!known) throw new Error(`nobody has designed ${key}`)
  return known
}

export async function createOnce(client: Client, design: Design): Promise<MicroCredential> {
  return (await findDesign(client, design.key)) ?? client.design.create(design)
}

export async function publishOnce(client: Client, { id, version }: MicroCredential): Promise<void> {
  if (version === undefined) await client.design.publish({ id })
}

export async function saveRuleOnce(client: Client, key: string, rule: Rule, note: string): Promise<void> {
  const { id } = await designOf(client, key)
  const { items } = await client.issuing.listRules({ microCredential: id })
  if (items.length === 0) await client.issuing.saveRule({ microCredential: id, rule, note })
}

/** At rest: prepared, or further on. */
export async function prepareOnce(
  until: Stage['until'],
  client: Client,
  title: string,
  keys: readonly string[],
): Promise<Release> {
  const known = (await client.issuing.listReleases({ limit: 200 })).items.find((release) => release.title === title)
  const designs = await Promise.all(keys.map((key) => designOf(client, key)))
  const { id } = known ?? (await client.issuing.prepareRelease({ title, microCredentials: designs.map(({ id }) => id) }))
  return until(
    () => client.issuing.readRelease({ id }),
    ({ state }) => state !== 'preparing',
  )
}

export async function issueOnce(until: Stage['until'], client: Client, { id, state, lines }: Release): Promise<void> {
  if (state === 'prepared') await client.issuing.confirmRelease({ id, expected: lines.ready ?? 0 })
  const done = await until(
    () => client.issuing.readRelease({ id }),
    ({ state }) => state !== 'issuing',
  )
  if (done.state !== 'issued') throw new Error(`the release ${id} is ${done.state}: ${JSON.stringify(done.failure)}`)
}
