// An organisation presents itself, and signs with keys that can be replaced without breaking what they signed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issuerOf, signingKeyInUse } from '../../src/domain/organisations/organisations.ts'
import { createClient } from '../../src/sdk/sdk.ts'
import { cookieJar, type House, origin, password, theHouse, world } from '../world.ts'

const refused = (type: string) => ({ name: 'Problem', type })

/** What a room that issues would be given. */
const issuing = (house: House, organisation: { id: string }) =>
  house.world.ctx({ scope: organisation.id as `org_${string}`, actor: { id: 'system', may: () => true } })

type DidDocument = { id: string; verificationMethod: { id: string; publicKeyMultibase: string }[]; assertionMethod: string[] }

async function published(house: House, slug: string): Promise<DidDocument> {
  const response = await house.call(new Request(`${origin}/o/${slug}/did.json`))
  assert.equal(response.status, 200)
  return response.json() as Promise<DidDocument>
}

test('whoever founds an organisation owns it, and its short name is taken from then on', async () => {
  const { stranger, olga, organisation } = await world()
  const { did, slug } = await olga.organisations.read({})
  assert.equal(did, `did:web:localhost%3A3000:o:${slug}`)
  assert.deepEqual(
    (await olga.people.session({})).organisations.map(({ id, roles }) => [id, roles]),
    [[organisation.id, ['owner']]],
  )
  await assert.rejects(olga.people.foundOrganisation({ name: 'The same', slug }), refused('slug_taken'))
  await assert.rejects(stranger.people.foundOrganisation({ name: 'Nobody’s', slug: `${slug}-2` }), refused('not_signed_in'))
})

test('what an organisation shows of itself changes, and what was left out is gone', async () => {
  const { olga, rita } = await world()
  const { revision } = await olga.organisations.read({})
  const full = { name: 'Example University', url: 'https://example.org', email: 'office@example.org', accent: '#123456' }
  const changed = await olga.organisations.update({ ...full, description: 'Teaches.', revision })
  assert.deepEqual([changed.description, changed.url, changed.revision], ['Teaches.', 'https://example.org', revision + 1])
  const less = await olga.organisations.update({ name: full.name, accent: full.accent, revision: changed.revision })
  assert.deepEqual([less.description, less.url, less.email], [undefined, undefined, undefined])
  await assert.rejects(rita.organisations.update({ ...full, revision: less.revision }), refused('not_allowed'))
})

test('when two people change it at the same time, the second is told what the first wrote', async () => {
  const { olga } = await world()
  const { revision, accent } = await olga.organisations.read({})
  await olga.organisations.update({ name: 'First', accent, revision })
  await assert.rejects(
    olga.organisations.update({ name: 'Second', accent, revision }),
    (problem: { type: string; values: { theirs: { name: string } } }) => {
      assert.deepEqual([problem.type, problem.values.theirs.name], ['conflict', 'First'])
      return true
    },
  )
})

test('a name is one line: it goes into the heads of mails', async () => {
  const { olga } = await world()
  const { revision, accent } = await olga.organisations.read({})
  await assert.rejects(olga.organisations.update({ name: 'First\r\nBcc: everybody', accent, revision }), refused('misfit'))
})

test('the signing key is made on first need, and two first needs at once get the same one', async () => {
  const { olga, organisation, house } = await world()
  assert.deepEqual((await olga.organisations.listKeys({})).items, [])
  const ctx = issuing(house, organisation)
  const keys = await Promise.all([1, 2, 3, 4].map(() => signingKeyInUse(ctx)))
  assert.equal(new Set(keys.map(({ id }) => id)).size, 1)
  const { items } = await olga.organisations.listKeys({})
  assert.equal(items.length, 1)
  const document = await published(house, organisation.slug)
  assert.deepEqual(
    document.verificationMethod.map(({ id }) => id),
    [keys[0]?.verificationMethod],
  )
  assert.equal(document.verificationMethod[0]?.publicKeyMultibase, items[0]?.publicKeyMultibase)
  assert.equal((await issuerOf(ctx)).id, document.id)
})

test('a new key takes over, and the old one stays published so that what it signed still verifies', async () => {
  const { olga, rita, organisation, house } = await world()
  const old = await signingKeyInUse(issuing(house, organisation))
  const rotated = await olga.organisations.rotateKey({})
  const now = await signingKeyInUse(issuing(house, organisation))
  assert.equal(now.id, rotated.id)
  const { items } = await olga.organisations.listKeys({})
  assert.deepEqual(
    items.map(({ id, retired }) => [id, retired !== undefined]),
    [
      [now.id, false],
      [old.id, true],
    ],
  )
  const { verificationMethod, assertionMethod } = await published(house, organisation.slug)
  assert.deepEqual(assertionMethod, [now.verificationMethod, old.verificationMethod])
  assert.equal(verificationMethod.length, 2)
  await assert.rejects(rita.organisations.rotateKey({}), refused('not_allowed'))
})

test('keys put into use at the same moment leave one in use', async () => {
  const { olga } = await world()
  await Promise.all([1, 2, 3].map(() => olga.organisations.rotateKey({})))
  const { items } = await olga.organisations.listKeys({})
  assert.equal(items.length, 3)
  assert.equal(items.filter(({ retired }) => retired === undefined).length, 1)
})

test('an organisation that does not exist has no document', async () => {
  const house = await theHouse()
  assert.equal((await house.call(new Request(`${origin}/o/nobody-at-all/did.json`))).status, 404)
})

test('the operator founds an organisation without an owner, and invites one', async () => {
  const { operator, house } = await world()
  const slug = `operated-${process.pid}`
  await operator.people.foundOrganisation({ name: 'Operated', slug })
  const headers = { authorization: `Bearer ${house.operatorToken}` }
  const there = createClient((request) => house.call(request), { base: origin, organisation: slug, headers })
  assert.deepEqual((await there.people.listMembers({})).items, [])
  const { roles } = await there.people.invite({ email: 'owner@operated.example.org', roles: ['owner'] })
  assert.deepEqual(roles, ['owner'])
  await assert.rejects(there.people.changePassword({ current: 'x', password: 'a long enough one' }), refused('not_signed_in'))
})

test('whoever belongs to several organisations says which one they mean', async () => {
  const { house, olga } = await world()
  const cookies = cookieJar(house)
  const both = createClient(cookies.call, { base: origin })
  const { person } = await olga.people.session({})
  await both.people.signIn({ email: person?.email ?? '', password })
  await both.people.foundOrganisation({ name: 'Another', slug: `another-${process.pid}` })
  await assert.rejects(both.organisations.read({}), refused('not_allowed'))
  const there = createClient(cookies.call, { base: origin, organisation: `another-${process.pid}` })
  assert.equal((await there.organisations.read({})).name, 'Another')
})
