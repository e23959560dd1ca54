import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { checkProof, secure } from '#standards/vc/data-integrity.ts'
import type { JsonObject } from '#standards/vc/json.ts'
import { referenceKey } from '../../../fixtures/reference-keys.ts'
import { composeEndorsement, type EndorsementInput, whyNotEndorses } from './endorsement.ts'

const key = await referenceKey('Ed25519')
const input: EndorsementInput = {
  id: 'urn:uuid:0c7a4f8e-6e55-4c8e-9d0f-4b2a2d0a1005',
  issuer: { id: key.did, name: 'Council of Colleges' },
  validFrom: new Date('2026-03-01T09:00:00Z'),
  validUntil: new Date('2031-03-01T09:00:00Z'),
  name: 'Endorsement of Data Literacy',
  endorses: 'urn:uuid:5b4d1f4a-8d0b-4d8f-9c1d-0c7c7a3e6f10',
  comment: 'We **looked** at it.',
}

test('an endorsement says who endorses what, and nothing that it was not given', () => {
  const { comment: _, validUntil: __, ...less } = input
  assert.deepEqual(composeEndorsement(less), {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: input.id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: input.name,
    issuer: { id: key.did, type: ['Profile'], name: 'Council of Colleges' },
    validFrom: '2026-03-01T09:00:00Z',
    credentialSubject: { id: input.endorses, type: ['EndorsementSubject'] },
  })
})

test('what we endorse the reference verifies, and what it endorses we verify', async () => {
  const statuses = [{ purpose: 'revocation', list: 'https://council.example/status/1', index: 7 }] as const
  const created = new Date('2026-03-01T09:00:00Z')
  const credential = await secure(composeEndorsement({ ...input, statuses }), {
    verificationMethod: key.id,
    created,
    sign: key.sign,
  })
  const checkStatus = async () => ({ verified: true })
  const common = { documentLoader: key.documentLoader, now: new Date('2026-04-01'), checkStatus }
  const answer = await vc.verifyCredential({ ...common, credential, suite: new DataIntegrityProof({ cryptosuite }) })
  assert.ok(answer.verified, JSON.stringify(answer.error?.errors ?? answer.error, null, 2))
  const suite = new DataIntegrityProof({ signer: key.signer, date: '2026-03-01T09:00:00Z', cryptosuite })
  const theirs = (await vc.issue({ ...common, credential: composeEndorsement(input), suite })) as JsonObject
  assert.deepEqual(await checkProof(theirs, theirs.proof as JsonObject, key.publicKey), { holds: true, outdated: false })
})

const endorsement = composeEndorsement(input)
const rows: readonly (readonly [string, JsonObject, string, string | undefined])[] = [
  ['of this achievement', endorsement, input.endorses, undefined],
  ['of another', endorsement, 'urn:uuid:other', 'endorsement_of_another'],
  [
    'that is a badge',
    { ...endorsement, type: ['VerifiableCredential', 'OpenBadgeCredential'] },
    input.endorses,
    'endorsement_kind_wrong',
  ],
  [
    'whose subject is something else',
    { ...endorsement, credentialSubject: { id: input.endorses, type: ['AchievementSubject'] } },
    input.endorses,
    'endorsement_of_another',
  ],
  ['by whom it endorses', { ...endorsement, issuer: input.endorses }, input.endorses, 'endorsement_of_oneself'],
  [
    'of several, this one among them',
    { ...endorsement, credentialSubject: [{ id: 'urn:x', type: 'EndorsementSubject' }, endorsement.credentialSubject ?? null] },
    input.endorses,
    undefined,
  ],
]

for (const [situation, given, id, wanted] of rows)
  test(`an endorsement ${situation}: ${wanted ?? 'it endorses'}`, () => {
    assert.equal(whyNotEndorses(given, id), wanted)
  })

test('nobody endorses themselves, or backwards in time', () => {
  assert.throws(() => composeEndorsement({ ...input, endorses: key.did }), { code: 'endorsement_of_oneself' })
  assert.throws(() => composeEndorsement({ ...input, validUntil: new Date('2020-01-01') }), { code: 'validity_backwards' })
})
