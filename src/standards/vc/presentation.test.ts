import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import fc from 'fast-check'
import { makeJose } from '#standards/jose/vc-jose.ts'
import { referenceKey } from '../../../fixtures/reference-keys.ts'
import { changedOnce } from '../../../fixtures/spoiling.ts'
import { checkProof, secure } from './data-integrity.ts'
import { isObject, type JsonObject } from './json.ts'
import { composePresentation, envelop, openPresentation } from './presentation.ts'
import { conditionsAmiss } from './proof-conditions.ts'

const [issuer, holder, other] = [await referenceKey('Ed25519'), await referenceKey('P-256'), await referenceKey('Ed25519')]
const created = new Date('2026-03-01T09:00:00Z')
const now = new Date('2026-04-01')
const plain = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:0c7a4f8e-6e55-4c8e-9d0f-4b2a2d0a1004',
  type: ['VerifiableCredential'],
  issuer: issuer.did,
  validFrom: '2026-03-01T09:00:00Z',
  credentialSubject: { id: holder.did },
}
const credential = await secure(plain, { verificationMethod: issuer.id, created, sign: issuer.sign })
const token = await makeJose(plain, { algorithm: 'EdDSA', kid: issuer.id, sign: issuer.sign })
const asked = { purpose: 'authentication', challenge: 'one', domain: 'harbour.example' } as const
const proving = { ...asked, verificationMethod: holder.id, created, sign: holder.sign, suite: 'ecdsa-rdfc-2019' } as const
const presentation = await secure(composePresentation({ holder: holder.did, credentials: [credential] }), proving)

const documentLoader = (url: string) =>
  [issuer, holder].find(({ did, id }) => url === did || url === id)?.documentLoader(url) ?? issuer.documentLoader(url)
const suites = [new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 }), new DataIntegrityProof({ cryptosuite: ecdsaRdfc2019 })]

test('what a holder shows with us the reference verifies, credential inside and all, and not for another question', async () => {
  const common = { presentation, suite: suites, documentLoader, now, domain: asked.domain }
  const answer = await vc.verify({ ...common, challenge: 'one' })
  assert.ok(answer.verified, JSON.stringify(answer, null, 2))
  assert.equal((await vc.verify({ ...common, challenge: 'two' })).verified, false)
})

test('what a holder shows with the reference we verify', async () => {
  const suite = new DataIntegrityProof({ signer: holder.signer, date: '2026-03-01T09:00:00Z', cryptosuite: ecdsaRdfc2019 })
  const bare = composePresentation({ id: 'urn:x:show', holder: holder.did, credentials: [credential] })
  const shown = (await vc.signPresentation({
    presentation: bare,
    suite,
    documentLoader,
    challenge: 'one',
    domain: asked.domain,
  })) as JsonObject
  const proof = shown.proof as JsonObject
  assert.deepEqual(await checkProof(shown, proof, holder.publicKey), { holds: true, outdated: false })
  assert.deepEqual(conditionsAmiss(proof, { ...asked, now, toleranceInMs: 0 }), [])
  const opened = openPresentation(shown)
  assert.equal(opened.holder, holder.did)
  assert.deepEqual(opened.shown, [{ at: 0, document: credential }])
})

test('somebody else’s key does not show it', async () => {
  assert.partialDeepStrictEqual(await checkProof(presentation, presentation.proof, other.publicKey), { holds: false })
  const forged = await secure(composePresentation({ holder: holder.did, credentials: [credential] }), {
    ...asked,
    verificationMethod: holder.id,
    created,
    sign: other.sign,
    suite: 'eddsa-rdfc-2022',
  })
  assert.partialDeepStrictEqual(await checkProof(forged, forged.proof, holder.publicKey), {
    holds: false,
    code: 'proof_key_unfit',
  })
})

test('one member changed, of the presentation or of a credential inside of it, and it never holds', async () => {
  await fc.assert(
    fc.asyncProperty(changedOnce(presentation), async ({ what, document }) => {
      const { proof } = document
      assert.equal(isObject(proof) && (await checkProof(document, proof, holder.publicKey)).holds, false, what)
    }),
    { numRuns: 80 },
  )
})

test('documents and tokens are shown side by side, each as it was issued', async () => {
  const bare = composePresentation({ holder: holder.did, credentials: [credential, token] })
  const shown = await secure(bare, proving)
  assert.deepEqual((await checkProof(shown, shown.proof, holder.publicKey)).holds, true)
  assert.deepEqual(openPresentation(shown), {
    holder: holder.did,
    shown: [
      { at: 0, document: credential },
      { at: 1, token },
    ],
    amiss: [],
  })
})

test('a token of the older kind stands by itself, and a holder may say more than an id', () => {
  const opened = openPresentation({ type: 'VerifiablePresentation', holder: { id: holder.did }, verifiableCredential: token })
  assert.deepEqual(opened, { holder: holder.did, shown: [{ at: 0, token }], amiss: [] })
  assert.deepEqual(openPresentation({ type: ['VerifiablePresentation'] }), { shown: [], amiss: [] })
})

const amiss: readonly (readonly [string, JsonObject, readonly string[]])[] = [
  ['that is none', { type: ['VerifiableCredential'] }, ['presentation_malformed']],
  ['whose holder is no identifier', { type: ['VerifiablePresentation'], holder: 'Lena' }, ['holder_malformed']],
  ['whose holder is a list', { type: ['VerifiablePresentation'], holder: [holder.did] }, ['holder_malformed']],
  [
    'with something else in it',
    { type: ['VerifiablePresentation'], verifiableCredential: [7, { type: ['Other'] }] },
    ['credential_malformed', 'credential_malformed'],
  ],
  [
    'with an envelope that says more',
    { type: ['VerifiablePresentation'], verifiableCredential: { ...envelop(token), name: 'Better' } },
    ['credential_malformed'],
  ],
  [
    'with an envelope of another kind',
    { type: ['VerifiablePresentation'], verifiableCredential: { ...envelop(token), id: 'data:text/html,x' } },
    ['credential_malformed'],
  ],
  [
    'with more than we check',
    { type: ['VerifiablePresentation'], verifiableCredential: new Array(33).fill(credential) },
    ['credential_crowd'],
  ],
]

for (const [situation, given, codes] of amiss)
  test(`a presentation ${situation}: ${codes.join(', ')}`, () => {
    assert.deepEqual(
      openPresentation(given).amiss.map(({ code }) => code),
      codes,
    )
  })
