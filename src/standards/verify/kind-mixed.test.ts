import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referenceKey } from '../../../fixtures/reference-keys.ts'
import { secure } from '../vc/data-integrity.ts'
import type { JsonObject } from '../vc/json.ts'
import { verify } from './verify.ts'

const somebody = await referenceKey('Ed25519')
const world = {
  now: new Date('2026-04-01T00:00:00Z'),
  fetch: async (url: string) => {
    throw new Error(`nobody answers at ${url}`)
  },
}

const diploma: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:0c7a4f8e-6e55-4c8e-9d0f-4b2a2d0a1004',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:web:www.famous.example', type: ['Profile'], name: 'A famous university' },
  validFrom: '2026-03-01T09:00:00Z',
  name: 'Doctor of Medicine',
  credentialSubject: {
    id: somebody.did,
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://www.famous.example/a/1',
      type: ['Achievement'],
      name: 'Doctor of Medicine',
      description: 'Everything',
      criteria: { narrative: 'None' },
    },
  },
}

/** Shown by somebody, who signs for showing it and for nothing else. */
const shownAs = (document: JsonObject, suite: 'eddsa-rdfc-2022' | 'eddsa-jcs-2022') =>
  secure(
    { ...document, holder: somebody.did },
    {
      verificationMethod: somebody.id,
      created: new Date('2026-03-01T09:00:00Z'),
      sign: somebody.sign,
      purpose: 'authentication',
      suite,
    },
  )

const codesOf = async (document: JsonObject) => {
  const { verdict, findings } = await verify(JSON.stringify(document), world)
  return { verdict, codes: findings.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code) }
}

test('a credential that calls itself a presentation is not believed on the signature of whoever shows it', async () => {
  const types = ['VerifiableCredential', 'OpenBadgeCredential', 'VerifiablePresentation']
  const both = await shownAs({ ...diploma, type: types }, 'eddsa-rdfc-2022')
  assert.deepEqual(await codesOf(both), { verdict: 'untrusted', codes: ['kind_mixed'] })
  const hidden = await shownAs({ ...diploma, type: ['VerifiablePresentation'] }, 'eddsa-jcs-2022')
  assert.deepEqual(await codesOf(hidden), { verdict: 'untrusted', codes: ['kind_mixed'] })
})

test('a presentation that says no more than presentations do is not affected', async () => {
  const { issuer: _i, credentialSubject: _s, validFrom: _v, name: _n, ...bare } = diploma
  const { codes } = await codesOf(await shownAs({ ...bare, type: ['VerifiablePresentation'] }, 'eddsa-rdfc-2022'))
  assert.deepEqual(codes, [])
})
