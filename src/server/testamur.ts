// Testamur in one process: the world, the door with all rooms behind it, and what goes on in the background.
import { Hono } from 'hono'
import pg from 'pg'
import { argon2Passwords } from '#adapters/argon2-passwords.ts'
import { carefulFetch } from '#adapters/careful-fetch.ts'
import { diskBlobs, sweepUploads } from '#adapters/disk-blobs.ts'
import { images } from '#adapters/images.ts'
import { startQueue } from '#adapters/jobs.ts'
import { localKeys } from '#adapters/local-keys.ts'
import { openPools } from '#adapters/postgres.ts'
import { signingPool } from '#adapters/signing-pool.ts'
import type { Knock } from '#http/mount.ts'
import type { House } from '#ports/ctx.ts'
import { type Background, startBackground } from './background.ts'
import { openDoor } from './door.ts'
import { opensForStrangers } from './own-doors.ts'
import { prepareDatabase } from './prepare-database.ts'
import { acts, jobs } from './rooms.ts'
import type { Setting } from './setting.ts'
import { buildWorld, type Fixtures, type World } from './world.ts'

export type Testamur = Background &
  Readonly<{
    world: World
    app: Hono<Knock>
    call: Call
  }>

/** The door in-process, as if asked from `address`. */
type Call = (request: Request, address?: string) => Promise<Response>

export async function openTestamur(asked: Setting): Promise<Testamur> {
  let stopping = false
  const onFault: Setting['onFault'] = (error, where) => {
    if (!(stopping && isGoodbye(error))) asked.onFault(error, where)
  }
  const setting = { ...asked, onFault }
  await prepareDatabase(setting)
  const { pools, queue } = await openDatabase(setting)
  const { installationKey, workers, engine = 'compiled' } = setting
  const keys = localKeys(installationKey)
  const signing = signingPool({ installationKey, workers, keys, engine })
  await sweepUploads(setting.blobFolder)
  const app = new Hono<Knock>()
  const call: Call = async (request, address = 'in-process') => app.fetch(request, { address })
  const own = [setting.origin, ...(setting.originAliases ?? [])] as const
  const fixtures = { ...fixturesOf(setting, call, own), keys, signing }
  const world = buildWorld({ pools, queue, clock: setting.clock ?? (() => new Date()), fixtures })
  openDoor(app, world, setting, own)
  const background = await startBackground({ world, pools, queue, onFault })
  return {
    ...background,
    world,
    app,
    call,
    async stop() {
      stopping = true
      await background.stop()
      await signing.stop()
      await pools.end()
    },
  }
}

/** A connection that the database ends while we are leaving anyway (57P01, admin_shutdown). */
const isGoodbye = (error: unknown) => error instanceof pg.DatabaseError && error.code === '57P01'

async function openDatabase({ connection, onFault }: Setting) {
  const pools = openPools(
    (role) => connection(role === 'testamur_app' ? 'app' : 'bulk'),
    (error) => onFault(error, 'database'),
  )
  return { pools, queue: await startQueue(connection('app'), jobs, (error) => onFault(error, 'job')) }
}

/** All that a request may ask of the world, but for keys. `own`: the origins under which we are reached. */
function fixturesOf(setting: Setting, call: Call, own: readonly [string, ...string[]]): Omit<Fixtures, 'keys' | 'signing'> {
  return {
    origin: setting.origin,
    passwords: argon2Passwords,
    mail: setting.mail,
    blobs: diskBlobs(setting.blobFolder),
    images: images(),
    outside: carefulFetch({
      own,
      answer: async (request) => (opensForStrangers(request) ? call(request) : new Response(null, { status: 404 })),
      ...(setting.mayReach ? { mayReach: setting.mayReach } : {}),
    }),
    house: houseOf(setting),
  }
}

const houseOf = ({ demonstration, signUp = 'first', uploadLimit, mail }: Setting): House => ({
  demonstration,
  signUp,
  acts,
  uploadLimit,
  ...(mail.sentMails ? { sentMails: mail.sentMails } : {}),
})
