// Steps about the transparency log: credentials that it has heard of, many entries at once, and its audit in words.
import pg from 'pg'
import { recordInBulk } from '../src/domain/trust/trust.ts'
import { newId } from '../src/kernel/id.ts'
import { type Statement, statementKinds } from '../src/standards/log/statement.ts'
import { prepared, readyToRelease, released } from './steps.ts'
import { theHouse, type World, world } from './world.ts'

const house = await theHouse()

export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(house.connection('owner'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Thirteen learners have their credentials; the log has heard of it. */
export async function issuedWorld() {
  const here = await world()
  await readyToRelease(here)
  await released(here.rita, await prepared(here.rita))
  await house.extendLog()
  const { items } = await here.rita.issuing.listCredentials({ limit: 200 })
  const [first] = items
  if (!first) throw new Error('nothing was issued')
  return { ...here, credentials: items, first }
}

/** As a release of this many would, without composing and signing them. */
export async function recordedMany({ organisation }: Pick<World, 'organisation'>, count: number): Promise<Statement[]> {
  const at = new Date()
  const statements = Array.from({ length: count }, (): Statement => {
    return { kind: 'credential.issued', credential: newId('cred', at), digest: 'ab'.repeat(32) }
  })
  const ctx = house.world.ctx({ scope: organisation.id as `org_${string}`, actor: { id: 'system', may: () => true } })
  await ctx.inBulk((ctx, copy) => recordInBulk(ctx, copy, statements))
  return statements
}

export async function audited({ operator }: Pick<World, 'operator'>): Promise<string[]> {
  const found: string[] = []
  for (const kind of statementKinds)
    for (let after: string | undefined; ; ) {
      const page = await operator.issuing.auditLog({ kind, limit: 5, ...(after ? { after } : {}) })
      found.push(...page.findings.map(({ code, about }) => `${code} ${kind} ${about}`))
      if (!page.next) break
      after = page.next
    }
  return found
}

export async function checkedTree({ operator }: Pick<World, 'operator'>): Promise<string[]> {
  const found: string[] = []
  for (let from = { level: 0, number: 0 }; ; ) {
    const page = await operator.trust.checkLog(from)
    found.push(
      ...page.findings.map(({ code, index, tile }) => `${code} ${index ?? (tile ? `${tile.level}/${tile.number}` : '')}`),
    )
    if (!page.next) return found
    from = page.next
  }
}
