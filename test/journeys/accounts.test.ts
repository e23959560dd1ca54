// Somebody's own name and address: changed by themselves, the address only by whoever reads what comes there.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Client, createClient } from '../../src/sdk/sdk.ts'
import { cookieJar, type House, origin, password, theHouse, until, world } from '../world.ts'

const refused = (type: string) => ({ name: 'Problem', type })
const house = await theHouse()
let people = 0
const somebody = () => `account-${process.pid}-${people++}@example.org`
const device = (house: House): Client => createClient(cookieJar(house).call, { base: origin })

async function account(email: string): Promise<Client> {
  const client = device(house)
  await client.people.signUp({ name: 'Sam', email, password })
  return client
}

const mailsTo = (email: string, count: number) =>
  until(
    async () => (await house.sentMails()).filter(({ to }) => to === email),
    (seen) => seen.length >= count,
  )

async function linkTo(email: string, count = 1): Promise<string> {
  const [newest] = await mailsTo(email, count)
  return new URL(/^http\S+$/m.exec(newest?.text ?? '')?.[0] ?? '').pathname.split('/').at(-1) ?? ''
}

test('somebody changes their name, and colleagues see the new one', async () => {
  const { rita, olga } = await world()
  const { id } = await rita.people.changeName({ name: 'Rita Registrar-Okafor' })
  assert.equal((await olga.people.readMember({ person: id })).person.name, 'Rita Registrar-Okafor')
  await assert.rejects(rita.people.changeName({ name: 'two\nlines' }), refused('misfit'))
})

test('a new address counts from when its link is opened; the old one is told, and links that were sent there are dead', async () => {
  const [old, next] = [somebody(), somebody()]
  const sam = await account(old)
  await assert.rejects(sam.people.changeEmail({ email: next, password: 'not the right one' }), refused('wrong_credentials'))
  await sam.people.changeEmail({ email: next, password })
  await device(house).people.signIn({ email: old, password })
  await device(house).people.askPasswordReset({ email: old })
  const reset = await linkTo(old)
  const token = await linkTo(next)
  assert.equal((await sam.people.confirmEmail({ token })).email, next)
  const { person } = await sam.people.session({})
  assert.equal(person?.email, next)
  assert.ok(person?.emailConfirmed)
  await assert.rejects(device(house).people.signIn({ email: old, password }), refused('wrong_credentials'))
  await device(house).people.signIn({ email: next, password })
  const [farewell] = await mailsTo(old, 2)
  assert.ok(farewell?.text.includes(next))
  await assert.rejects(device(house).people.resetPassword({ token: reset, password }), refused('link_expired'))
  await assert.rejects(sam.people.confirmEmail({ token }), refused('link_expired'))
})

test('an address that is somebody else’s cannot be taken, and only they who read its mail learn that it is', async () => {
  const [mine, theirs] = [somebody(), somebody()]
  const [sam] = [await account(mine), await account(theirs)]
  assert.deepEqual(await sam.people.changeEmail({ email: theirs.toUpperCase(), password }), {})
  await assert.rejects(sam.people.confirmEmail({ token: await linkTo(theirs.toUpperCase()) }), refused('email_taken'))
  assert.equal((await sam.people.session({})).person?.email, mine)
})

test('three links wait at a time; nobody fills a letter box with them', async () => {
  const sam = await account(somebody())
  const target = somebody()
  for (let asked = 0; asked < 3; asked += 1) await sam.people.changeEmail({ email: target, password })
  await assert.rejects(sam.people.changeEmail({ email: target, password }), refused('too_many_requests'))
  await assert.rejects(sam.people.askEmailConfirmation({}), refused('too_many_requests'))
})

test('an address is confirmed by its own link; the one by which an account was opened is not confirmed by that', async () => {
  const email = somebody()
  const sam = await account(email)
  assert.equal((await sam.people.session({})).person?.emailConfirmed, undefined)
  await sam.people.askEmailConfirmation({})
  await sam.people.confirmEmail({ token: await linkTo(email) })
  assert.ok((await sam.people.session({})).person?.emailConfirmed)
})
