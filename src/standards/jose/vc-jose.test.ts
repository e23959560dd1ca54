import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose'
import type { JsonObject } from '#standards/vc/json.ts'
import { tokenKey } from '../../../fixtures/token-keys.ts'
import { conditionsAmiss } from '../vc/proof-conditions.ts'
import { checkToken, readToken } from './token.ts'
import { conditionsIn, documentInJose, joseTroubles, makeJose } from './vc-jose.ts'

const kid = 'did:web:harbour.example#key-1'
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:0c7a4f8e-6e55-4c8e-9d0f-4b2a2d0a1003',
  type: ['VerifiableCredential'],
  issuer: { id: 'did:web:harbour.example', name: 'Ünïcödé 😀' },
  validFrom: '2026-03-01T09:00:00Z',
  credentialSubject: { id: 'did:example:lena' },
}
const presentation = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  holder: 'did:example:lena',
}
const codes = (header: JsonObject, payload: JsonObject) => joseTroubles({ header, payload }).map(({ code }) => code)

for (const algorithm of ['RS256', 'ES256', 'ES384', 'EdDSA'] as const)
  test(`${algorithm}: what we issue jose verifies, and the payload is the credential and nothing else`, async () => {
    const { key, publicKey, sign } = await tokenKey(algorithm)
    const text = await makeJose(credential, { algorithm, kid, sign })
    const { payload } = await compactVerify(text, publicKey)
    assert.deepEqual(JSON.parse(new TextDecoder().decode(payload)), credential)
    assert.deepEqual(decodeProtectedHeader(text), {
      alg: algorithm,
      typ: 'vc+jwt',
      cty: 'vc',
      kid,
      iss: 'did:web:harbour.example',
    })
    const token = readToken(text)
    assert.deepEqual(joseTroubles(token), [])
    assert.deepEqual(await checkToken(token, key), { holds: true })
  })

test('what jose issues we verify', async () => {
  const { key, privateKey } = await tokenKey('ES256')
  const bytes = new TextEncoder().encode(JSON.stringify({ ...credential, iss: 'did:web:harbour.example' }))
  const token = readToken(await new CompactSign(bytes).setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', kid }).sign(privateKey))
  assert.deepEqual(joseTroubles(token), [])
  assert.deepEqual(documentInJose(token.payload), credential)
  assert.deepEqual(await checkToken(token, key), { holds: true })
})

test('a presentation answers one question of one reader, by its holder', async () => {
  const { sign } = await tokenKey('EdDSA')
  const options = { algorithm: 'EdDSA', kid: 'did:example:lena#1', sign, challenge: 'one', domain: 'harbour.example' } as const
  const token = readToken(await makeJose(presentation, options))
  assert.equal(token.header.typ, 'vp+jwt')
  assert.deepEqual(joseTroubles(token), [])
  assert.deepEqual(documentInJose(token.payload), presentation)
  const expected = {
    now: new Date('2026-04-01'),
    toleranceInMs: 0,
    purpose: 'authentication',
    domain: 'harbour.example',
  } as const
  const said = conditionsIn(token.payload, 'authentication')
  assert.deepEqual(conditionsAmiss(said, { ...expected, challenge: 'one' }), [])
  assert.partialDeepStrictEqual(conditionsAmiss(said, { ...expected, challenge: 'two' }), [{ code: 'proof_challenge_wrong' }])
  assert.deepEqual(codes({ ...token.header, iss: 'did:example:mallory' }, token.payload), ['claim_differs'])
})

test('the token’s own lifetime is looked at', () => {
  const expected = { now: new Date('2026-04-01T00:00:00Z'), toleranceInMs: 0, purpose: 'assertionMethod' } as const
  const amiss = (payload: JsonObject) =>
    conditionsAmiss(conditionsIn(payload, 'assertionMethod'), expected).map(({ code }) => code)
  const now = Date.parse('2026-04-01T00:00:00Z') / 1000
  assert.deepEqual(amiss({ iat: now, exp: now }), [])
  assert.deepEqual(amiss({ iat: now + 1 }), ['proof_from_future'])
  assert.deepEqual(amiss({ nbf: now + 1, iat: now }), ['proof_from_future'])
  assert.deepEqual(amiss({ exp: now - 1 }), ['proof_expired'])
  assert.deepEqual(amiss({ exp: 'never' }), ['proof_date_malformed'])
  assert.deepEqual(amiss({ exp: 1e300 }), ['proof_date_malformed'])
})

const header = { alg: 'ES256', typ: 'vc+jwt', kid }
const amiss: readonly (readonly [string, JsonObject, JsonObject, readonly string[]])[] = [
  ['has no type', { alg: 'ES256', kid }, credential, ['token_type_wrong']],
  ['has an inherited type', { ...header, typ: 'toString' }, credential, ['token_type_wrong']],
  ['says that it carries a presentation', { ...header, typ: 'vp+jwt' }, credential, ['token_content_wrong']],
  ['says that its content is something else', { ...header, cty: 'vp' }, credential, ['token_type_wrong']],
  ['wraps the credential as it was once done', header, { ...credential, vc: {} }, ['claim_wrapped']],
  ['wraps a presentation', header, { ...credential, vp: {} }, ['claim_wrapped']],
  ['names no key', { alg: 'ES256', typ: 'vc+jwt' }, credential, ['token_key_unnamed']],
  ['names its private key', { alg: 'ES256', typ: 'vc+jwt', jwk: { d: 'AA' } }, credential, ['token_key_unnamed']],
  ['is by another issuer, in its header', { ...header, iss: 'did:web:other.example' }, credential, ['claim_differs']],
  ['is by another issuer, in its content', header, { ...credential, iss: 'did:web:other.example' }, ['claim_differs']],
  ['is another credential', header, { ...credential, jti: 'urn:x:other' }, ['claim_differs']],
  ['is about somebody else', header, { ...credential, sub: 'did:example:mallory' }, ['claim_differs']],
]

for (const [situation, head, payload, wanted] of amiss)
  test(`a token that ${situation} is found out: ${wanted}`, () => {
    assert.deepEqual(codes(head, payload), wanted)
  })

test('what would be found out is not issued', async () => {
  const { sign } = await tokenKey('ES256')
  await assert.rejects(makeJose({ ...credential, vc: {} }, { algorithm: 'ES256', kid, sign }), { code: 'claim_wrapped' })
  await assert.rejects(makeJose({ type: ['Other'] }, { algorithm: 'ES256', kid, sign }), { code: 'token_content_wrong' })
})
