// Whatever a stranger sends to whichever door: a clear no, never a fault, and nothing half-written.
import assert from 'node:assert/strict'
import test from 'node:test'
import * as z from 'zod'
import type { Endpoint } from '../../src/kernel/endpoint.ts'
import { apis, createClient } from '../../src/sdk/sdk.ts'
import {
  type Given,
  type JsonSchema,
  junkInAddresses,
  pathsIn,
  plausible,
  requestTo,
  spoiled,
  spoilsOf,
  unknownId,
} from '../spoiling.ts'
import { passes, prepared, readyToRelease, released } from '../steps.ts'
import { cookieJar, origin, theHouse, world } from '../world.ts'

const doorsByName = Object.entries(apis).flatMap(([room, api]) =>
  Object.entries<Endpoint>(api).map(([name, door]) => [`${room}.${name}`, door] as const),
)
const doors = doorsByName.map(([, door]) => door)

const raw = (name: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') => ({ name, body, type })

const bodies = [
  raw('half a document', '{"a":'),
  raw('no object', '[1,2]'),
  raw('a very deep document', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`),
  raw('too many members', `{"a":[${'1,'.repeat(300_000)}1]}`),
  raw('three megabytes', JSON.stringify({ a: 'x'.repeat(3_000_000) })),
  raw('bytes that are no text', Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])),
  raw('a name that must not be set', '{"__proto__":{"admin":true},"constructor":{"prototype":1}}'),
  raw('another media type', '<a/>', 'application/xml'),
]

// documents with many members, of which most are alike
const depths: Record<string, number> = { 'intake.saveProfile': 3, 'verification.verify': 2 }

test('no door answers a fault when one member of what it is sent is spoiled', async () => {
  const { knock, given, faults } = await whatThereIs()
  const found: string[] = []
  for (const [name, door] of doorsByName) {
    const good = given(name, door)
    assert.ok(door.input.safeParse(good).success, `${name} would not take ${JSON.stringify(good).slice(0, 300)}`)
    // we knock as an owner, who does not run the installation and holds no credential
    const isOurs = !door.refusals?.includes('operator_only') && !door.path.startsWith('/person/credentials/')
    if (door.method === 'GET' && isOurs)
      assert.ok((await knock(door, good)) < 400, `${name} does not answer ${JSON.stringify(good)}`)
    for (const path of pathsIn(good, depths[name] ?? 5))
      for (const value of spoilsOf(path, good, 'password' in good)) {
        const status = await knock(door, spoiled(good, path, value))
        if (status >= 500) found.push(`${name} ${path.join('.')} = ${JSON.stringify(value)?.slice(0, 60)}`)
      }
    for (const part of door.path.matchAll(/\{(\w+)\}/g))
      for (const value of junkInAddresses) {
        const status = await knock(door, good, { [part[1] ?? '']: value })
        if (status >= 500) found.push(`${name} {${part[1]}} = ${value.slice(0, 60)}`)
      }
  }
  assert.deepEqual(found, [])
  assert.deepEqual(faults, [])
})

test('the addresses of the standards answer no fault either', async () => {
  const house = await theHouse()
  const parts = [...junkInAddresses, ...['dv', 'sl'].flatMap((kind) => [unknownId(kind, '0'), unknownId(kind, 'v')])]
  for (const part of parts)
    for (const path of [
      `/o/${part}/did.json`,
      `/status/${part}`,
      `/achievements/${part}`,
      `/achievements/${part}/image.png`,
      `/log/${part}`,
      `/log/tile/0/${part}`,
    ]) {
      const { status } = await house.call(new Request(`${origin}${path}`))
      assert.ok(status >= 400 && status < 500, `${path.slice(0, 80)} answered ${status}`)
    }
})

test('a body that cannot be read is refused with its reason', async () => {
  const house = await theHouse()
  for (const { name, body, type } of bodies) {
    const response = await house.call(
      new Request(`${origin}/v1/session`, { method: 'POST', body, headers: { 'content-type': type } }),
    )
    const problem = (await response.json()) as { type: string; title: string; status: number }
    assert.ok([400, 413, 415].includes(response.status), `${name}: ${response.status}`)
    assert.equal(response.headers.get('content-type'), 'application/problem+json', name)
    assert.ok(problem.title.length > 10 && problem.type !== 'fault', name)
  }
})

test('a form from another site changes nothing', async () => {
  const house = await theHouse()
  const ask = (headers: Record<string, string>) =>
    house.call(new Request(`${origin}/v1/session`, { method: 'DELETE', headers: { cookie: 'testamur_session=abc', ...headers } }))
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, {}])
    assert.equal((await ask(headers as Record<string, string>)).status, 403, JSON.stringify(headers))
  assert.equal((await ask({ origin })).status, 200)
})

test('an unknown address and a wrong token are refused, and every answer carries its safeguards', async () => {
  const house = await theHouse()
  const nowhere = await house.call(new Request(`${origin}/v1/nowhere`))
  assert.equal(nowhere.status, 404)
  const forged = await house.call(new Request(`${origin}/v1/credentials`, { headers: { authorization: 'Bearer guess' } }))
  assert.equal(forged.status, 401)
  for (const response of [nowhere, forged]) {
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  }
})

test('the description of the API covers every door, and each names who may come in', async () => {
  const house = await theHouse()
  const { paths } = (await (await house.call(new Request(`${origin}/v1/openapi.json`))).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  const described = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
  assert.equal(new Set(described).size, doors.length)
  const { acts } = await import('../../src/server/rooms.ts')
  for (const { may, path } of doors)
    assert.ok(acts.includes(may) || ['anyone', 'signed_in', 'demonstration'].includes(may), `${path}: ${may}`)
})

/** An organisation in which everything exists that an endpoint can be asked about; how to knock, and what to bring. */
async function whatThereIs() {
  const [here, house] = [await world(), await theHouse()]
  const { rita, dev, olga } = here
  const { a } = await readyToRelease(here)
  const first = await released(rita, await prepared(rita))
  const [credential] = (await rita.issuing.listCredentials({})).items
  assert.ok(credential)
  const release = await prepared(rita)
  const share = await olga.issuing.share({ id: credential.id })
  const invitation = await olga.people.invite({ email: 'later@example.org', roles: ['learner'] })
  const token = new URL(invitation.link).pathname.split('/').at(-1) ?? ''
  const shared = new URL(share.url).pathname.split('/').at(-1) ?? ''
  const [enrolment] = (await rita.intake.listEnrolments({})).items
  const [line] = (await rita.issuing.listLines({ id: first.id })).items
  const [member] = (await olga.people.listMembers({})).items
  const microCredential = await dev.design.read({ id: a.id })
  const opened = await rita.intake.openImport({ profile: 'oulad' })
  const { document } = await rita.issuing.readCredential({ id: credential.id })
  const ids: Record<string, string | undefined> = {
    mc: a.id,
    dv: microCredential.versions[0]?.id,
    imp: opened.id,
    off: enrolment?.offering.id,
    enr: enrolment?.id,
    rel: release.id,
    rln: line?.id,
    cred: credential.id,
    shr: share.id,
    per: member?.person.id,
    inv: invitation.id,
  }
  const profile = await rita.intake.readProfile({ slug: 'oulad' })
  const known: Record<string, Given> = {
    'design.create': { key: 'NEW', title: 'New', document: microCredential.document },
    'design.saveStep': { step: 'overview', revision: microCredential.revisions.overview ?? 0, document: { title: 'Named anew' } },
    'intake.saveProfile': { slug: 'mine', document: { ...profile.document, slug: 'mine' }, revision: 0 },
    'intake.readProfile': { slug: 'oulad' },
    'intake.openImport': { profile: 'oulad' },
    'intake.uploadFile': { name: 'courses.csv' },
    'issuing.saveRule': { rule: passes },
    'issuing.simulate': { rule: passes },
    'issuing.readShared': { token: shared },
    'issuing.downloadShared': { token: shared },
    'issuing.readSharedLogProof': { token: shared },
    'people.readInvitation': { token },
    'verification.verify': { credential: document, link: undefined },
  }
  const jar = cookieJar(house)
  await createClient(jar.call, { base: origin }).people.signUp({
    name: 'Somebody',
    email: `somebody@${here.organisation.slug}.example.org`,
    password: 'correct horse battery',
  })
  const asOperator = (request: Request) => {
    request.headers.set('authorization', `Bearer ${house.operatorToken}`)
    request.headers.set('testamur-organisation', here.organisation.slug)
    return house.call(request)
  }
  return {
    faults: house.faults,
    knock: async (door: Endpoint, sent: unknown, address: Record<string, string> = {}) => {
      const { status, body } = await (door.may === 'signed_in' ? jar.call : asOperator)(requestTo(door, sent, address))
      await body?.cancel()
      return status
    },
    given: (name: string, door: Endpoint): Given => {
      const schema = z.toJSONSchema(door.input, { io: 'input', unrepresentable: 'any', reused: 'inline' })
      const made = Object.entries(schema.properties ?? {}).map(([key, value]) => [
        key,
        key === 'after' ? '0' : known[name] && key in known[name] ? known[name][key] : plausible(value as JsonSchema, ids), // z writes objects there
      ])
      return JSON.parse(JSON.stringify(Object.fromEntries(made)))
    },
  }
}
