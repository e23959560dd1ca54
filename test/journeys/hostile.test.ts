// Whatever a stranger sends to whichever door: a clear no, never a fault, and nothing half-written.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Endpoint } from '../../src/kernel/endpoint.ts'
import { apis } from '../../src/sdk/sdk.ts'
import { origin, theHouse, world } from '../world.ts'

const doors = Object.values(apis).flatMap((api) => Object.values<Endpoint>(api))

/** Values that have broken other people's servers. */
const junk: readonly unknown[] = [
  null,
  '',
  'a'.repeat(100_000),
  '\u0000',
  '\ud800',
  "'; drop table credential; --",
  '../../etc/passwd',
  '{{7*7}}',
  'imp_01k7vrfecaqgf7dqlqd07m7j2d',
  -1,
  1e308,
  2 ** 53,
  true,
  [],
  [[[[[]]]]],
  {},
  { constructor: { prototype: {} } },
  { toString: 1 },
]

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

test('no door answers junk with a fault', async () => {
  const here = await world()
  const house = await theHouse()
  const call = (path: string, init: RequestInit) =>
    house.call(
      new Request(`${origin}${path}`, {
        ...init,
        headers: {
          ...init.headers,
          authorization: `Bearer ${house.operatorToken}`,
          'testamur-organisation': here.organisation.slug,
        },
      }),
    )
  for (const { method, path, input, upload } of doors) {
    const members = Object.keys((input as { shape?: object }).shape ?? {})
    for (const value of junk) {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      const filled = `/v1${path.replaceAll(/\{\w+\}/g, encodeURIComponent(text.isWellFormed() ? text : 'x').slice(0, 2000) || 'x')}`
      const sent = Object.fromEntries(members.map((member) => [member, value]))
      const asked =
        method === 'GET' || upload ? `?${new URLSearchParams(members.map((member) => [member, text.slice(0, 2000)]))}` : ''
      const body =
        method === 'GET'
          ? {}
          : upload
            ? { body: text, headers: { 'content-type': upload.types[0] ?? '' } }
            : { body: JSON.stringify(sent), headers: { 'content-type': 'application/json' } }
      const { status } = await call(filled + asked, { method, ...body })
      assert.ok(status < 500, `${method} ${path} answered ${status} to ${text.slice(0, 60)}`)
    }
  }
  assert.deepEqual(house.faults, [])
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
