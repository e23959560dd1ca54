import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import fc from 'fast-check'
import { referenceKey } from '../../../fixtures/reference-keys.ts'
import { changedOnce } from '../../../fixtures/spoiling.ts'
import type { SuiteName } from './cryptosuites.ts'
import { checkProof, secure } from './data-integrity.ts'
import { isObject, type JsonObject } from './json.ts'
import type { SignatureKind } from './signature.ts'

const badge = (issuer: string) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:0c7a4f8e-6e55-4c8e-9d0f-4b2a2d0a1002',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Harbour College' },
  validFrom: '2026-01-01T00:00:00Z',
  name: 'Ünïcödé 😀 "quoted"\n',
  credentialSubject: {
    type: ['AchievementSubject'],
    id: 'did:example:lena',
    achievement: {
      id: 'urn:uuid:5b4d1f4a-8d0b-4d8f-9c1d-0c7c7a3e6f10',
      type: ['Achievement'],
      name: 'Data',
      description: 'Data',
      criteria: { narrative: 'Did it' },
      creditsAvailable: 2.5,
    },
  },
})

const created = new Date('2026-01-02T03:04:05Z')
const now = new Date('2026-02-01')

/** Suite, kind of key, and the reference that knows the suite. */
const rows: readonly (readonly [SuiteName, SignatureKind, object | undefined])[] = [
  ['eddsa-rdfc-2022', 'Ed25519', eddsaRdfc2022],
  ['ecdsa-rdfc-2019', 'P-256', ecdsaRdfc2019],
  ['ecdsa-rdfc-2019', 'P-384', ecdsaRdfc2019],
  ['eddsa-jcs-2022', 'Ed25519', undefined],
  ['ecdsa-jcs-2019', 'P-256', undefined],
  ['ecdsa-jcs-2019', 'P-384', undefined],
]

for (const [suite, kind, cryptosuite] of rows) {
  const own = await referenceKey(kind)
  const signed = await secure(badge(own.did), { verificationMethod: own.id, created, sign: own.sign, suite, kind })
  const holds = async (document: JsonObject) =>
    isObject(document.proof) && (await checkProof(document, document.proof, own.publicKey)).holds

  test(`${suite} with ${kind}: what we sign holds, and under no other key of the kind`, async () => {
    assert.deepEqual(await checkProof(signed, signed.proof, own.publicKey), { holds: true, outdated: false })
    const other = await referenceKey(kind)
    assert.partialDeepStrictEqual(await checkProof(signed, signed.proof, other.publicKey), { code: 'signature_wrong' })
  })

  test(`${suite} with ${kind}: one member changed, added or removed, and it never holds`, async () => {
    // A proof over JSON allows contexts behind those that it was made with; whether they change a meaning is another check's question.
    const change = changedOnce(signed, cryptosuite ? [] : ['@context'])
    await fc.assert(
      fc.asyncProperty(change, async ({ what, document }) => {
        assert.equal(await holds(document), false, what)
      }),
      { numRuns: 60 },
    )
  })

  if (cryptosuite)
    test(`${suite} with ${kind}: what we sign the reference verifies, and what it signs we verify`, async () => {
      const verifier = new DataIntegrityProof({ cryptosuite })
      const checkStatus = async () => ({ verified: true })
      const common = { suite: verifier, documentLoader: own.documentLoader, now, checkStatus }
      const answer = await vc.verifyCredential({ ...common, credential: signed })
      assert.ok(answer.verified, JSON.stringify(answer.error?.errors ?? answer.error, null, 2))
      const signer = new DataIntegrityProof({ signer: own.signer, date: '2026-01-02T03:04:05Z', cryptosuite })
      const theirs = (await vc.issue({ ...common, suite: signer, credential: badge(own.did) })) as JsonObject
      assert.equal(await holds(theirs), true)
      assert.equal(await holds({ ...theirs, name: 'Other' }), false)
    })
}

test('Ed25519Signature2020: what the reference signs we verify, on both data models, and say that it is outdated', async () => {
  const own = await referenceKey('Ed25519')
  const suiteContext = 'https://w3id.org/security/suites/ed25519-2020/v1'
  const { validFrom, ...rest } = badge(own.did)
  const older = {
    ...rest,
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
      suiteContext,
    ],
    issuanceDate: validFrom,
  }
  const newer = { ...badge(own.did), '@context': [...badge(own.did)['@context'], suiteContext] }
  for (const credential of [older, newer]) {
    const suite = new Ed25519Signature2020({ key: { id: own.id, ...keyOf2020(own) }, date: '2026-01-02T03:04:05Z' })
    const signed = (await vc.issue({ credential, suite, documentLoader: own.documentLoader, now })) as JsonObject
    const proof = signed.proof as JsonObject
    assert.equal(proof.type, 'Ed25519Signature2020')
    assert.deepEqual(await checkProof(signed, proof, own.publicKey), { holds: true, outdated: true })
    assert.equal((await checkProof({ ...signed, name: 'Other' }, proof, own.publicKey)).holds, false)
    assert.equal((await checkProof(signed, { ...proof, created: '2026-01-02T03:04:06Z' }, own.publicKey)).holds, false)
  }
})

/** What the older suite calls a key. */
const keyOf2020 = ({ signer }: { signer: object }) => ({ signer: () => signer, type: 'Ed25519VerificationKey2020' })

test('an outdated suite is not issued, and a suite takes no key of another kind', async () => {
  const own = await referenceKey('Ed25519')
  const options = { verificationMethod: own.id, created, sign: own.sign }
  await assert.rejects(secure(badge(own.did), { ...options, suite: 'eddsa-rdfc-2022', kind: 'P-256' }), RangeError)
  const signed = await secure(badge(own.did), options)
  const other = await referenceKey('P-256')
  assert.partialDeepStrictEqual(await checkProof(signed, signed.proof, other.publicKey), { code: 'proof_key_unfit' })
})

test('a number that JSON can write and nobody can read is an answer, not a crash', async () => {
  const own = await referenceKey('Ed25519')
  const signed = await secure(badge(own.did), { verificationMethod: own.id, created, sign: own.sign, suite: 'eddsa-jcs-2022' })
  const answer = await checkProof({ ...signed, tooLarge: Number.POSITIVE_INFINITY }, signed.proof, own.publicKey)
  assert.partialDeepStrictEqual(answer, { holds: false, code: 'number_not_exact' })
})
