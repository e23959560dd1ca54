import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import type { JsonObject } from '#standards/vc/json.ts'
import { microCredential } from '../../../fixtures/micro-credential.ts'
import { changedOnce } from '../../../fixtures/spoiling.ts'
import { tokenKey } from '../../../fixtures/token-keys.ts'
import { composeOpenBadge } from '../openbadge/credential.ts'
import { credentialInJwt, makeOpenBadgeJwt, openBadgeJwtTroubles } from './open-badge-jwt.ts'
import { checkToken, makeToken, readToken } from './token.ts'

const kid = 'https://badges.example.edu/o/harbour/keys/1'
const credential = composeOpenBadge({
  ...microCredential,
  subject: { id: 'did:example:lena' },
  validFrom: new Date('2026-03-01T09:00:00Z'),
  validUntil: new Date('2031-03-01T09:00:00Z'),
})
const codes = (header: JsonObject, payload: JsonObject) => openBadgeJwtTroubles({ header, payload }).map(({ code }) => code)

for (const algorithm of ['RS256', 'ES256', 'EdDSA'] as const)
  test(`${algorithm}: what we issue jose verifies, claims and all, and we read the same badge from it`, async () => {
    const { key, publicKey, sign } = await tokenKey(algorithm)
    const text = await makeOpenBadgeJwt(credential, { algorithm, key: { kid }, sign })
    const issuer = (credential.issuer as JsonObject).id as string
    const currentDate = new Date('2026-04-01')
    const { payload } = await jwtVerify(text, publicKey, { issuer, subject: 'did:example:lena', typ: 'JWT', currentDate })
    assert.equal(payload.jti, credential.id)
    assert.equal(payload.nbf, Date.parse('2026-03-01T09:00:00Z') / 1000)
    assert.equal(payload.exp, Date.parse('2031-03-01T09:00:00Z') / 1000)
    assert.deepEqual(decodeProtectedHeader(text), { alg: algorithm, typ: 'JWT', kid })
    const token = readToken(text)
    assert.deepEqual(openBadgeJwtTroubles(token), [])
    assert.deepEqual(credentialInJwt(token.payload), credential)
    assert.deepEqual(await checkToken(token, key), { holds: true })
  })

test('what jose issues in the profile we find nothing amiss in', async () => {
  const { key, jwk, privateKey } = await tokenKey('RS256')
  const text = await new SignJWT({ ...credential })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', jwk })
    .setIssuer((credential.issuer as JsonObject).id as string)
    .setJti(credential.id as string)
    .setSubject('did:example:lena')
    .setNotBefore(new Date('2026-03-01T09:00:00Z'))
    .setExpirationTime(new Date('2031-03-01T09:00:00Z'))
    .setIssuedAt()
    .sign(privateKey)
  const token = readToken(text)
  assert.deepEqual(openBadgeJwtTroubles(token), [])
  assert.deepEqual(credentialInJwt(token.payload), credential)
  assert.deepEqual(await checkToken(token, key), { holds: true })
})

const { sign: signer, jwk } = await tokenKey('ES256')
const good = readToken(await makeOpenBadgeJwt(credential, { algorithm: 'ES256', key: { kid }, sign: signer }))
const amiss: readonly (readonly [string, JsonObject, JsonObject, readonly string[]])[] = [
  ['bears another type', { typ: 'vc+jwt' }, {}, ['token_type_wrong']],
  ['names no key', { kid: 'one' }, {}, ['token_key_unnamed']],
  ['carries its private key', { jwk: { ...jwk, d: 'AA' } }, {}, ['token_key_private']],
  ['wraps the credential', {}, { vc: {} }, ['claim_wrapped']],
  ['says another issuer', {}, { iss: 'did:web:other.example' }, ['claim_differs']],
  ['says another id', {}, { jti: 'urn:x:other' }, ['claim_differs']],
  ['says another learner', {}, { sub: 'did:example:mallory' }, ['claim_differs']],
  ['would begin at another time', {}, { nbf: 1 }, ['claim_differs']],
  ['would never end', {}, { exp: 9_999_999_999 }, ['claim_differs']],
  ['writes a time as text', {}, { nbf: '2026' }, ['claim_malformed']],
  ['writes its issuer as a list', {}, { iss: ['did:web:a', 'did:web:b'] }, ['claim_malformed']],
  ['is about somebody else inside', {}, { credentialSubject: { id: 'did:example:mallory' } }, ['claim_differs']],
]

for (const [situation, header, payload, wanted] of amiss)
  test(`a token that ${situation} is found out: ${wanted}`, () => {
    assert.deepEqual(codes({ ...good.header, ...header }, { ...good.payload, ...payload }), wanted)
  })

for (const claim of ['iss', 'jti', 'nbf', 'sub', 'exp'])
  test(`a token without ${claim} leaves out what it must repeat`, () => {
    const { [claim]: _, ...rest } = good.payload
    assert.deepEqual(openBadgeJwtTroubles({ header: good.header, payload: rest }), [{ code: 'claim_missing', values: { claim } }])
  })

test('a badge that names its learner by an e-mail address only cannot be such a token', async () => {
  const nameless = composeOpenBadge({
    ...microCredential,
    subject: { identifiers: [{ identityType: 'emailAddress', identity: 'a@b.example' }] },
  })
  const { sign } = await tokenKey('ES256')
  await assert.rejects(makeOpenBadgeJwt(nameless, { algorithm: 'ES256', key: { kid }, sign }), { code: 'claim_missing' })
})

test('one member of the content changed, and the signature never holds', async () => {
  const { key, sign } = await tokenKey('ES256')
  const token = readToken(await makeOpenBadgeJwt(credential, { algorithm: 'ES256', key: { kid }, sign }))
  const signature = token.text.split('.')[2]
  await fc.assert(
    fc.asyncProperty(changedOnce(token.payload), async ({ what, document }) => {
      const text = await makeToken({
        header: { ...token.header, alg: 'ES256' },
        payload: document,
        sign: async () => new Uint8Array(64),
      })
      const changed = readToken(`${text.slice(0, text.lastIndexOf('.'))}.${signature}`)
      assert.equal((await checkToken(changed, key)).holds, false, what)
    }),
    { numRuns: 80 },
  )
})
