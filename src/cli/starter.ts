// The starter of a mapping profile, put in place where it is missing: organisation, published micro-credentials, issuing rule.
import { missingWords } from '#domain/design/rules.ts'
import { issuingRule } from '#domain/issuing/rule.ts'
import type { Client } from '#sdk/sdk.ts'
import type { Starter } from '#standards/csv/starter.ts'
import type { Connection } from './connection.ts'
import { organisationsThere, type Within } from './organisation-meant.ts'
import { everyItem } from './pages.ts'
import { designOf } from './starter-design.ts'

/** What was made, by key, and drafts that still lack something before they can be published. */
export type Started = Readonly<{
  created: readonly string[]
  published: readonly string[]
  rules: readonly string[]
  unfinished: readonly Readonly<{ key: string; missing: readonly string[] }>[]
}>

export async function starterOrganisation(
  connection: Connection,
  { organisation }: Starter,
): Promise<Within & { founded: boolean }> {
  const known = (await organisationsThere(connection)).find(({ slug }) => slug === organisation.slug)
  const there = known ?? (await connection.client().people.foundOrganisation(organisation))
  await connection.remember(there.slug)
  return { organisation: there, client: connection.client(there.slug), founded: known === undefined }
}

/** What people have made or changed themselves is left as it is. Done half, it is done to the end the next time. */
export async function start(client: Client, { microCredentials, rule }: Starter): Promise<Started> {
  const known = new Map<string, { id: `mc_${string}`; version?: number | undefined }>()
  for await (const one of everyItem((after) => client.design.list({ limit: 200, ...after }))) known.set(one.key, one)
  const ruled = new Set<string>()
  const newest = { versions: 'newest', limit: 200 } as const
  for await (const one of everyItem((after) => client.issuing.listRules({ ...newest, ...after }))) ruled.add(one.microCredential)
  const started = { created: [] as string[], published: [] as string[], rules: [] as string[], unfinished: [] as Unfinished[] }
  for (const suggested of microCredentials) {
    const { key } = suggested
    const there = known.get(key) ?? (await client.design.create({ key, document: designOf(suggested) }))
    if (!known.has(key)) started.created.push(key)
    if (there.version === undefined) {
      const missing = await publishIfComplete(client, there.id)
      if (missing.length === 0) started.published.push(key)
      else started.unfinished.push({ key, missing })
    }
    if (ruled.has(there.id)) continue
    await client.issuing.saveRule({ microCredential: there.id, rule: issuingRule.parse(rule) })
    started.rules.push(key)
  }
  return started
}

type Unfinished = Started['unfinished'][number]

/** Answers what is missing; nothing, where it was published. */
async function publishIfComplete(client: Client, id: `mc_${string}`): Promise<string[]> {
  const { missing } = await client.design.read({ id })
  if (missing.length === 0) await client.design.publish({ id })
  const words: Readonly<Record<string, string>> = missingWords
  return missing.map(({ code }) => words[code] ?? code)
}
