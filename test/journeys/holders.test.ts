// Learners come to what they earned: by an address that they have confirmed, from whichever school, and nobody else does.
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import pg from 'pg'
import { type Client, createClient } from '../../src/sdk/sdk.ts'
import { registered, school } from '../holder-steps.ts'
import { cookieJar, emailOf, type House, origin, password, until, type World, world } from '../world.ts'

const refused = (type: string) => ({ name: 'Problem', type })
const tokenOf = (link: string) => new URL(link).pathname.split('/').at(-1) ?? ''
let people = 0
const somebody = () => `holder-${process.pid}-${people++}@example.org`

function device(house: House): Client {
  return createClient(cookieJar(house).call, { base: origin })
}

async function account(house: House, email: string, name = 'Lena'): Promise<Client> {
  const client = device(house)
  await client.people.signUp({ name, email, password })
  return client
}

const linksTo = async (house: House, email: string, count = 1) => {
  const mails = await until(
    async () => (await house.sentMails()).filter(({ to, subject }) => to === email && subject.includes('your e-mail address')),
    (seen) => seen.length >= count,
  )
  // newest first
  return mails.map(({ text }) => tokenOf(/^http\S+$/m.exec(text)?.[0] ?? ''))
}

async function confirmed(house: House, email: string, name?: string): Promise<Client> {
  const client = await account(house, email, name)
  const before = (await linksTo(house, email, 0)).length
  await client.people.askEmailConfirmation({})
  const [token = ''] = await linksTo(house, email, before + 1)
  await client.people.confirmEmail({ token })
  return client
}

const titlesOf = async (client: Client) =>
  (await client.issuing.listHeld({})).items.map(({ title, issuer }) => [title, issuer.name])

describe('a learner', () => {
  const mail = somebody()
  let north: World
  let south: World
  let lena: Client
  let other: Client

  before(async () => {
    const others = somebody()
    north = await school([`AAA,1,Lena,${mail.toUpperCase()}`, `AAA,2,Otto,${others}`])
    south = await school([`AAA,77,Lena H.,${mail}`])
    lena = await confirmed(north.house, mail)
    other = await confirmed(north.house, others, 'Otto')
  })

  const first = async () => (await lena.issuing.listHeld({})).items.at(-1) ?? assert.fail()

  test('who has confirmed her address finds what every school issued to it, newest first, page by page', async () => {
    const names = await Promise.all([south, north].map(async ({ olga }) => (await olga.organisations.read({})).name))
    assert.deepEqual(
      await titlesOf(lena),
      names.map((name) => ['Module AAA', name]),
    )
    const { items, next } = await lena.issuing.listHeld({ limit: 1 })
    const rest = await lena.issuing.listHeld({ limit: 1, after: next })
    assert.deepEqual([items.length, rest.items.length, rest.next], [1, 1, undefined])
    assert.notEqual(items[0]?.id, rest.items[0]?.id)
  })

  test('takes hers along as a file, shows it by a link, and ends the link, and one that the school made', async () => {
    const { id } = await first()
    const signed = await (await lena.issuing.downloadHeld({ id })).json()
    assert.equal(signed.id, `${origin}/credentials/${id}`)
    const { findings } = await lena.verification.verify({ credential: signed })
    assert.ok(findings.every(({ outcome }) => outcome !== 'failed'))
    const own = await lena.issuing.shareHeld({ id })
    const theirs = await north.rita.issuing.share({ id })
    const { stranger } = north
    assert.equal((await stranger.issuing.readShared({ token: tokenOf(own.url) })).learner.name, 'Lena')
    assert.deepEqual((await lena.issuing.readHeld({ id })).shares.map(({ id }) => id).sort(), [own.id, theirs.id].sort())
    for (const share of [own, theirs]) {
      await lena.issuing.endHeldShare({ id, share: share.id })
      await assert.rejects(stranger.issuing.readShared({ token: tokenOf(share.url) }), refused('not_found'))
    }
    await assert.rejects(lena.issuing.endHeldShare({ id, share: own.id }), refused('share_ended'))
  })

  test('is named in the school’s history as a holder, who is no member and has not left', async () => {
    const { id } = await first()
    await lena.issuing.shareHeld({ id })
    const { items } = await north.olga.people.history({ kind: 'share.made,learner' })
    const { person } = await lena.people.session({})
    const hers = items.filter(({ actor }) => actor.id === person?.id)
    assert.deepEqual([...new Set(hers.map(({ kind }) => kind))].sort(), ['learner.linked', 'share.made'])
    assert.ok(hers.every(({ actor }) => actor.is === 'holder' && actor.name === undefined))
    assert.equal(hers.filter(({ kind }) => kind === 'learner.linked').length, 1, 'told once')
  })

  test('sees nothing of another learner’s, and cannot share or end what is not hers', async () => {
    const theirs = (await other.issuing.listHeld({})).items[0] ?? assert.fail()
    const link = await other.issuing.shareHeld({ id: theirs.id })
    const { id } = await first()
    const attempts = [
      () => lena.issuing.readHeld({ id: theirs.id }),
      () => lena.issuing.downloadHeld({ id: theirs.id }),
      () => lena.issuing.shareHeld({ id: theirs.id }),
      () => lena.issuing.endHeldShare({ id: theirs.id, share: link.id }),
      // her own credential, and another's link
      () => lena.issuing.endHeldShare({ id, share: link.id }),
    ]
    for (const attempt of attempts) await assert.rejects(attempt(), refused('not_found'))
    await assert.rejects(north.stranger.issuing.listHeld({}), refused('not_signed_in'))
    await assert.rejects(north.operator.issuing.listHeld({}), refused('not_signed_in'))
  })

  test('sees nothing of the console, as a member in the role of a learner or as none', async () => {
    const inside = north.lena
    const asked = [
      () => inside.issuing.listCredentials({}),
      () => inside.intake.listEnrolments({}),
      () => inside.people.listMembers({}),
      () => inside.people.history({}),
      () => inside.design.list({}),
    ]
    for (const ask of asked) await assert.rejects(ask(), refused('not_allowed'))
    await assert.rejects(lena.issuing.listCredentials({}), refused('not_allowed'))
    assert.deepEqual((await inside.issuing.listHeld({})).items, [])
  })

  test('is shown a revoked credential as revoked', async () => {
    const { id } = await first()
    await north.rita.issuing.revoke({ id, reason: 'issued by mistake' })
    const held = await lena.issuing.readHeld({ id })
    assert.deepEqual([held.state, (await first()).state], ['revoked', 'revoked'])
    assert.equal(JSON.stringify(held).includes('by mistake'), false)
  })

  test('in her own scope the database shows her two learners and their credentials, and of nobody anything else', async () => {
    const { person } = await lena.people.session({})
    const client = new pg.Client(north.house.connection('app'))
    await client.connect()
    try {
      const count = async (table: string) => (await client.query(`select 1 from ${table}`)).rows.length
      await client.query(`begin; select set_config('app.scope', '${person?.id}', true)`)
      assert.deepEqual([await count('learner'), await count('credential'), await count('person')], [2, 2, 1])
      const { rows } = await client.query<{ name: string }>(
        `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation'`,
      )
      const others = rows.map(({ name }) => name).filter((name) => !['learner', 'credential'].includes(name))
      for (const table of others.filter((name) => name !== 'event_unplaced')) assert.equal(await count(table), 0, table)
      assert.equal((await client.query(`update learner set person = '${person?.id}'`)).rowCount, 0)
      await client.query('rollback')
    } finally {
      await client.end()
    }
  })
})

describe('what an account has not confirmed is not shown to it', () => {
  test('to whoever opened it with another’s address, or was let in by an invitation to it', async () => {
    const mail = somebody()
    const here = await school([`AAA,1,Lena,${mail}`])
    const pretender = device(here.house)
    const { olga } = await world()
    const { link } = await olga.people.invite({ email: mail, roles: ['partner'] })
    await pretender.people.acceptInvitation({ token: tokenOf(link), name: 'Not Lena', password })
    assert.deepEqual(await titlesOf(pretender), [])
    await pretender.people.askEmailConfirmation({})
    const [token = ''] = await linksTo(here.house, mail)
    // Lena reads the mail, and it is not her account
    const bystander = await account(here.house, somebody(), 'Lena')
    await assert.rejects(here.stranger.people.confirmEmail({ token }), refused('not_signed_in'))
    await assert.rejects(bystander.people.confirmEmail({ token }), refused('link_expired'))
    // she takes the account, and the pretender is out
    await here.stranger.people.askPasswordReset({ email: mail })
    const [reset] = await until(
      async () => (await here.house.sentMails()).filter(({ to, subject }) => to === mail && subject.includes('password')),
      (seen) => seen.length > 0,
    )
    const lena = device(here.house)
    await lena.people.resetPassword({
      token: tokenOf(/^http\S+$/m.exec(reset?.text ?? '')?.[0] ?? ''),
      password: 'hers alone now',
    })
    assert.equal((await titlesOf(lena)).length, 1)
    await assert.rejects(pretender.issuing.listHeld({}), refused('not_signed_in'))
    await assert.rejects(lena.people.confirmEmail({ token }), refused('link_expired'))
  })
})

test('when the school corrects an address, what was shown by the wrong one is shown no longer; the right one finds it', async () => {
  const [wrong, right] = [somebody(), somebody()]
  const here = await school([`AAA,1,Lena,${wrong}`])
  const [mistaken, lena] = [await confirmed(here.house, wrong), await confirmed(here.house, right)]
  assert.deepEqual([(await titlesOf(mistaken)).length, (await titlesOf(lena)).length], [1, 0])
  await registered(here, [`AAA,1,Lena,${right}`])
  assert.deepEqual([(await titlesOf(mistaken)).length, (await titlesOf(lena)).length], [0, 1])
})

test('with a new address a learner keeps what was found by the old one, and whoever has the old one next does not get it', async () => {
  const [old, next] = [somebody(), somebody()]
  const here = await school([`AAA,1,Lena,${old}`])
  const lena = await confirmed(here.house, old)
  assert.equal((await titlesOf(lena)).length, 1)
  await lena.people.changeEmail({ email: next, password })
  const [token = ''] = await linksTo(here.house, next)
  await lena.people.confirmEmail({ token })
  assert.equal((await titlesOf(lena)).length, 1)
  assert.deepEqual(await titlesOf(await confirmed(here.house, old, 'Another Lena')), [])
})

test('somebody to whom nothing was issued holds nothing, whatever school they belong to', async () => {
  const here = await school([`AAA,1,Lena,${somebody()}`])
  assert.deepEqual(await titlesOf(here.lena), [])
  assert.equal((await here.lena.people.session({})).person?.email, emailOf('lena', here.organisation.slug))
})
