// The installation's keys: what is wrapped comes back, and nothing else does.
import assert from 'node:assert/strict'
import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { localKeys } from './local-keys.ts'

const installationKey = randomBytes(32)
const keys = localKeys(installationKey)
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const bytes = (text: string) => new TextEncoder().encode(text)

test('what a data key has sealed, it opens again, and never twice to the same bytes', async () => {
  const { plain, wrapped } = await keys.newDataKey()
  const sealed = await keys.seal(plain, bytes('Lena passed'))
  assert.equal(text(await keys.open(await keys.unwrap(wrapped), sealed)), 'Lena passed')
  assert.notDeepEqual(await keys.seal(plain, bytes('Lena passed')), sealed)
  assert.equal((await keys.open(plain, await keys.seal(plain, new Uint8Array()))).length, 0)
})

test('one altered bit anywhere, or one byte fewer, and nothing is opened', async () => {
  const { plain, wrapped } = await keys.newDataKey()
  const sealed = await keys.seal(plain, bytes('Lena passed'))
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: sealed.length * 8 - 1 }), async (bit) => {
      const altered = sealed.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      await assert.rejects(keys.open(plain, altered))
    }),
  )
  for (let length = 0; length < sealed.length; length++) await assert.rejects(keys.open(plain, sealed.subarray(0, length)))
  await assert.rejects(keys.unwrap(wrapped.map((byte, at) => (at === 20 ? byte ^ 1 : byte))))
})

test('another installation, or another data key, opens nothing', async () => {
  const [mine, other] = [await keys.newDataKey(), await keys.newDataKey()]
  await assert.rejects(localKeys(randomBytes(32)).unwrap(mine.wrapped))
  await assert.rejects(keys.open(other.plain, await keys.seal(mine.plain, bytes('Lena passed'))))
})

test('what was sealed for one purpose is not taken for another', async () => {
  const data = await keys.newDataKey()
  const signing = await keys.newSigningKey()
  await assert.rejects(keys.unwrap(signing.wrapped))
  await assert.rejects(keys.signer(data.wrapped))
  // even under the very same key
  const inner = await keys.newDataKey()
  await assert.rejects(keys.open(inner.plain, inner.wrapped))
})

test('a signature verifies under the public key that was handed out', async () => {
  const { publicKey, wrapped } = await keys.newSigningKey()
  assert.equal(publicKey.length, 32)
  const sign = await keys.signer(wrapped)
  const signature = await sign(bytes('a credential'))
  assert.equal(signature.length, 64)
  assert.ok(verifies(publicKey, 'a credential', signature))
  assert.ok(!verifies(publicKey, 'another credential', signature))
  // a second time, from the key that is now kept, and by a fresh start
  assert.deepEqual(await (await keys.signer(wrapped))(bytes('a credential')), signature)
  assert.deepEqual(await (await localKeys(installationKey).signer(wrapped))(bytes('a credential')), signature)
  await assert.rejects(keys.signer(wrapped.map((byte, at) => (at === 30 ? byte ^ 1 : byte))))
})

test('a keyed hash is the same for the same installation and purpose only', async () => {
  const hash = await keys.keyedHash('mail', 'lena@example.org')
  assert.equal(hash.length, 32)
  assert.deepEqual(await localKeys(installationKey).keyedHash('mail', 'lena@example.org'), hash)
  assert.notDeepEqual(await keys.keyedHash('name', 'lena@example.org'), hash)
  assert.notDeepEqual(await localKeys(randomBytes(32)).keyedHash('mail', 'lena@example.org'), hash)
})

test('a worker thread signs with the same key', async () => {
  const { publicKey, wrapped } = await keys.newSigningKey()
  const program = `
    const { parentPort, workerData } = await import('node:worker_threads')
    const { localKeys } = await import(${JSON.stringify(new URL('local-keys.ts', import.meta.url).href)})
    const sign = await localKeys(workerData.installationKey).signer(workerData.wrapped)
    parentPort.postMessage(await sign(new TextEncoder().encode('a credential')))`
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
    workerData: { installationKey: new Uint8Array(installationKey), wrapped },
  })
  const signature = await new Promise<Uint8Array>((resolve, reject) => worker.once('message', resolve).once('error', reject))
  assert.ok(verifies(publicKey, 'a credential', signature))
})

test('an installation key of another length is not accepted', () => {
  assert.throws(() => localKeys(randomBytes(16)), RangeError)
})

function verifies(publicKey: Uint8Array, signed: string, signature: Uint8Array): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }
  return verify(null, bytes(signed), createPublicKey({ key: jwk, format: 'jwk' }), signature)
}
