import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { readMultikey } from '#standards/did/key.ts'
import { loadContext } from './contexts.ts'
import { checkProof, secure } from './data-integrity.ts'
import type { JsonObject } from './json.ts'

const controller = 'did:web:example.org'
const key = await Ed25519Multikey.generate({ id: `${controller}#key-1`, controller })
const publicKey = readMultikey(key.publicKeyMultibase) ?? assert.fail()

const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'https://example.org/credentials/1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: controller, type: ['Profile'], name: 'Example' },
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
    },
  },
}

const controllerDocument = async () => ({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
  id: controller,
  verificationMethod: [await key.export({ publicKey: true })],
  assertionMethod: [key.id],
})

const documentLoader = async (url: string) => {
  if (url === controller) return { contextUrl: null, documentUrl: url, document: await controllerDocument() }
  if (url === key.id)
    return {
      contextUrl: null,
      documentUrl: url,
      document: { '@context': 'https://w3id.org/security/multikey/v1', ...(await key.export({ publicKey: true })) },
    }
  return loadContext(url)
}

test('what we sign, the reference verifies', async () => {
  const sign = (data: Uint8Array) => key.signer().sign({ data })
  const signed = await secure(credential, { verificationMethod: key.id, created: new Date('2026-01-02T03:04:05.678Z'), sign })
  assert.equal(signed.proof.created, '2026-01-02T03:04:05Z')
  const suite = new DataIntegrityProof({ cryptosuite })
  const answer = await vc.verifyCredential({ credential: signed, suite, documentLoader })
  assert.ok(answer.verified, JSON.stringify(answer.error?.errors ?? answer.error, null, 2))
  assert.equal((await checkProof(signed, signed.proof, publicKey)).holds, true)
  const altered = await vc.verifyCredential({ credential: { ...signed, name: 'Other' }, suite, documentLoader })
  assert.equal(altered.verified, false)
})

test('what the reference signs, we verify, and not when it was altered', async () => {
  const suite = new DataIntegrityProof({ signer: key.signer(), date: '2026-01-02T03:04:05Z', cryptosuite })
  const signed = (await vc.issue({ credential: structuredClone(credential), suite, documentLoader })) as JsonObject
  const proof = signed.proof as JsonObject
  assert.deepEqual(await checkProof(signed, proof, publicKey), { holds: true, outdated: false })
  const found = [
    await checkProof({ ...signed, name: 'Other' }, proof, publicKey),
    await checkProof(signed, { ...proof, created: '2026-01-02T03:04:06Z' }, publicKey),
    await checkProof(signed, proof, { ...publicKey, bytes: publicKey.bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte)) }),
  ]
  assert.deepEqual(
    found.map((answer) => !answer.holds && answer.code),
    ['signature_wrong', 'signature_wrong', 'signature_wrong'],
  )
})
