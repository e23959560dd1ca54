import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { toBase58btc, toBase64url } from '#standards/vc/multibase.ts'
import { didKeyOf, multikeyOf, readBase58Key, readDidKey, readMultikey } from './key.ts'

const known = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'

test('a key written by the reference is read, and written the same', async () => {
  const { publicKeyMultibase } = await Ed25519Multikey.generate({ controller: 'did:example:1' })
  const key = readMultikey(publicKeyMultibase)
  assert.equal(key?.kind, 'Ed25519')
  assert.equal(multikeyOf(key.bytes), publicKeyMultibase)
})

test('a did:key is read bare and with its own fragment, not with another', () => {
  assert.equal(readDidKey(`did:key:${known}`)?.kind, 'Ed25519')
  assert.equal(readDidKey(`did:key:${known}#${known}`)?.kind, 'Ed25519')
  assert.equal(readDidKey(`did:key:${known}#z6MkgY`), undefined)
  assert.equal(readDidKey(`did:web:${known}`), undefined)
  assert.equal(didKeyOf(readMultikey(known)?.bytes ?? Uint8Array.of()), `did:key:${known}`)
})

test('a key that is too long, too short or of a kind nobody knows is not read', () => {
  for (const bytes of [
    [0xed, 1, ...Array(31).fill(7)],
    [0xed, 1, ...Array(33).fill(7)],
    [0xee, 1, ...Array(32).fill(7)],
    [0x80, 0x24, ...Array(32).fill(7)],
    [],
  ])
    assert.equal(readMultikey(toBase58btc(Uint8Array.from(bytes))), undefined)
  assert.throws(() => multikeyOf(new Uint8Array(31)), RangeError)
})

test('keys on the NIST curves, written by the reference, are read and written the same', async () => {
  for (const curve of ['P-256', 'P-384'] as const) {
    const { publicKeyMultibase } = await EcdsaMultikey.generate({ curve })
    const key = readMultikey(publicKeyMultibase)
    assert.equal(key?.kind, curve)
    assert.equal(multikeyOf(key.bytes, curve), publicKeyMultibase)
    assert.deepEqual(readMultikey(`u${toBase64url(Uint8Array.from([curve === 'P-256' ? 0x80 : 0x81, 0x24, ...key.bytes]))}`), key)
  }
})

/** From the did:key method's own examples; of the last two only the kind is of use to us. */
const examples: readonly (readonly [string, string])[] = [
  ['zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169', 'P-256'],
  ['z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9', 'P-384'],
  ['zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme', 'secp256k1'],
  [
    'z4MXj1wBzi9jUstyPMS4jQqB6KdJaiatPkAtVtGc6bQEQEEsKTic4G7Rou3iBf9vPmT5dbkm9qsZsuVNjq8HCuW1w24nhBFGkRE4cd2Uf2tfrB3N7h4mnyPp1BF3ZttHTYv3DLUPi1zMdkULiow3M1GfXkoC6DoxDUm1jmN6GBj22SjVsr6dxezRVQc7aj9TxE7JLbMH1wh5X3kA58H3DFW8rnYMakFGbca5CB2Jf6CnGQZmL7o5uJAdTwXfy2iiiyPxXEGerMhHwhjTA1mKYobyk2CpeEcmvynADfNZ5MBvcCS7m3XkFCMNUYBS9NQ3fze6vMSUPsNa6GVYmKx2x6JrdEjCk3qRMMmyjnjCMfR4pXbRMZa3i',
    'RSA',
  ],
]

for (const [text, kind] of examples)
  test(`the did:key method's example of ${kind} is a key of that kind`, () => {
    const key = readDidKey(`did:key:${text}#${text}`)
    assert.equal(key?.kind, kind)
    assert.equal(multikeyOf(key.bytes, key.kind), text)
  })

test('a point that is not on its curve is no key', () => {
  const [size, codec] = [33, [0x80, 0x24]]
  const points = Array.from({ length: 40 }, (_, byte) => [...codec, 2, ...new Array(size - 1).fill(byte)])
  const read = points.map((bytes) => readMultikey(toBase58btc(Uint8Array.from(bytes))) !== undefined)
  assert.ok(read.includes(true) && read.includes(false))
  assert.equal(readMultikey(toBase58btc(Uint8Array.from([...codec, 4, ...new Array(size - 1).fill(1)]))), undefined)
})

test('the bare base58 of 2018 is an Ed25519 key or nothing', () => {
  const bytes = new Uint8Array(32).fill(7)
  assert.deepEqual(readBase58Key(toBase58btc(bytes).slice(1)), { kind: 'Ed25519', bytes })
  assert.equal(readBase58Key(toBase58btc(bytes.slice(1)).slice(1)), undefined)
})
