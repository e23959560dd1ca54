// A world for a test: Testamur on a database of this test process, and in it a fresh organisation with its people, by name.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { folderMail } from '../src/adapters/folder-mail.ts'
import { migrate } from '../src/db/migrate.ts'
import type { Role } from '../src/domain/people/roles.ts'
import type { SentMail } from '../src/ports/ctx.ts'
import { type Client, createClient } from '../src/sdk/sdk.ts'
import type { Setting } from '../src/server/setting.ts'
import { openTestamur, type Testamur } from '../src/server/testamur.ts'
import { type TestDatabase, testDatabase } from './cluster.ts'

export const origin = 'http://localhost:3000'

export type House = Testamur &
  Readonly<{
    sentMails: () => Promise<SentMail[]>
    faults: unknown[]
    operatorToken: string
    connection: TestDatabase['connection']
  }>

type Opened = House & Readonly<{ close: () => Promise<void> }>

let house: Promise<Opened> | undefined

// registered before the cluster's own, and outside of any test, so that it runs once and first
after(async () => {
  await (await house)?.close()
})

/** Testamur as every test of this process shares it. A fault in it fails the process at the end. */
export function theHouse(): Promise<House> {
  house ??= open()
  return house
}

async function open(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'testamur-world-'))
  const database = await testDatabase(async (owner) => {
    await migrate(owner)
  })
  const mail = folderMail({ folder: join(folder, 'mails'), from: 'Testamur <testamur@example.org>' })
  const faults: unknown[] = []
  const { connection } = database
  const testamur = await openTestamur({ ...settingOf(folder, faults), connection, mail })
  const close = async () => {
    await testamur.stop()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
    // each was printed when it happened
    if (faults.length > 0) process.exitCode = 1
  }
  return { ...testamur, close, sentMails: mail.sentMails, faults, operatorToken, connection }
}

const operatorToken = 'operator-of-the-test'

const settingOf = (folder: string, faults: unknown[]): Omit<Setting, 'connection' | 'mail'> => ({
  origin,
  installationKey: new Uint8Array(32).fill(7),
  blobFolder: join(folder, 'blobs'),
  demonstration: true,
  signUp: 'open',
  uploadLimit: 64 * 1024 * 1024,
  workers: 1,
  operatorToken,
  alone: true,
  limited: false,
  onFault: (error, where) => {
    faults.push(error)
    console.error(where, error)
  },
})

// the cluster must outlive the tests of this file, whichever of them needs it first
await theHouse()

const cast = {
  olga: { name: 'Olga Owner', role: 'owner' },
  pia: { name: 'Pia Programme', role: 'programme_lead' },
  dev: { name: 'Dev Designer', role: 'designer' },
  quinn: { name: 'Quinn Quality', role: 'reviewer' },
  ana: { name: 'Ana Assessor', role: 'assessor' },
  rita: { name: 'Rita Registrar', role: 'registrar' },
  lena: { name: 'Lena Learner', role: 'learner' },
} as const satisfies Record<string, { name: string; role: Role }>

type Name = keyof typeof cast

export type World = Readonly<Record<Name, Client>> &
  Readonly<{ organisation: { id: string; slug: string }; stranger: Client; operator: Client; house: House; until: typeof until }>

let worlds = 0

/** A fresh organisation: Olga founded it, the others are members; a stranger is nobody. */
export async function world(): Promise<World> {
  const house = await theHouse()
  worlds += 1
  const slug = `school-${process.pid}-${worlds}`
  const founder = await signedUp(house, 'olga', slug)
  const organisation = await founder.client.people.foundOrganisation({ name: `School ${worlds}`, slug })
  const olga = createClient(founder.call, { base: origin, organisation: slug })
  return { ...(await colleagues(house, olga, slug)), olga, organisation, house, until, ...outsiders(house, slug) }
}

async function colleagues(house: House, olga: Client, slug: string): Promise<Record<Name, Client>> {
  const names = Object.keys(cast).filter((name) => name !== 'olga') as Name[] // the keys of a literal
  const joining = names.map(async (name) => [name, await joined(house, olga, name, slug)] as const)
  return Object.fromEntries(await Promise.all(joining)) as Record<Name, Client> // one for each name but Olga's, who comes next
}

const outsiders = (house: House, organisation: string) => ({
  stranger: createClient((request) => house.call(request), { base: origin }),
  operator: createClient((request) => house.call(request), {
    base: origin,
    organisation,
    headers: { authorization: `Bearer ${house.operatorToken}` },
  }),
})

/** Waits for what happens in the background. */
export async function until<T>(look: () => Promise<T>, done: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const seen = await look()
    if (done(seen)) return seen
    await wait(50)
  }
  throw new Error('it did not happen within half a minute')
}

export const emailOf = (name: string, slug: string) => `${name}@${slug}.example.org`
export const password = 'correct horse battery'

async function joined(house: House, olga: Client, name: Name, slug: string): Promise<Client> {
  const invited = await olga.people.invite({ email: emailOf(name, slug), roles: [cast[name].role] })
  const cookies = cookieJar(house)
  const client = createClient(cookies.call, { base: origin, organisation: slug })
  await client.people.acceptInvitation({
    token: new URL(invited.link).pathname.split('/').at(-1) ?? '',
    name: cast[name].name,
    password,
  })
  return client
}

async function signedUp(house: House, name: Name, slug: string) {
  const { call } = cookieJar(house)
  const client = createClient(call, { base: origin })
  await client.people.signUp({ name: cast[name].name, email: emailOf(name, slug), password })
  return { client, call }
}

/** A browser's memory, as much of it as a client needs. */
export function cookieJar(house: Pick<House, 'call'>) {
  let cookie: string | undefined
  return {
    cookie: () => cookie,
    async call(request: Request): Promise<Response> {
      if (cookie) request.headers.set('cookie', cookie)
      request.headers.set('origin', origin)
      const response = await house.call(request)
      for (const set of response.headers.getSetCookie()) cookie = set.includes('Max-Age=0') ? undefined : set.split(';')[0]
      return response
    },
  }
}
