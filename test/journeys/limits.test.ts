// An installation with its limits on, on a real port behind a proxy: who knocks too often, who sends too slowly, who asks for nonsense.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, describe, test } from 'node:test'
import { migrate } from '../../src/db/migrate.ts'
import { listen } from '../../src/server/listen.ts'
import { openTestamur } from '../../src/server/testamur.ts'
import { testDatabase } from '../cluster.ts'
import { origin, password } from '../world.ts'

const operatorToken = 'operator-of-the-test'

async function installation() {
  const folder = await mkdtemp(join(tmpdir(), 'testamur-limits-'))
  const database = await testDatabase(async (owner) => {
    await migrate(owner)
  })
  const faults: unknown[] = []
  const testamur = await openTestamur({
    connection: database.connection,
    origin,
    installationKey: new Uint8Array(32).fill(5),
    blobFolder: join(folder, 'blobs'),
    mail: { send: async () => {} },
    demonstration: false,
    uploadLimit: 1024,
    workers: 1,
    operatorToken,
    alone: true,
    limited: true,
    patience: { small: { idle: 200, total: 200 }, large: { idle: 200 } },
    onFault: (error) => {
      faults.push(error)
    },
  })
  const behindProxy = await listen(testamur, { port: 0, host: '127.0.0.1', trustedProxies: ['127.0.0.0/8'] })
  const open = await listen(testamur, { port: 0, host: '127.0.0.1' })
  const close = async () => {
    await behindProxy.close()
    await open.close()
    await testamur.stop()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
    assert.deepEqual(faults, [])
  }
  return { testamur, behindProxy, open, close }
}

const { testamur, behindProxy, open, close } = await installation()

const signIn = ({ port }: { port: number }, from: string, email: string) =>
  fetch(`http://127.0.0.1:${port}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: JSON.stringify({ email, password }),
  })

async function statuses(count: number, ask: (turn: number) => Promise<Response>): Promise<number[]> {
  const seen: number[] = []
  for (let turn = 0; turn < count; turn += 1) seen.push((await ask(turn)).status)
  return seen
}

const times = (count: number, status: number) => Array.from({ length: count }, () => status)

/** Everything that is answered to somebody who sends this much and then no more. */
async function answerToHalf(start: string): Promise<string> {
  const socket = connect(behindProxy.port, '127.0.0.1')
  socket.write(start)
  return text(socket)
}

const half = (path: string, type: string, connection = 'close') =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: ${connection}\r\ncontent-type: ${type}\r\ncontent-length: 100\r\n\r\n{"em`

// a suite, so that the installation is closed before the cluster is
describe('an installation with its limits on', () => {
  after(close)

  test('the eleventh sign-in within a minute from one address waits, and nobody else does', async () => {
    const email = (turn: number) => `guess-${turn}@example.org`
    const seen = await statuses(10, (turn) => signIn(behindProxy, '198.51.100.1', email(turn)))
    assert.deepEqual(seen, times(10, 401))
    const eleventh = await signIn(behindProxy, `192.0.2.77, 198.51.100.1`, email(10))
    assert.equal(eleventh.status, 429)
    assert.match(eleventh.headers.get('retry-after') ?? '', /^([1-9]|[1-5]\d|60)$/)
    assert.equal((await eleventh.json()).type, 'too_many_requests')
    assert.equal((await signIn(behindProxy, '198.51.100.2', email(11))).status, 401)
  })

  test('where no proxy is trusted, an invented address does not help', async () => {
    const seen = await statuses(11, (turn) => signIn(open, `203.0.113.${turn}`, `open-${turn}@example.org`))
    assert.deepEqual(seen, [...times(10, 401), 429])
  })

  test('one account can be guessed at thirty times a minute, from however many addresses', async () => {
    const seen = await statuses(31, (turn) =>
      signIn(behindProxy, `203.0.113.${turn}`, turn % 2 ? 'olga@example.org' : 'OLGA@example.org'),
    )
    assert.deepEqual(seen, [...times(30, 401), 429])
    assert.equal((await signIn(behindProxy, '203.0.113.31', 'otto@example.org')).status, 401)
  })

  test('the published documents say too when to come back', async () => {
    const ask = () => testamur.call(new Request(`${origin}/o/nobody/did.json`), '198.51.100.9')
    assert.deepEqual(await statuses(600, ask), times(600, 404))
    const last = await ask()
    assert.equal(last.status, 429)
    assert.ok(Number(last.headers.get('retry-after')) > 0)
  })

  test('whoever sends half a body and then nothing is refused, and let go', async () => {
    for (const [path, type] of [
      ['/v1/password-resets', 'application/json'],
      ['/v1/verifications/file', 'application/json'],
    ] as const) {
      const answer = await answerToHalf(half(path, type))
      assert.match(answer, /^HTTP\/1\.1 408 /)
      assert.match(answer, /"type":"too_slow"/)
      // also when they would rather stay
      assert.match(await answerToHalf(half(path, type, 'keep-alive')), /^HTTP\/1\.1 408 /)
    }
  })

  test('a name that no organisation can have is answered like one that none has', async () => {
    for (const path of ['/o/%00/did.json', '/o/a%00b/did.json', '/o/%ED%A0%80/did.json', `/o/${'a'.repeat(9000)}/did.json`])
      assert.equal((await testamur.call(new Request(origin + path))).status, 404, path)
    const operator = { authorization: `Bearer ${operatorToken}` }
    for (const asked of ['%00', 'a%00b', 'org_', 'nobody', 'org_00000000000000000000000000']) {
      const answer = await testamur.call(new Request(`${origin}/v1/members?organisation=${asked}`, { headers: operator }))
      assert.equal(answer.status, 404, asked)
      assert.equal((await answer.json()).type, 'not_found')
    }
  })

  test('a known path says which methods it has', async () => {
    const ask = (method: string, path: string) => testamur.call(new Request(`${origin}/v1${path}`, { method }))
    const wrong = await ask('PUT', '/session')
    assert.equal(wrong.status, 405)
    assert.deepEqual(wrong.headers.get('allow')?.split(', ').sort(), ['DELETE', 'GET', 'POST'])
    assert.equal((await wrong.json()).type, 'wrong_method')
    assert.equal((await ask('PUT', '/nothing')).status, 404)
  })
})
