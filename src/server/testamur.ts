// Testamur in one process: the world, the door with all rooms behind it, the queue and the sequencer.
import { timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import pg from 'pg'
import { argon2Passwords } from '#adapters/argon2-passwords.ts'
import { carefulFetch } from '#adapters/careful-fetch.ts'
import { diskBlobs, sweepUploads } from '#adapters/disk-blobs.ts'
import { images } from '#adapters/images.ts'
import { type AnyJob, prepareQueues, type Queued, startQueue } from '#adapters/jobs.ts'
import { localKeys } from '#adapters/local-keys.ts'
import { openPools } from '#adapters/postgres.ts'
import { createLimits } from '#adapters/rate-limits.ts'
import { startSequencer } from '#adapters/sequencer.ts'
import { signingPool } from '#adapters/signing-pool.ts'
import { migrate } from '#db/migrate.ts'
import { idOf } from '#domain/organisations/organisations.ts'
import { resolveSession } from '#domain/people/people.ts'
import { enter, type Gate } from '#http/enter.ts'
import { securityHeaders } from '#http/headers.ts'
import { type Patiences, usualPatience } from '#http/in-time.ts'
import { type Door, type Knock, whyNobodyAnswers } from '#http/mount.ts'
import { openApi } from '#http/openapi.ts'
import { refusalResponse } from '#http/problem.ts'
import { mountStandards } from '#http/standards-endpoints.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Actor, House, SentMail } from '#ports/ctx.ts'
import type { Mail } from '#ports/mail.ts'
import { apis } from '#sdk/sdk.ts'
import { opensForStrangers } from './own-doors.ts'
import { acts, jobs, mountRooms, refusals } from './rooms.ts'
import { buildWorld, type World } from './world.ts'

export type Setting = Readonly<{
  connection: (role: 'owner' | 'app' | 'bulk') => pg.ClientConfig
  origin: string
  originAliases?: readonly string[]
  installationKey: Uint8Array
  blobFolder: string
  mail: Mail & { sentMails?: () => Promise<SentMail[]> }
  demonstration: boolean
  signUp?: House['signUp']
  uploadLimit: number
  workers: number
  /** Lets whoever may read the data folder act as operator; none, no operator. */
  operatorToken?: string
  clock?: () => Date
  /** No other process works on this database: jobs that a killed process was running go on at once. */
  alone: boolean
  /** Told of every fault once, with where it happened. */
  onFault: (error: unknown, where: string) => void
  /** For tests of strangers: whom we may reach besides the public internet. */
  mayReach?: (address: string) => boolean
  /** Off where many worlds share one machine and nothing is to be limited. */
  limited?: boolean
  /** How long bodies may take to arrive; as usual unless said. */
  patience?: Patiences
}>

export type Testamur = Readonly<{
  world: World
  app: Hono<Knock>
  /** The door in-process, as if asked from `address`. */
  call: (request: Request, address?: string) => Promise<Response>
  /** Places all events now, instead of within a second. */
  placeEvents: () => Promise<void>
  stop: () => Promise<void>
}>

export async function openTestamur(setting: Setting): Promise<Testamur> {
  const { connection, origin } = setting
  let stopping = false
  const onFault: Setting['onFault'] = (error, where) => {
    if (!(stopping && isGoodbye(error))) setting.onFault(error, where)
  }
  await prepare(setting)
  const pools = openPools(
    (role) => connection(role === 'testamur_app' ? 'app' : 'bulk'),
    (error) => onFault(error, 'database'),
  )
  const queue = await startQueue(connection('app'), jobs, (error) => onFault(error, 'job'))
  const keys = localKeys(setting.installationKey)
  const signing = signingPool({ installationKey: setting.installationKey, workers: setting.workers, keys })
  await sweepUploads(setting.blobFolder)
  const app = new Hono<Knock>()
  const call = async (request: Request, address = 'in-process') => app.fetch(request, { address })
  const own: [string, ...string[]] = [origin, ...(setting.originAliases ?? [])]
  const world = buildWorld({
    pools,
    queue,
    clock: setting.clock ?? (() => new Date()),
    fixtures: {
      origin,
      keys,
      signing,
      passwords: argon2Passwords,
      mail: setting.mail,
      blobs: diskBlobs(setting.blobFolder),
      images: images(),
      outside: carefulFetch({
        own,
        answer: async (request) => (opensForStrangers(request) ? call(request) : new Response(null, { status: 404 })),
        ...(setting.mayReach ? { mayReach: setting.mayReach } : {}),
      }),
      house: {
        demonstration: setting.demonstration,
        signUp: setting.signUp ?? 'first',
        acts,
        uploadLimit: setting.uploadLimit,
        ...(setting.mail.sentMails ? { sentMails: setting.mail.sentMails } : {}),
      },
    },
  })
  openDoor(app, world, setting, own)
  const sequencer = await startSequencer({ bulkPool: pools.bulk, everyMs: 1000, onError: (error) => onFault(error, 'sequencer') })
  await queue.work((job, queued) => runJob(world, job, queued))
  return {
    world,
    app,
    call,
    placeEvents: async () => {
      await sequencer.placeNow()
    },
    async stop() {
      stopping = true
      await queue.stop()
      await sequencer.stop()
      await signing.stop()
      await pools.end()
    },
  }
}

/** A connection that the database ends while we are leaving anyway (57P01, admin_shutdown). */
const isGoodbye = (error: unknown) => error instanceof pg.DatabaseError && error.code === '57P01'

/** Migrations and queues, as the owner; then nobody is the owner any more. */
async function prepare({ connection, origin, originAliases = [], alone, demonstration }: Setting): Promise<void> {
  const owner = connection('owner')
  await migrate(owner)
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await prepareQueues(owner, jobs, client, alone)
    const { rows } = await client.query<{ origin: string | null }>(
      'update installation set demonstration = $1 returning origin',
      [demonstration],
    )
    const frozen = rows[0]?.origin
    if (frozen && frozen !== origin && !originAliases.includes(frozen))
      throw new Refusal(
        'origin_frozen',
        `Credentials were issued under ${frozen}, and this start is for ${origin}. Set TESTAMUR_ORIGIN to ${frozen}, or name it in TESTAMUR_ORIGIN_ALIASES.`,
      )
  } finally {
    await client.end()
  }
}

async function runJob(world: World, job: AnyJob, { scope, actor, input }: Queued): Promise<void> {
  // whoever queued it was allowed to; the queue's own rows say who that was
  const who: Actor = { id: actor as Actor['id'], may: () => true }
  await job.run(world.ctx({ scope, actor: who }), job.takes.parse(input))
}

function openDoor(app: Hono<Knock>, world: World, setting: Setting, own: readonly string[]): void {
  const limits = createLimits()
  const secure = setting.origin.startsWith('https:')
  const stranger: Actor = { id: 'stranger', may: () => false }
  const publicly = () => world.ctx({ scope: 'public', actor: stranger })
  const asInstallation = () => world.ctx({ scope: 'installation', actor: { id: 'system', may: () => true } })
  const gate: Gate = {
    origins: own,
    secure,
    demonstration: setting.demonstration,
    isOperator: (token) => setting.operatorToken !== undefined && sameText(token, setting.operatorToken),
    personOf: async (token) => {
      const known = await resolveSession(asInstallation(), token)
      return known && { person: known.person, memberships: known.memberships }
    },
    organisationOf: (idOrSlug) => idOf(asInstallation(), idOrSlug),
    ctx: (who) => world.ctx(who),
  }
  const door: Door = {
    enter: (request, endpoint) => enter(gate, request, endpoint),
    refusals,
    noteFault: setting.onFault,
    patience: setting.patience ?? usualPatience,
    async limit(name, address, perMinute, account) {
      if (setting.limited === false || address === 'in-process') return
      const { allowed, retryAfter } = await limits.take(account ? `${name} account` : name, account ?? address, perMinute)
      if (!allowed) throw new Refusal('too_many_requests', undefined, { seconds: retryAfter })
    },
  }
  app.use(async (c, next) => {
    c.set('address', (c.env as { address?: string }).address ?? 'unknown')
    await next()
  })
  app.use(securityHeaders(secure))
  mountRooms(app, door)
  mountStandards(app, door, publicly)
  app.get('/v1/openapi.json', (c) => c.json(openApi(apis, refusals, setting.origin)))
  app.get('/health', (c) => c.json({ status: 'ok' }))
  app.all('/v1/*', (c) => refusalResponse(whyNobodyAnswers(c.req, Object.values(apis)), refusals, () => {}))
  app.onError((error) => refusalResponse(error, refusals, (cause) => setting.onFault(cause, 'door')))
}

const sameText = (a: string, b: string) => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
