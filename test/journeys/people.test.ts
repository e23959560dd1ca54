// People come in by invitation, sign in, forget their passwords, and leave; nobody becomes more than they were made.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient } from '../../src/sdk/sdk.ts'
import { cookieJar, emailOf, type House, origin, password, theHouse, until, world } from '../world.ts'

/** A device of somebody's, with a memory of its own for the session. */
function browser(house: House, organisation?: string) {
  const cookies = cookieJar(house)
  return { ...createClient(cookies.call, { base: origin, ...(organisation ? { organisation } : {}) }), cookie: cookies.cookie }
}

const tokenOf = (link: string) => new URL(link).pathname.split('/').at(-1) ?? ''
const refused = (type: string) => ({ name: 'Problem', type })
const newPassword = 'an altogether different one'
const nobody = 'per_00000000000000000000000000'
let people = 0
const somebody = () => `somebody-${process.pid}-${people++}@example.org`

const mailsTo = async (house: House, to: string, count: number) =>
  until(
    async () => (await house.sentMails()).filter((mail) => mail.to === to),
    (mails) => mails.length >= count,
  )

test('somebody opens an account, is signed in, signs out, and comes back', async () => {
  const device = browser(await theHouse())
  const email = somebody()
  const { person, organisations } = await device.people.signUp({ name: 'Emil', email, password })
  assert.equal(person?.email, email)
  assert.deepEqual(organisations, [])
  assert.equal((await device.people.session({})).person?.name, 'Emil')
  await device.people.signOut({})
  assert.equal((await device.people.session({})).person, undefined)
  await device.people.signIn({ email: email.toUpperCase(), password })
  assert.equal((await device.people.session({})).person?.id, person?.id)
})

test('an address has one account, however it is capitalised', async () => {
  const house = await theHouse()
  const email = somebody()
  await browser(house).people.signUp({ name: 'Emil', email, password })
  await assert.rejects(
    browser(house).people.signUp({ name: 'Emil', email: email.toUpperCase(), password }),
    refused('email_taken'),
  )
})

test('a wrong password and an unknown address get the same answer', async () => {
  const { house, organisation } = await world()
  const wrong = { email: emailOf('rita', organisation.slug), password: newPassword }
  await assert.rejects(browser(house).people.signIn(wrong), refused('wrong_credentials'))
  await assert.rejects(browser(house).people.signIn({ ...wrong, email: somebody() }), refused('wrong_credentials'))
})

test('each sign-in is a new session, and the one before it on that device has ended', async () => {
  const house = await theHouse()
  const device = browser(house)
  const account = { email: somebody(), password }
  await device.people.signUp({ name: 'Emil', ...account })
  const before = device.cookie()
  await device.people.signIn(account)
  assert.notEqual(device.cookie(), before)
  const thief = createClient((request) => house.call(request), { base: origin, headers: { cookie: before ?? '', origin } })
  assert.equal((await thief.people.session({})).person, undefined)
})

test('a changed password ends the sessions on all other devices', async () => {
  const house = await theHouse()
  const [here, there] = [browser(house), browser(house)]
  const account = { email: somebody(), password }
  await here.people.signUp({ name: 'Emil', ...account })
  await there.people.signIn(account)
  await assert.rejects(here.people.changePassword({ current: newPassword, password: newPassword }), refused('wrong_credentials'))
  await here.people.changePassword({ current: password, password: newPassword })
  assert.equal((await there.people.session({})).person, undefined)
  assert.equal((await here.people.session({})).person?.email, account.email)
  await assert.rejects(there.people.signIn(account), refused('wrong_credentials'))
})

test('a forgotten password is replaced by a link from a mail, which works once', async () => {
  const house = await theHouse()
  const [thief, here] = [browser(house), browser(house)]
  const email = somebody()
  await thief.people.signUp({ name: 'Emil', email, password })
  await here.people.askPasswordReset({ email: email.toUpperCase() })
  const [mail] = await mailsTo(house, email, 1)
  const token = tokenOf(/^http\S+$/m.exec(mail?.text ?? '')?.[0] ?? '')
  await assert.rejects(here.people.resetPassword({ token: `x${token}`, password: newPassword }), refused('link_expired'))
  assert.equal((await here.people.resetPassword({ token, password: newPassword })).person?.email, email)
  await assert.rejects(here.people.resetPassword({ token, password }), refused('link_expired'))
  assert.equal((await thief.people.session({})).person, undefined)
})

test('who asks for a new password for an unknown address gets the same answer, and no mail goes out', async () => {
  const house = await theHouse()
  const [unknown, known] = [somebody(), somebody()]
  await browser(house).people.signUp({ name: 'Emil', email: known, password })
  assert.deepEqual(await browser(house).people.askPasswordReset({ email: unknown }), {})
  assert.deepEqual(await browser(house).people.askPasswordReset({ email: known }), {})
  await mailsTo(house, known, 1)
  assert.deepEqual(await mailsTo(house, unknown, 0), [])
})

test('an invitation comes by mail, says who invites to what, and lets the invited person in once', async () => {
  const { olga, house, organisation } = await world()
  const email = somebody()
  const { link, state } = await olga.people.invite({ email, roles: ['support', 'registrar'] })
  assert.equal(state, 'pending')
  const [mail] = await mailsTo(house, email, 1)
  assert.match(mail?.text ?? '', /Olga Owner invites you/)
  assert.ok(mail?.text.includes(link))
  const device = browser(house, organisation.slug)
  const seen = await device.people.readInvitation({ token: tokenOf(link) })
  assert.deepEqual([seen.organisation.slug, seen.roles, seen.hasAccount], [organisation.slug, ['registrar', 'support'], false])
  const accepting = { token: tokenOf(link), name: 'Sam', password }
  const session = await device.people.acceptInvitation(accepting)
  assert.deepEqual(
    session.organisations.map(({ slug, roles }) => [slug, roles]),
    [[organisation.slug, ['registrar', 'support']]],
  )
  await assert.rejects(device.people.acceptInvitation(accepting), refused('invitation_accepted'))
  await assert.rejects(device.people.readInvitation(accepting), refused('invitation_accepted'))
})

test('without an account, accepting needs a name and a password, and says which of them is missing', async () => {
  const { olga, stranger } = await world()
  const { link } = await olga.people.invite({ email: somebody(), roles: ['learner'] })
  await assert.rejects(
    stranger.people.acceptInvitation({ token: tokenOf(link) }),
    (problem: { type: string; issues: { path: string[] }[] }) => {
      assert.equal(problem.type, 'misfit')
      assert.deepEqual(problem.issues.flatMap(({ path }) => path).sort(), ['name', 'password'])
      return true
    },
  )
})

test('whoever has an account joins another organisation with its password, or signed in with that address', async () => {
  const [first, second, third] = await Promise.all([world(), world(), world()])
  const email = emailOf('rita', first.organisation.slug)
  const link = (await second.olga.people.invite({ email, roles: ['assessor'] })).link
  const device = browser(first.house)
  assert.equal((await device.people.readInvitation({ token: tokenOf(link) })).hasAccount, true)
  await assert.rejects(
    device.people.acceptInvitation({ token: tokenOf(link), password: newPassword }),
    refused('wrong_credentials'),
  )
  await assert.rejects(first.dev.people.acceptInvitation({ token: tokenOf(link) }), refused('invitation_for_another'))
  assert.equal((await device.people.acceptInvitation({ token: tokenOf(link), password })).organisations.length, 2)
  const another = (await third.olga.people.invite({ email: email.toUpperCase(), roles: ['partner'] })).link
  assert.equal((await first.rita.people.acceptInvitation({ token: tokenOf(another) })).organisations.length, 3)
})

test('an invitation that was withdrawn or replaced lets nobody in', async () => {
  const { olga, stranger } = await world()
  const email = somebody()
  const first = await olga.people.invite({ email, roles: ['learner'] })
  const second = await olga.people.invite({ email, roles: ['learner'] })
  await olga.people.withdrawInvitation({ id: second.id })
  await olga.people.withdrawInvitation({ id: second.id })
  for (const { link } of [first, second]) {
    await assert.rejects(stranger.people.readInvitation({ token: tokenOf(link) }), refused('invitation_unknown'))
    await assert.rejects(
      stranger.people.acceptInvitation({ token: tokenOf(link), name: 'Sam', password }),
      refused('invitation_unknown'),
    )
  }
  const { items } = await olga.people.listInvitations({})
  assert.deepEqual(
    items.filter((one) => one.email === email).map(({ state }) => state),
    ['withdrawn', 'withdrawn'],
  )
})

test('what was accepted cannot be withdrawn, and a member is not invited again', async () => {
  const { olga, organisation } = await world()
  const [accepted] = (await olga.people.listInvitations({})).items
  assert.ok(accepted)
  await assert.rejects(olga.people.withdrawInvitation({ id: accepted.id }), refused('invitation_accepted'))
  const again = { email: emailOf('RITA', organisation.slug), roles: ['learner' as const] }
  await assert.rejects(olga.people.invite(again), refused('already_member'))
})

test('a programme lead invites reviewers, but cannot make an owner or a registrar', async () => {
  const { pia } = await world()
  assert.equal((await pia.people.invite({ email: somebody(), roles: ['reviewer'] })).state, 'pending')
  for (const role of ['owner', 'registrar'] as const)
    await assert.rejects(pia.people.invite({ email: somebody(), roles: [role] }), refused('beyond_your_roles'))
})

test('roles count from the next request on', async () => {
  const { olga, quinn } = await world()
  const { person } = await quinn.people.session({})
  assert.ok(person)
  await assert.rejects(quinn.people.listMembers({}), refused('not_allowed'))
  const change = { person: person.id, roles: ['registrar', 'reviewer', 'registrar'] as const }
  assert.deepEqual((await olga.people.changeRoles({ ...change, roles: [...change.roles] })).roles, ['reviewer', 'registrar'])
  await olga.people.changeRoles({ ...change, roles: ['reviewer', 'registrar'] })
  assert.equal((await quinn.people.listMembers({})).items.length, 7)
  const changes = (await olga.people.history({ about: person.id })).items.filter(({ kind }) => kind === 'member.roles_changed')
  assert.equal(changes.length, 1)
})

test('whoever is removed is out at once, and stays out', async () => {
  const { olga, quinn } = await world()
  const { person } = await quinn.people.session({})
  assert.ok(person)
  await olga.people.removeMember({ person: person.id })
  assert.deepEqual((await quinn.people.session({})).organisations, [])
  await assert.rejects(quinn.organisations.read({}), refused('not_found'))
  await assert.rejects(olga.people.removeMember({ person: person.id }), refused('not_found'))
  await assert.rejects(olga.people.changeRoles({ person: nobody, roles: ['learner'] }), refused('not_found'))
})

test('an organisation keeps an owner, even when two of them step down at the same moment', async () => {
  const { olga, pia } = await world()
  const [one, other] = [(await olga.people.session({})).person, (await pia.people.session({})).person]
  assert.ok(one && other)
  await assert.rejects(olga.people.changeRoles({ person: one.id, roles: ['designer'] }), refused('last_owner'))
  await assert.rejects(olga.people.removeMember({ person: one.id }), refused('last_owner'))
  await olga.people.changeRoles({ person: other.id, roles: ['owner'] })
  const both = await Promise.allSettled([
    olga.people.changeRoles({ person: one.id, roles: ['programme_lead'] }),
    pia.people.changeRoles({ person: other.id, roles: ['programme_lead'] }),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const { items } = await olga.people.listMembers({})
  assert.equal(items.filter(({ roles }) => roles.includes('owner')).length, 1)
})

test('another organisation sees neither members, invitations nor history', async () => {
  const [ours, theirs] = await Promise.all([world(), world()])
  const { id } = await ours.olga.people.invite({ email: somebody(), roles: ['learner'] })
  const { person } = await ours.rita.people.session({})
  assert.ok(person)
  await assert.rejects(theirs.olga.people.withdrawInvitation({ id }), refused('not_found'))
  await assert.rejects(theirs.olga.people.removeMember({ person: person.id }), refused('not_found'))
  assert.deepEqual((await theirs.olga.people.history({ about: id })).items, [])
  assert.equal((await ours.olga.people.history({ about: id })).items.length, 1)
})

test('history tells what happened and who did it, newest first, page by page, each event with its place', async () => {
  const { olga, house } = await world()
  await house.placeEvents()
  const { items: all } = await olga.people.history({ limit: 200 })
  assert.ok(all.every(({ position }) => position !== undefined))
  assert.deepEqual(
    all.map(({ id }) => id),
    all
      .map(({ id }) => id)
      .sort()
      .reverse(),
  )
  const founding = all.find(({ kind }) => kind === 'organisation.founded')
  assert.equal(founding?.actor.name, 'Olga Owner')
  assert.deepEqual(
    all.map(({ number }) => number ?? 0).sort((a, b) => b - a),
    all.map((_, at) => all.length - at),
    'numbered from one, without a gap, whatever else happens in the installation',
  )
  const first = await olga.people.history({ limit: 5 })
  const rest = await olga.people.history({ limit: 200, ...(first.next ? { after: first.next } : {}) })
  assert.deepEqual([...first.items, ...rest.items], all)
})

test('who joins by invitation is named as who joined, whether they were signed in or not; who has left, as that', async () => {
  const { olga, quinn } = await world()
  const joined = (await olga.people.history({ kind: 'member.joined' })).items
  assert.equal(joined.length, 7)
  for (const { actor, about } of joined) assert.deepEqual([actor.id, actor.is], [about, 'member'])
  const { person } = await quinn.people.session({})
  assert.ok(person)
  await olga.people.removeMember({ person: person.id })
  const { items } = await olga.people.history({ actor: person.id })
  assert.deepEqual(
    items.map(({ kind, actor }) => [kind, actor.is, actor.name]),
    [['member.joined', 'former_member', undefined]],
  )
})

test('what the operator of the installation did is the operator’s', async () => {
  const { olga, operator } = await world()
  await operator.people.invite({ email: somebody(), roles: ['owner'] })
  const [sent] = (await olga.people.history({ actor: 'operator' })).items
  assert.deepEqual([sent?.kind, sent?.actor.is], ['invitation.sent', 'operator'])
})

test('history is narrowed by person, by what happened and by time, and counts what is left', async () => {
  const { olga, pia } = await world()
  const { id } = await pia.people.invite({ email: somebody(), roles: ['reviewer'] })
  const { person } = await pia.people.session({})
  const all = await olga.people.history({ limit: 200 })
  const hers = await olga.people.history({ actor: person?.id })
  assert.deepEqual(
    hers.items.map(({ kind }) => kind),
    ['invitation.sent', 'member.joined'],
  )
  assert.equal(hers.total, 2)
  const invitations = await olga.people.history({ kind: 'invitation', limit: 3 })
  assert.ok(invitations.items.every(({ kind }) => kind.startsWith('invitation.')))
  assert.equal(invitations.total, 7)
  const rest = await olga.people.history({ kind: 'invitation', limit: 200, after: invitations.next })
  assert.equal(invitations.items.length + rest.items.length, 7)
  const sent = all.items.find(({ about }) => about === id)
  assert.ok(sent)
  const since = await olga.people.history({ from: sent.at, limit: 200 })
  const before = await olga.people.history({ before: sent.at, limit: 200 })
  assert.equal((since.total ?? 0) + (before.total ?? 0), all.total)
  assert.ok(since.items.some(({ about }) => about === id) && before.items.every(({ about }) => about !== id))
})

test('members are listed by name, page by page, and found by name, address or role', async () => {
  const { olga, rita, organisation } = await world()
  const all = (await olga.people.listMembers({})).items.map(({ person }) => person.name)
  assert.deepEqual(
    all,
    all.toSorted((a, b) => a.localeCompare(b, 'en')),
  )
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await olga.people.listMembers({ limit: 3, after })
    assert.equal(page.total, 7)
    seen.push(...page.items.map(({ person }) => person.name))
    after = page.next
    // a page that leads to itself would never end
  } while (after && seen.length <= all.length)
  assert.deepEqual(seen, all)
  const found = async (asked: Parameters<typeof olga.people.listMembers>[0]) =>
    (await olga.people.listMembers(asked)).items.map(({ person }) => person.name)
  assert.deepEqual(await found({ search: 'regis' }), ['Rita Registrar'])
  assert.deepEqual(await found({ search: `RITA@${organisation.slug}` }), ['Rita Registrar'])
  assert.deepEqual(await found({ search: '%' }), [])
  assert.deepEqual(await found({ role: 'owner' }), ['Olga Owner'])
  const { person } = await rita.people.session({})
  assert.deepEqual((await olga.people.readMember({ person: person?.id ?? nobody })).roles, ['registrar'])
  await assert.rejects(olga.people.readMember({ person: nobody }), refused('not_found'))
})

test('invitations are listed newest first, page by page, and by how they stand', async () => {
  const { olga } = await world()
  const sent = []
  for (let count = 0; count < 3; count += 1) sent.push(await olga.people.invite({ email: somebody(), roles: ['reviewer'] }))
  await olga.people.withdrawInvitation({ id: sent[0]?.id ?? 'inv_' })
  const first = await olga.people.listInvitations({ limit: 4 })
  const rest = await olga.people.listInvitations({ limit: 200, after: first.next })
  assert.deepEqual([first.items.length, rest.items.length, first.total], [4, 5, 9])
  const count = async (state: 'pending' | 'accepted' | 'withdrawn' | 'expired') =>
    (await olga.people.listInvitations({ state })).total
  assert.deepEqual(
    [await count('pending'), await count('accepted'), await count('withdrawn'), await count('expired')],
    [2, 6, 1, 0],
  )
  assert.equal((await olga.people.listInvitations({ search: sent[1]?.email })).items.length, 1)
})
