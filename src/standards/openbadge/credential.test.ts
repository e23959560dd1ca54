import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { verifyCredential } from '@digitalcredentials/verifier-core'
import { loadContext } from '#standards/vc/contexts.ts'
import { secure } from '#standards/vc/data-integrity.ts'
import { asList, type Json, type JsonObject } from '#standards/vc/json.ts'
import { microCredential } from '../../../fixtures/micro-credential.ts'
import { referenceKey } from '../../../fixtures/reference-keys.ts'
import { composeOpenBadge, whyNotCompose } from './credential.ts'
import type { OpenBadgeInput } from './input.ts'

const plain: OpenBadgeInput = {
  id: 'urn:uuid:b8a7c9d0-1111-4222-8333-444455556666',
  issuer: { id: 'did:web:example.org', name: 'Example' },
  validFrom: new Date('2026-03-01T09:00:00.999Z'),
  name: 'Data',
  achievement: {
    id: 'urn:uuid:1',
    name: 'Data',
    description: 'Data',
    criteria: { narrative: 'Did it' },
    alignments: [],
    tags: [],
  },
  subject: { identifiers: [{ identityType: 'sourcedId', identity: '28400' }] },
  results: [],
  evidence: [],
}

const everyValue = (value: Json): Json[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap((member) => everyValue(member))] : [value]

test('a plain credential says what it was given and nothing else', () => {
  assert.deepEqual(composeOpenBadge(plain), {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:b8a7c9d0-1111-4222-8333-444455556666',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Data',
    issuer: { id: 'did:web:example.org', type: ['Profile'], name: 'Example' },
    validFrom: '2026-03-01T09:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: '28400', identityType: 'sourcedId' }],
      achievement: {
        id: 'urn:uuid:1',
        type: ['Achievement'],
        name: 'Data',
        description: 'Data',
        criteria: { narrative: 'Did it' },
      },
    },
  })
})

test('a full credential has no null and no empty list anywhere', () => {
  for (const value of everyValue(composeOpenBadge(microCredential))) {
    assert.notEqual(value, null)
    assert.notDeepEqual(value, [])
    assert.notDeepEqual(value, {})
  }
})

test('each extension term that is used is defined inside the credential, and no other', () => {
  const [, , inline] = asList(
    composeOpenBadge({ ...plain, achievement: { ...plain.achievement, notionalHours: 60 } })['@context'],
  )
  assert.deepEqual(inline, { notionalHours: 'https://testamur.org/terms#notionalHours' })
})

test('revocation and suspension each have their own place, whose id is not the list', () => {
  const [revocation, suspension] = asList(composeOpenBadge(microCredential).credentialStatus) as JsonObject[]
  assert.deepEqual(revocation, {
    id: 'https://badges.example.edu/o/harbour/status/1#4711',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '4711',
    statusListCredential: 'https://badges.example.edu/o/harbour/status/1',
  })
  assert.equal(suspension?.statusPurpose, 'suspension')
})

const refused: readonly (readonly [string, Partial<OpenBadgeInput>, string])[] = [
  ['that names nobody', { subject: { identifiers: [] } }, 'subject_unnamed'],
  ['that ends before it begins', { validUntil: new Date('2020-01-01') }, 'validity_backwards'],
  ['without criteria', { achievement: { ...plain.achievement, criteria: {} } }, 'criteria_missing'],
  ['whose result nobody described', { results: [{ resultDescription: 'urn:x:1', value: '1' }] }, 'result_undescribed'],
  [
    'with an impossible place in a list',
    { statuses: [{ purpose: 'revocation', list: 'https://x.example/', index: -1 }] },
    'index_out_of_range',
  ],
]

for (const [situation, change, code] of refused)
  test(`a credential ${situation} is refused`, () => {
    assert.throws(() => composeOpenBadge({ ...plain, ...change }), { code })
  })

test('a result that says nothing is refused', () => {
  const results = [{ resultDescription: 'urn:uuid:0c7a4f8e-6e55-4c8e-9d0f-4b2a2d0a1001' }]
  assert.equal(whyNotCompose({ ...microCredential, results }), 'result_empty')
})

test('a full credential, extension terms included, is verified by the reference', async () => {
  const controller = microCredential.issuer.id
  const key = await Ed25519Multikey.generate({ id: `${controller}#key-1`, controller })
  const method = await key.export({ publicKey: true })
  const documents: Record<string, object> = {
    [controller]: {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: controller,
      verificationMethod: [method],
      assertionMethod: [key.id],
    },
    [key.id]: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
  }
  const documentLoader = async (url: string) =>
    documents[url] ? { contextUrl: null, documentUrl: url, document: documents[url] } : loadContext(url)
  const credential = await secure(composeOpenBadge(microCredential), {
    verificationMethod: key.id,
    created: new Date('2026-03-01T09:00:00Z'),
    sign: (data) => key.signer().sign({ data }),
  })
  const answer = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    now: new Date('2026-04-01'),
    checkStatus: async () => ({ verified: true }),
  })
  assert.ok(answer.verified, JSON.stringify(answer.error?.errors ?? answer.error, null, 2))
})

test('a badge of ours holds for the verifier of another house, and an altered one does not', async (t) => {
  // It would fetch schemas and complain at length that it cannot; nothing here leaves the machine.
  t.mock.method(globalThis, 'fetch', () => Promise.reject(new Error('offline')))
  t.mock.method(console, 'error', () => undefined)
  t.mock.method(console, 'log', () => undefined)
  const key = await referenceKey('Ed25519')
  const { statuses: _, ...input } = microCredential
  const credential = await secure(composeOpenBadge({ ...input, issuer: { ...input.issuer, id: key.did } }), {
    verificationMethod: key.id,
    created: new Date('2026-03-01T09:00:00Z'),
    sign: key.sign,
  })
  const signatureStep = async (document: object) => {
    const { log, errors } = await verifyCredential({ credential: document, knownDIDRegistries: [] })
    return { log: log?.find(({ id }) => id === 'valid_signature')?.valid, errors: errors?.map(({ name }) => name) }
  }
  assert.deepEqual(await signatureStep(credential), { log: true, errors: undefined })
  assert.deepEqual(await signatureStep({ ...credential, name: 'Other' }), { log: undefined, errors: ['invalid_signature'] })
})
