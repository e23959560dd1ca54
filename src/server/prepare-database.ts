// Before anything is answered: migrations and queues, as the owner; then nobody is the owner any more.
import pg from 'pg'
import { prepareQueues } from '#adapters/jobs.ts'
import { migrate } from '#db/migrate.ts'
import { Refusal } from '#kernel/refusal.ts'
import { jobs } from './rooms.ts'
import type { Setting } from './setting.ts'

/** Refuses `origin_frozen` where credentials were issued under an origin that is not this one's, nor an alias of it. */
export async function prepareDatabase(setting: Setting): Promise<void> {
  const owner = setting.connection('owner')
  await migrate(owner)
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await prepareQueues(owner, jobs, client, setting.alone)
    refuseAnotherOrigin(await noteDemonstration(client, setting), setting)
  } finally {
    await client.end()
  }
}

/** Answers the origin that the first issue has frozen. */
async function noteDemonstration(client: pg.Client, { demonstration }: Setting): Promise<string | undefined> {
  const { rows } = await client.query<{ origin: string | null }>('update installation set demonstration = $1 returning origin', [
    demonstration,
  ])
  return rows[0]?.origin ?? undefined
}

function refuseAnotherOrigin(frozen: string | undefined, { origin, originAliases = [] }: Setting): void {
  if (!frozen || frozen === origin || originAliases.includes(frozen)) return
  throw new Refusal(
    'origin_frozen',
    `Credentials were issued under ${frozen}, and this start is for ${origin}. Set TESTAMUR_ORIGIN to ${frozen}, or name it in TESTAMUR_ORIGIN_ALIASES.`,
  )
}
