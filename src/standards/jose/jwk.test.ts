import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportJWK, generateKeyPair } from 'jose'
import { multikeyOf, readMultikey } from '#standards/did/key.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import { jwkOf, readJwk } from './jwk.ts'

const kinds = { RS256: 'RSA', ES256: 'P-256', ES384: 'P-384', Ed25519: 'Ed25519' } as const

async function generated(alg: string) {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  return { open: (await exportJWK(publicKey)) as JsonObject, secret: (await exportJWK(privateKey)) as JsonObject }
}

for (const [alg, kind] of Object.entries(kinds))
  test(`a key of the kind ${kind} is read, and written as it was; as a multikey too`, async () => {
    const { open, secret } = await generated(alg)
    const key = readJwk(open)
    assert.equal(key?.kind, kind)
    assert.deepEqual(jwkOf(key), open)
    assert.deepEqual(readMultikey(multikeyOf(key.bytes, key.kind)), key)
    assert.equal(readJwk(secret), undefined)
    assert.equal(readJwk({ ...open, use: 'enc' }), undefined)
    assert.deepEqual(readJwk({ ...open, use: 'sig', kid: 'x', alg }), key)
  })

test('a key that is not quite one is none', async () => {
  const { open: point } = await generated('ES256')
  const { open: other } = await generated('ES256')
  const { open: rsa } = await generated('RS256')
  const wrong: readonly JsonObject[] = [
    { ...point, y: other.y ?? '' },
    { ...point, x: `${point.x}AA` },
    { ...point, crv: 'P-384' },
    { ...point, crv: 'toString' },
    { ...point, kty: 'OKP' },
    { ...rsa, n: String(rsa.n).slice(0, 171) },
    { ...rsa, e: 'AQAA' },
    { ...rsa, e: '' },
    { kty: 'oct', k: 'c2VjcmV0' },
    { kty: 'OKP', crv: 'Ed25519' },
    {},
  ]
  for (const jwk of wrong) assert.equal(readJwk(jwk), undefined, JSON.stringify(jwk))
})

test('secp256k1 is told apart, so that nobody takes it for anything else', () => {
  const jwk = {
    kty: 'EC',
    crv: 'secp256k1',
    x: 'WKn-ZIGevcwGIyyrzFoZNBdaq9_TsqzGl96oc0CWuis',
    y: 'y77t-RvAHRKTsSGdIYUfweuOvwrvDD-Q3Hv5J0fSKbE',
  }
  const key = readJwk(jwk)
  assert.equal(key?.kind, 'secp256k1')
  assert.throws(() => jwkOf(key), RangeError)
})
