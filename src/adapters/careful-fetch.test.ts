// The careful door outwards, against real servers that mean no good.
import assert from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { after, test } from 'node:test'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { type CarefulFetch, carefulFetch } from './careful-fetch.ts'
import { stranger } from './stranger-for-tests.ts'

type Page = (request: IncomingMessage, response: ServerResponse) => void
const pages = new Map<string, Page>()
const asked: IncomingMessage[] = []
const issuer = await stranger('issuer.test', (request, response) => {
  asked.push(request)
  const page = pages.get(request.url ?? '')
  if (page) page(request, response)
  else response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing here')
})
after(() => issuer.close())

const never = () => new Promise<never>(() => {})
const byName: Record<string, readonly string[]> = {
  'issuer.test': ['127.0.0.1'],
  'inner.test': ['10.0.0.1'],
  'both.test': ['127.0.0.1', '10.0.0.1'],
  'nobody.test': [],
}
const door = (changed: Partial<CarefulFetch> = {}) =>
  carefulFetch({
    own: ['http://localhost:3000', 'https://badges.test'],
    answer: async (request) => new Response(`ours: ${request.url} for ${request.headers.get('accept')}`),
    lookup: async (host) => byName[host] ?? [],
    mayReach: (address) => address === '127.0.0.1',
    authorities: issuer.authority,
    limits: { milliseconds: 8000 },
    ...changed,
  })
const json = { accept: 'application/json' }
const serve = (path: string, page: Page) => {
  pages.set(path, page)
  return `${issuer.origin}${path}`
}
const redirect = (path: string, to: string) => serve(path, (_, response) => response.writeHead(302, { location: to }).end())
const text = ({ body }: { body: Uint8Array }) => new TextDecoder().decode(body)

test('a stranger is asked plainly and honestly, and the answer comes back as it is', async () => {
  const url = serve('/did.json', (_, response) => response.writeHead(200, { 'content-type': 'application/did+json' }).end('{}'))
  const answer = await door().fetch(`${url}#key-1`, json)
  assert.deepEqual({ ...answer, body: text(answer) }, { status: 200, type: 'application/did+json', body: '{}', url })
  const { headers } = asked.at(-1) ?? {}
  assert.equal(headers?.accept, 'application/json')
  assert.equal(headers?.['user-agent'], 'Testamur (+http://localhost:3000)')
  assert.equal(headers?.host, `issuer.test:${issuer.port}`)
  assert.equal(headers?.cookie, undefined)
})

test('an error of the stranger’s is an answer', async () => {
  const answer = await door().fetch(`${issuer.origin}/gone`, json)
  assert.equal(answer.status, 404)
  assert.equal(text(answer), 'nothing here')
})

const refused: readonly (readonly [url: string, why: string])[] = [
  ['no address', 'malformed'],
  ['file:///etc/passwd', 'scheme'],
  ['data:text/plain,hello', 'scheme'],
  ['http://issuer.test/', 'scheme'],
  ['http://localhost:3001/', 'scheme'],
  ['gopher://issuer.test/', 'scheme'],
  ['https://rita:secret@issuer.test/', 'credentials'],
  ['http://rita:secret@localhost:3000/', 'credentials'],
  ['https://issuer.test:22/', 'port'],
  ['https://issuer.test:80/', 'port'],
  ['https://inner.test/', 'private'],
  ['https://both.test/', 'private'],
  ['https://127.0.0.2/', 'private'],
  ['https://0x7f000002/', 'private'],
  ['https://2130706434/', 'private'],
  ['https://[::1]/', 'private'],
  ['https://[::ffff:127.0.0.2]/', 'private'],
  ['https://169.254.169.254/latest/meta-data/', 'private'],
]

test('addresses that are none of our business are refused, and nobody is asked', async () => {
  const before = asked.length
  for (const [url, why] of refused)
    await assert.rejects(door().fetch(url, json), (error: { code?: string; values?: { why?: string } }) => {
      assert.deepEqual([error.code, error.values?.why], ['address_refused', why], url)
      return true
    })
  assert.equal(asked.length, before)
})

test('unless told otherwise, only the public internet is reached', async () => {
  const usual: CarefulFetch = { own: ['http://localhost:3000'], answer: never }
  const before = asked.length
  const plain = carefulFetch({ ...usual, lookup: async () => ['127.0.0.1'], authorities: issuer.authority })
  await assert.rejects(plain.fetch(issuer.origin, json), { code: 'address_refused' })
  // the system's own resolver knows this name, too
  await assert.rejects(carefulFetch(usual).fetch(`https://localhost:${issuer.port}`, json), { code: 'address_refused' })
  assert.equal(asked.length, before)
})

test('a redirect to an inner address is refused, however it is written', async () => {
  for (const to of [
    'https://inner.test/',
    `https://127.0.0.2:${issuer.port}/`,
    '//inner.test/',
    'http://issuer.test/',
    'https://a:b@issuer.test/',
  ])
    await assert.rejects(door().fetch(redirect('/away', to), json), { code: 'address_refused' }, to)
})

test('three redirects are followed and the last address is told; the fourth is not', async () => {
  redirect('/1', '/2')
  redirect('/2', `${issuer.origin}/3`)
  redirect('/3', 'end')
  const end = serve('/end', (_, response) => response.end('arrived'))
  const answer = await door().fetch(`${issuer.origin}/1`, json)
  assert.deepEqual([text(answer), answer.url], ['arrived', end])
  await assert.rejects(door().fetch(redirect('/0', '/1'), json), {
    code: 'outside_unreachable',
    values: { url: end, why: 'redirects' },
  })
})

test('a name that points elsewhere a moment later leads to the address that was checked', async () => {
  const inner = await stranger('issuer.test', (_, response) => response.end('the inner server'), '127.0.0.2')
  let lookups = 0
  const turncoat = async () => [lookups++ === 0 ? '127.0.0.1' : '127.0.0.2']
  serve('/pinned', (_, response) => response.end('the checked server'))
  assert.equal(text(await door({ lookup: turncoat }).fetch(`${issuer.origin}/pinned`, json)), 'the checked server')
  assert.equal(lookups, 1)
  await assert.rejects(door({ lookup: turncoat }).fetch(`https://issuer.test:${inner.port}`, json), { code: 'address_refused' })
  inner.close()
})

test('a certificate that nobody vouches for, or for another name, is no answer', async () => {
  const untrusting: CarefulFetch = { own: ['http://localhost:3000'], answer: never }
  const alone = carefulFetch({ ...untrusting, lookup: async () => ['127.0.0.1'], mayReach: () => true })
  await assert.rejects(alone.fetch(issuer.origin, json), { code: 'outside_unreachable' })
  const misled = door({ lookup: async () => ['127.0.0.1'] })
  await assert.rejects(misled.fetch(`https://other.test:${issuer.port}`, json), ({ values }: { values: { why: string } }) => {
    assert.equal(values.why, 'ERR_TLS_CERT_ALTNAME_INVALID')
    return true
  })
})

test('nobody at home, an unknown name and a line that goes dead are no answer', async () => {
  const gone = await stranger('issuer.test', () => {})
  gone.close()
  await assert.rejects(door().fetch(gone.origin, json), { code: 'outside_unreachable' })
  await assert.rejects(door().fetch('https://nobody.test/', json), { code: 'outside_unreachable' })
  const dead = serve('/dead', (_, response) =>
    response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy()),
  )
  await assert.rejects(door().fetch(dead, json), { code: 'outside_unreachable' })
})

const slow: Record<string, Page> = {
  '/silent': () => {},
  '/headers-only': (_, response) => response.writeHead(200).flushHeaders(),
  '/trickle': (_, response) => {
    const drip = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(drip))
  },
}

test('whoever keeps us waiting is left, at whatever stage', async () => {
  const hasty = { limits: { milliseconds: 300 } }
  for (const [path, page] of Object.entries(slow)) {
    await assert.rejects(door(hasty).fetch(serve(path, page), json), { code: 'outside_too_slow' }, path)
  }
  await assert.rejects(door({ ...hasty, lookup: never }).fetch(issuer.origin, json), { code: 'outside_too_slow' })
  await assert.rejects(door({ ...hasty, answer: never }).fetch('http://localhost:3000', json), { code: 'outside_too_slow' })
  redirect('/round', '/round-again')
  serve('/round-again', (_, response) => setTimeout(() => response.writeHead(302, { location: '/silent' }).end(), 100))
  await assert.rejects(door(hasty).fetch(`${issuer.origin}/round`, json), { code: 'outside_too_slow' })
})

const megabyte = new Uint8Array(1024 * 1024)
const large: Record<string, Page> = {
  '/announced': (_, response) => response.writeHead(200, { 'content-length': megabyte.length * 3 }).write(megabyte),
  '/endless': (_, response) => {
    const more = () => !response.destroyed && response.write(megabyte, more)
    more()
  },
  '/bomb': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(new Uint8Array(64 * 1024 * 1024))),
  '/brotli-bomb': (_, response) =>
    response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(new Uint8Array(16 * 1024 * 1024))),
  // unpacks to nothing, for ever
  '/empty-members': (_, response) => {
    const members = Buffer.concat(Array<Buffer>(10_000).fill(gzipSync('')))
    const more = () => !response.destroyed && response.write(members, more)
    response.writeHead(200, { 'content-encoding': 'gzip' })
    more()
  },
}

test('more than two megabytes are refused, announced or not, packed or unpacked, and the line is cut', async () => {
  for (const [path, page] of Object.entries(large)) {
    let cut: Promise<unknown> | undefined
    const url = serve(path, (request, response) => {
      cut = new Promise((resolve) => response.on('close', resolve))
      page(request, response)
    })
    await assert.rejects(door().fetch(url, json), { code: 'outside_too_large' }, path)
    await cut
  }
  const exactly = serve('/two', (_, response) => response.end(Buffer.concat([megabyte, megabyte])))
  assert.equal((await door().fetch(exactly, json)).body.length, 2 * megabyte.length)
  await assert.rejects(
    door({ answer: async () => new Response(new Uint8Array(3 * megabyte.length)) }).fetch('https://badges.test/', json),
    {
      code: 'outside_too_large',
    },
  )
})

test('packed answers are unpacked; what cannot be unpacked is no answer', async () => {
  const packed = {
    gzip: gzipSync('hello'),
    deflate: deflateSync('hello'),
    br: brotliCompressSync('hello'),
    identity: Buffer.from('hello'),
  }
  for (const [coding, body] of Object.entries(packed)) {
    const url = serve(`/${coding}`, (_, response) => response.writeHead(200, { 'content-encoding': coding }).end(body))
    assert.equal(text(await door().fetch(url, json)), 'hello', coding)
  }
  for (const coding of ['gzip', 'zstd', 'gzip, gzip', 'constructor']) {
    const url = serve('/broken', (_, response) =>
      response.writeHead(200, { 'content-encoding': coding }).end('not packed at all'),
    )
    await assert.rejects(door().fetch(url, json), { code: 'outside_unreachable' }, coding)
  }
  const torn = serve('/torn', (_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.gzip.subarray(0, 15)),
  )
  await assert.rejects(door().fetch(torn, json), { code: 'outside_unreachable' })
})

test('our own origin and its aliases are answered without leaving the house', async () => {
  const nowhere = door({ lookup: never })
  assert.equal(
    text(await nowhere.fetch('http://localhost:3000/did.json', json)),
    'ours: http://localhost:3000/did.json for application/json',
  )
  assert.match(text(await nowhere.fetch('https://badges.test/did.json', json)), /^ours: /)
  const passedOn = await door().fetch(redirect('/home', 'https://badges.test/did.json'), json)
  assert.equal(passedOn.url, 'https://badges.test/did.json')
  const moved = door({ answer: async () => Response.redirect('https://inner.test/') })
  await assert.rejects(moved.fetch('https://badges.test/', json), { code: 'address_refused' })
})

test('an answer is asked for again only when it is no longer fresh', async () => {
  let now = 0
  const careful = door({ clock: () => now })
  const url = serve('/list', (_, response) => response.writeHead(200, { 'cache-control': 'max-age=60' }).end('a list'))
  const requests = async (fetching: () => Promise<unknown>) => {
    const before = asked.length
    await fetching()
    return asked.length - before
  }
  assert.equal(await requests(() => careful.fetch(url, json)), 1)
  now = 59_999
  assert.equal(await requests(() => careful.fetch(url, json)), 0)
  assert.equal(text(await careful.fetch(url, json)), 'a list')
  assert.equal(await requests(() => careful.fetch(url, { accept: 'application/jwt' })), 1)
  now = 60_000
  assert.equal(await requests(() => careful.fetch(url, json)), 1)
  const fresh = serve('/fresh', (_, response) => response.end('always new'))
  assert.equal(await requests(async () => [await careful.fetch(fresh, json), await careful.fetch(fresh, json)]), 2)
})
