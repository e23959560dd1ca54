// The demonstration story: what it promises is there, told once or broken off and told again.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { folderMail } from '../src/adapters/folder-mail.ts'
import { migrate } from '../src/db/migrate.ts'
import { type Client, createClient } from '../src/sdk/sdk.ts'
import { storyClock } from '../src/server/story-clock.ts'
import { storyGround } from '../src/server/story-ground.ts'
import { openTestamur } from '../src/server/testamur.ts'
import { welcome } from '../src/server/welcome.ts'
import { testDatabase } from '../test/cluster.ts'
import { openStage } from './stage.ts'
import { tellStory } from './story.ts'

const origin = 'http://localhost:3000'
const anchor = new Date('2026-06-15T07:00:00Z')
const dayBefore = (days: number) => new Date(anchor.getTime() - days * 86_400_000).toISOString()

const { ground, faults, mails, call, close } = await installation()
const never = new AbortController().signal
const stage = openStage({ ...ground, anchor, origin, stopAsked: never })
const [rita, olga] = [stage.as('rita', 'willowbrook'), stage.as('olga', 'willowbrook')]
const [amina, hinemoa] = [stage.as('amina', 'harbour'), stage.as('hinemoa', 'harbour')]
const stranger = createClient(call, { base: origin })

describe('the demonstration story', () => {
  before(async () => {
    // killed a few times on the way, wherever that happens to be
    for (const calls of [30, 80, 115]) await assert.rejects(tell(calls), /broken off/)
    await tell()
    await ground.markTold(anchor)
  })
  after(close)

  test('each institution has its designs: published, published twice, and drafts that say what is missing', async () => {
    const short = async (client: Client) => (await client.design.list({})).items.map(({ key, version = 0 }) => [key, version])
    assert.deepEqual(Object.fromEntries(await short(rita)), { 'WATER-310': 2, 'DATA-201': 1, 'EDU-140': 1, 'MSS-120': 0 })
    assert.deepEqual(Object.fromEntries(await short(amina)), { 'BOAT-E2': 1, 'KITCHEN-A1': 0 })
    for (const [client, key, codes] of [
      [rita, 'MSS-120', ['outcome_without_skill', 'no_hours']],
      [amina, 'KITCHEN-A1', ['no_criteria', 'no_level']],
    ] as const) {
      const [row] = (await client.design.list({ search: key })).items
      assert.ok(row)
      assert.deepEqual(
        (await client.design.read({ id: row.id })).missing.map(({ code }) => code),
        codes,
      )
    }
  })

  test('the results of 122 enrolments are in, and corrections wait with five rows refused', async () => {
    const enrolled = async (client: Client) =>
      (await client.intake.listOfferings({})).items.map(({ key, enrolments, microCredential }) => [
        key,
        microCredential ? enrolments : 'not linked',
      ])
    assert.deepEqual(await enrolled(rita), [
      ['EDU-140-1', 26],
      ['DATA-201-1', 34],
      ['WATER-310-1', 28],
    ])
    assert.deepEqual(await enrolled(amina), [['BOAT-E2-Winter', 34]])
    const { items } = await rita.intake.listImports({})
    const states = items.filter(({ state }) => state !== 'discarded').map(({ state, refused }) => [state, refused])
    assert.deepEqual(states, [
      ['previewed', 5],
      ['imported', 0],
      ['imported', 0],
      ['imported', 0],
    ])
    const refused = (await rita.intake.listRefused({ id: items[0]?.id ?? 'imp_' })).items.map(({ code }) => code)
    assert.deepEqual(refused.sort(), [
      'enrolment_unknown',
      'line_item_unknown',
      'not_a_date',
      'not_a_number',
      'number_out_of_range',
    ])
  })

  test('two releases were issued, nobody twice, and one waits with a line held', async () => {
    const releases = async (client: Client) =>
      (await client.issuing.listReleases({})).items.map(({ state, lines: { issued, ready, held, failed } }) => ({
        state,
        issued,
        ready,
        held,
        failed,
      }))
    assert.deepEqual(await releases(rita), [
      { state: 'prepared', issued: 0, ready: 18, held: 1, failed: 0 },
      { state: 'issued', issued: 41, ready: 0, held: 0, failed: 0 },
    ])
    assert.deepEqual(await releases(amina), [{ state: 'issued', issued: 21, ready: 0, held: 0, failed: 0 }])
    const all = [...(await credentials(rita)), ...(await credentials(amina))]
    assert.equal(new Set(all.map(({ learner, microCredential }) => `${learner.id} ${microCredential}`)).size, 62)
  })

  test('what was issued verifies; the revoked one says revoked and the suspended one suspended', async () => {
    const all = [...(await credentials(rita)), ...(await credentials(amina))]
    const states = Object.entries(Object.groupBy(all, ({ state }) => state)).map(([state, some]) => [state, some.length])
    assert.deepEqual(Object.fromEntries(states), { valid: 60, revoked: 1, suspended: 1 })
    const sample = all.filter(({ state }, index) => state !== 'valid' || index % 10 === 0)
    for (const { id, state } of sample) {
      const client = (await credentials(rita)).some((one) => one.id === id) ? rita : amina
      const { document } = await client.issuing.readCredential({ id })
      const { verdict, findings } = await stranger.verification.verify({ credential: document })
      const bad = findings.filter(({ outcome }) => outcome !== 'passed').map(({ code }) => code)
      assert.deepEqual([verdict, bad], state === 'valid' ? ['trusted', []] : ['untrusted', [state]])
    }
  })

  test('two links show a credential each to whoever has them, and stand in the welcome', async () => {
    const links = await ground.links()
    assert.equal(links.length, 2)
    const text = await welcome({ call }, { origin, port: 3000, demonstration: true, shared: links })
    for (const { url, learner } of links) {
      const seen = await stranger.issuing.readShared({ token: url.split('/').at(-1) ?? '' })
      assert.deepEqual([seen.learner.name, seen.state], [learner, 'valid'])
      assert.ok(text.includes(url))
    }
    assert.match(text, /Emil Novak +belongs to no organisation/)
  })

  test('Lena, who has no console, finds both of hers, and the link that she made herself', async () => {
    const lena = stage.as('lena', 'willowbrook')
    const { items } = await lena.issuing.listHeld({})
    assert.deepEqual(items.map(({ title }) => title).sort(), ['Community Water Quality Monitoring', 'Responsible Data Analysis'])
    const { person } = await lena.people.session({})
    const shares = await Promise.all(items.map(async ({ id }) => (await lena.issuing.readHeld({ id })).shares))
    const open = shares.flat().filter(({ ended }) => ended === undefined)
    assert.deepEqual(
      open.map(({ createdBy }) => createdBy),
      [person?.id],
    )
    await assert.rejects(lena.issuing.listCredentials({}), { type: 'not_allowed' })
  })

  test('one institution sees nothing of the other, and who belongs to both is in both', async () => {
    const [row] = await credentials(amina)
    await assert.rejects(rita.issuing.readCredential({ id: row?.id ?? 'cred_' }), { type: 'not_found' })
    const { items } = await stranger.people.demonstrationPeople({})
    assert.equal(items.length, 13)
    assert.equal(items.find(({ name }) => name === 'Quinn Murphy')?.memberships.length, 2)
  })

  test('all of it happened in the four months before the anchor, one thing after another', async () => {
    for (const client of [olga, hinemoa]) {
      const times = (await client.people.history({ limit: 200 })).items.map(({ at }) => at)
      assert.ok(times.every((at) => at > dayBefore(124) && at < anchor.toISOString()))
      const days = times.map((at) => at.slice(0, 10))
      assert.deepEqual(days, days.toSorted().reverse())
    }
    const issued = [...(await credentials(rita)), ...(await credentials(amina))].map(({ issued }) => issued)
    assert.ok(issued.every((at) => at > dayBefore(52) && at < dayBefore(40)))
    assert.ok((await mails()).every(({ at }) => at < anchor.toISOString()))
  })

  test('told again, nothing changes', async () => {
    assert.equal(await ground.isTold(), true)
    const before = await everything()
    await tell()
    assert.deepEqual(await everything(), before)
    assert.deepEqual(faults, [])
  })
})

async function installation() {
  const folder = await mkdtemp(join(tmpdir(), 'testamur-story-'))
  const database = await testDatabase(async (owner) => {
    await migrate(owner)
  })
  const begun = performance.now()
  const clock = storyClock(() => new Date(anchor.getTime() + performance.now() - begun))
  const mail = folderMail({
    folder: join(folder, 'mails'),
    from: 'Testamur <testamur@example.org>',
    now: () => clock.now().getTime(),
  })
  const faults: unknown[] = []
  const testamur = await openTestamur({
    connection: database.connection,
    origin,
    installationKey: new Uint8Array(32).fill(5),
    blobFolder: join(folder, 'blobs'),
    mail,
    demonstration: true,
    uploadLimit: 1024 * 1024,
    workers: 1,
    clock: clock.now,
    alone: true,
    onFault: (error) => {
      faults.push(error)
    },
  })
  const close = async () => {
    await testamur.stop()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
  const ground = { ...storyGround(testamur, clock, folder), release: clock.release }
  return { ground, faults, mails: mail.sentMails, call: (request: Request) => testamur.call(request), close }
}

/** Breaks off after so many calls. */
async function tell(most = Number.POSITIVE_INFINITY): Promise<void> {
  let calls = 0
  const counted = async (request: Request) => {
    calls += 1
    if (calls > most) throw new Error('broken off')
    return ground.call(request)
  }
  try {
    await tellStory({ ...ground, call: counted, anchor, origin, stopAsked: never, onScene: () => {} })
  } finally {
    if (most === Number.POSITIVE_INFINITY) ground.release()
  }
}

const credentials = async (client: Client) => (await client.issuing.listCredentials({ limit: 200 })).items

async function everything() {
  const seen = await Promise.all(
    [olga, hinemoa].map(async (client) => [
      await client.people.history({ limit: 200 }),
      await client.people.listMembers({}),
      await client.people.listInvitations({}),
      await client.intake.listImports({}),
      await client.issuing.listReleases({}),
      await credentials(client),
    ]),
  )
  return { seen, links: await ground.links() }
}
