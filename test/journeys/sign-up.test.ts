// An installation of its own, with a clock that we move: who may open an account there, and what time does to links and sessions.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { migrate } from '../../src/db/migrate.ts'
import { addToCast } from '../../src/domain/people/people.ts'
import type { Message } from '../../src/ports/mail.ts'
import { createClient } from '../../src/sdk/sdk.ts'
import { openTestamur } from '../../src/server/testamur.ts'
import { testDatabase } from '../cluster.ts'
import { cookieJar, origin, password, theHouse, until } from '../world.ts'

const day = 86_400_000
const refused = (type: string) => ({ name: 'Problem', type })
const tokenIn = (text: string) => /^http\S+\/(\S+)$/m.exec(text)?.[1] ?? ''

async function installation() {
  const folder = await mkdtemp(join(tmpdir(), 'testamur-installation-'))
  const database = await testDatabase(async (owner) => {
    await migrate(owner)
  })
  const mails: Message[] = []
  const faults: unknown[] = []
  let now = Date.parse('2026-11-21T09:00:00Z')
  const testamur = await openTestamur({
    connection: database.connection,
    origin,
    installationKey: new Uint8Array(32).fill(9),
    blobFolder: join(folder, 'blobs'),
    mail: {
      send: async (message) => {
        mails.push(message)
      },
    },
    demonstration: false,
    signUp: 'first',
    uploadLimit: 1024,
    workers: 1,
    clock: () => new Date(now),
    alone: true,
    limited: false,
    onFault: (error) => {
      faults.push(error)
    },
  })
  const close = async () => {
    await testamur.stop()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
    assert.deepEqual(faults, [])
  }
  const browser = (organisation?: string) =>
    createClient(cookieJar(testamur).call, { base: origin, ...(organisation ? { organisation } : {}) })
  const pass = (milliseconds: number) => {
    now += milliseconds
  }
  return { testamur, browser, mails, pass, close }
}

const { testamur, browser, mails, pass, close } = await installation()
const olga = browser('north')

// a suite, so that the installation is closed before the cluster is
describe('an installation of its own', () => {
  after(close)

  test('of several who would be the first at the same moment, one is', async () => {
    assert.equal((await browser().people.session({})).signUp, 'first')
    const accounts = ['olga', 'otto', 'oona'].map((name) => ({ name, email: `${name}@example.org`, password }))
    const tried = await Promise.allSettled(accounts.map((account) => browser().people.signUp(account)))
    assert.deepEqual(tried.map((one) => (one.status === 'rejected' ? one.reason.type : 'in')).sort(), [
      'in',
      'sign_up_closed',
      'sign_up_closed',
    ])
    const first = accounts[tried.findIndex(({ status }) => status === 'fulfilled')]
    assert.ok(first)
    await olga.people.signIn(first)
    await olga.people.foundOrganisation({ name: 'North', slug: 'north' })
  })

  test('after the first, accounts are opened by invitation', async () => {
    assert.equal((await browser().people.session({})).signUp, 'closed')
    await assert.rejects(browser().people.signUp({ name: 'Sam', email: 'sam@example.org', password }), refused('sign_up_closed'))
    const { link } = await olga.people.invite({ email: 'rita@example.org', roles: ['registrar'] })
    const { person } = await browser().people.acceptInvitation({ token: tokenIn(link), name: 'Rita', password })
    assert.equal(person?.email, 'rita@example.org')
  })

  test('an invitation lasts seven days', async () => {
    const { link, id } = await olga.people.invite({ email: 'late@example.org', roles: ['learner'] })
    pass(7 * day - 1)
    assert.equal((await browser().people.readInvitation({ token: tokenIn(link) })).hasAccount, false)
    pass(1)
    await assert.rejects(browser().people.readInvitation({ token: tokenIn(link) }), refused('invitation_unknown'))
    const seen = (await olga.people.listInvitations({})).items.find((one) => one.id === id)
    assert.equal(seen?.state, 'expired')
  })

  test('a link for a new password lasts an hour, and only three of them wait at a time', async () => {
    const sent = () => mails.filter(({ to, subject }) => to === 'rita@example.org' && subject.includes('password'))
    for (const count of [1, 2, 3]) {
      await browser().people.askPasswordReset({ email: 'rita@example.org' })
      await until(
        async () => sent().length,
        (seen) => seen === count,
      )
    }
    await browser().people.askPasswordReset({ email: 'rita@example.org' })
    pass(3_600_000)
    await assert.rejects(
      browser().people.resetPassword({ token: tokenIn(sent()[0]?.text ?? ''), password }),
      refused('link_expired'),
    )
    await browser().people.askPasswordReset({ email: 'rita@example.org' })
    await until(
      async () => sent().length,
      (seen) => seen === 4,
    )
    const { person } = await browser().people.resetPassword({ token: tokenIn(sent()[3]?.text ?? ''), password })
    assert.equal(person?.name, 'Rita')
  })

  test('a session lasts fourteen days', async () => {
    const rita = browser()
    await rita.people.signIn({ email: 'rita@example.org', password })
    pass(14 * day - 1)
    assert.equal((await rita.people.session({})).person?.name, 'Rita')
    pass(1)
    assert.equal((await rita.people.session({})).person, undefined)
  })

  test('outside of the demonstration nobody can be somebody else, and no mail is shown', async () => {
    const installation = testamur.world.ctx({ scope: 'installation', actor: { id: 'system', may: () => true } })
    await assert.rejects(browser().people.demonstrationPeople({}), refused('not_found'))
    await assert.rejects(browser().people.demonstrationMails({}), refused('not_found'))
    await assert.rejects(browser().people.demonstrationSignIn({ person: 'per_00000000000000000000000000' }), refused('not_found'))
    await assert.rejects(addToCast(installation, { name: 'Rita', email: 'cast@example.org' }), { code: 'not_found' })
  })
})

test('in the demonstration anybody is one of the cast with a click, and nobody real', async () => {
  const house = await theHouse()
  const installation = house.world.ctx({ scope: 'installation', actor: { id: 'system', may: () => true } })
  const email = `cast-${process.pid}@example.org`
  const dev = await addToCast(installation, { name: 'Dev', email })
  assert.deepEqual(await addToCast(installation, { name: 'Dev', email }), dev)
  const device = createClient(cookieJar(house).call, { base: origin })
  const real = await device.people.signUp({ name: 'Real', email: `real-${process.pid}@example.org`, password })
  assert.ok(real.person)
  await assert.rejects(device.people.demonstrationSignIn({ person: real.person.id }), refused('not_found'))
  await assert.rejects(addToCast(installation, { name: 'Real', email: real.person.email }), { code: 'email_taken' })
  assert.equal((await device.people.demonstrationSignIn({ person: dev.id })).person?.name, 'Dev')
  await device.people.foundOrganisation({ name: 'Cast', slug: `cast-${process.pid}` })
  const { items } = await device.people.demonstrationPeople({})
  assert.deepEqual(
    items.map(({ name, memberships }) => [name, memberships.map(({ organisation }) => organisation)]),
    [['Dev', ['Cast']]],
  )
  await assert.rejects(device.people.signIn({ email, password }), refused('wrong_credentials'))
  assert.ok(Array.isArray((await device.people.demonstrationMails({})).items))
})
