import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { toBase58btc } from '#standards/vc/multibase.ts'
import { didKeyOf, multikeyOf, readDidKey, readMultikey } from './key.ts'

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

test('other kinds of key are told apart, so that the wrong one is never used', () => {
  assert.equal(readMultikey('zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP')?.kind, 'P-256')
})
