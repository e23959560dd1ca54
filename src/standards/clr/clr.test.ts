import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { jwtVerify } from 'jose'
import { credentialInJwt, makeOpenBadgeJwt, openBadgeJwtTroubles } from '#standards/jose/open-badge-jwt.ts'
import { checkToken, readToken } from '#standards/jose/token.ts'
import { composeOpenBadge } from '#standards/openbadge/credential.ts'
import { checkProof, secure } from '#standards/vc/data-integrity.ts'
import { isObject, type JsonObject, readJson } from '#standards/vc/json.ts'
import { microCredential } from '../../../fixtures/micro-credential.ts'
import { referenceKey } from '../../../fixtures/reference-keys.ts'
import { changedOnce } from '../../../fixtures/spoiling.ts'
import { tokenKey } from '../../../fixtures/token-keys.ts'
import { type ClrInput, composeClr, openClr } from './clr.ts'

const key = await referenceKey('Ed25519')
const signing = { verificationMethod: key.id, created: new Date('2026-03-01T09:00:00Z'), sign: key.sign }
const learner = 'did:example:lena'

const badgeOf = (id: string, achievement: string) =>
  secure(
    composeOpenBadge({
      ...microCredential,
      id,
      subject: { id: learner },
      achievement: { ...microCredential.achievement, id: achievement },
    }),
    signing,
  )

const [first, second] = [
  await badgeOf('urn:x:badge:1', 'urn:x:achievement:1'),
  await badgeOf('urn:x:badge:2', 'urn:x:achievement:2'),
]
const input: ClrInput = {
  id: 'urn:uuid:0c7a4f8e-6e55-4c8e-9d0f-4b2a2d0a1006',
  issuer: { id: key.did, name: 'Harbour College' },
  validFrom: new Date('2026-03-02T09:00:00Z'),
  name: 'Record of Lena',
  subject: { id: learner },
  partial: true,
  credentials: [first, second],
  associations: [{ type: 'isChildOf', source: 'urn:x:achievement:1', target: 'urn:x:achievement:2' }],
}
const clr = composeClr(input)

test('a learner record names its contexts in the standard’s order and holds each badge as it was issued', () => {
  assert.deepEqual(clr['@context'], [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ])
  assert.partialDeepStrictEqual(clr, {
    type: ['VerifiableCredential', 'ClrCredential'],
    partial: true,
    credentialSubject: {
      id: learner,
      type: ['ClrSubject'],
      verifiableCredential: [first, second],
      association: [
        { type: 'Association', associationType: 'isChildOf', sourceId: 'urn:x:achievement:1', targetId: 'urn:x:achievement:2' },
      ],
    },
  })
})

test('what goes in comes out without loss: every badge still verifies by itself, and the record written again is the same text', async () => {
  const signed = await secure(clr, { ...signing, suite: 'eddsa-jcs-2022' })
  const text = JSON.stringify(signed)
  const read = readJson(text) as JsonObject
  assert.equal(JSON.stringify(read), text)
  assert.equal((await checkProof(read, read.proof as JsonObject, key.publicKey)).holds, true)
  const { credentials, amiss } = openClr(read)
  assert.deepEqual(amiss, [])
  assert.deepEqual(credentials, [first, second])
  for (const badge of credentials) assert.equal((await checkProof(badge, badge.proof as JsonObject, key.publicKey)).holds, true)
  assert.deepEqual(composeClr({ ...input, credentials }), clr)
})

test('a learner record as a token: jose verifies ours, and we find the same record in it', async () => {
  const { key: own, publicKey, sign } = await tokenKey('RS256')
  const text = await makeOpenBadgeJwt(clr, { algorithm: 'RS256', key: { kid: 'https://harbour.example/key' }, sign })
  await jwtVerify(text, publicKey, { issuer: key.did, subject: learner, currentDate: new Date('2026-04-01') })
  const token = readToken(text)
  assert.deepEqual(openBadgeJwtTroubles(token), [])
  assert.deepEqual(credentialInJwt(token.payload), clr)
  assert.deepEqual(await checkToken(token, own), { holds: true })
})

test('one member changed, of the record or of a badge inside of it, and it never holds', async () => {
  const signed = await secure(clr, { ...signing, suite: 'eddsa-jcs-2022' })
  await fc.assert(
    fc.asyncProperty(changedOnce(signed, ['@context']), async ({ what, document }) => {
      const { proof } = document
      assert.equal(isObject(proof) && (await checkProof(document, proof, key.publicKey)).holds, false, what)
    }),
    { numRuns: 80 },
  )
})

const { proof: _, ...unproven } = first
const refused: readonly (readonly [string, Partial<ClrInput>, string])[] = [
  ['without a badge', { credentials: [], associations: [] }, 'credentials_missing'],
  ['with a badge that has no proof of its own', { credentials: [unproven, second] }, 'credential_unproven'],
  ['with a badge twice', { credentials: [first, second, first] }, 'credential_twice'],
  ['with somebody else’s badge', { subject: { id: 'did:example:mallory' } }, 'credential_of_another'],
  ['with something else in it', { credentials: [first, second, { type: ['Other'], proof: {} }] }, 'credential_malformed'],
  ['that names nobody', { subject: {} }, 'subject_unnamed'],
  ['that ends before it begins', { validUntil: new Date('2020-01-01') }, 'validity_backwards'],
  ['that speaks of a badge it does not hold', { credentials: [first] }, 'association_dangling'],
  [
    'with an association of no kind',
    { associations: [{ type: 'likes' as 'precedes', source: 'urn:x:achievement:1', target: 'urn:x:achievement:2' }] },
    'association_malformed',
  ],
]

for (const [situation, change, code] of refused)
  test(`a learner record ${situation} is refused: ${code}`, () => {
    assert.throws(() => composeClr({ ...input, ...change }), { code })
  })

test('of a foreign record everything that is amiss is said, and what can be read is read', () => {
  const foreign = {
    ...clr,
    credentialSubject: {
      type: 'ClrSubject',
      verifiableCredential: [first, 'text', unproven],
      association: [{ sourceId: 'urn:x' }],
    },
  }
  const { credentials, amiss } = openClr(foreign)
  assert.equal(credentials.length, 2)
  assert.deepEqual(
    amiss.map(({ code }) => code),
    [
      'subject_unnamed',
      'credential_malformed',
      'credential_unproven',
      'credential_twice',
      'association_malformed',
      'association_dangling',
      'association_dangling',
    ],
  )
  assert.deepEqual(openClr(first).amiss, [{ code: 'clr_malformed', values: {} }])
})
